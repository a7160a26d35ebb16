/**
 * One step: who, by when, what a day late does, what it waits for, why it is there, which documents.
 */

import type { PlannedStep } from '@guanjia/core/planning'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Link } from 'wouter'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { isOwn } from '../plan/next-step.ts'
import { daysText, doneBy, lateSentence, type PlanWords, shortDay, whoOf } from '../plan/plan-words.ts'
import { useKeys } from '../plan/use-keys.ts'
import type { WireStep } from '../plan/wire-plan.ts'
import { DaysStepper } from './days-stepper.tsx'
import { StepGuide } from './step-guide.tsx'
import { StepNeighbours } from './step-neighbours.tsx'
import { StepReasons } from './step-reasons.tsx'

export interface StepDrawerProps {
  readonly step: PlannedStep
  readonly wireStep: WireStep
  readonly words: PlanWords
  readonly onSelect: (id: string | undefined) => void
  /** sets the days of the step; undefined = the standard ones. Absent where the reader may not */
  readonly onDays: ((days: number) => void) | undefined
  /** the page of the step; absent where the reader has none */
  readonly openAt: string | undefined
  /** what else the page lets the reader do about it */
  readonly acts?: ReactNode
  readonly link: (path: string) => string
}

export function StepDrawer(props: StepDrawerProps) {
  const { step, wireStep, words, onSelect, onDays, openAt, acts, link } = props
  const { texts } = words
  const heading = useId()
  const drawer = useRef<HTMLElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // who came by the keyboard goes on here; who pressed with a pointer stays where the hand is
    const opener = document.activeElement
    if (
      opener instanceof HTMLElement &&
      opener.dataset['step'] === step.id &&
      opener.matches(':focus-visible')
    )
      close.current?.focus({ preventScroll: true })
  }, [step.id])
  const leave = () => {
    onSelect(undefined)
    document.querySelector<HTMLElement>(`[data-step="${CSS.escape(step.id)}"]`)?.focus()
  }
  useKeys(drawer, ({ key }) => {
    if (key === 'Escape') leave()
  })
  return (
    <section className="drawer" aria-labelledby={heading} ref={drawer}>
      <button className="close" type="button" ref={close} onClick={leave}>
        {texts.drawer.close}
      </button>
      <h2 id={heading}>{step.name['zh-CN']}</h2>
      <p className="drawer-state">
        <StepState step={step} words={words} />
        {wireStep.toBeConfirmed && <span className="tag">{texts.drawer.unconfirmed}</span>}
      </p>
      <p className={step.critical ? 'late critical' : 'late'}>{lateSentence(step, words)}</p>
      <StepFacts step={step} words={words} mark={wireStep.mark} />
      {onDays && isOwn(step) && <DaysStepper step={step} texts={texts} onDays={onDays} />}
      {openAt !== undefined && (
        <Link className="button" href={openAt}>
          {texts.drawer.open}
        </Link>
      )}
      {acts}
      <StepNeighbours step={step} words={words} onSelect={onSelect} />
      <StepReasons step={wireStep} texts={texts} />
      {wireStep.kind !== 'work' && <StepGuide id={step.id} texts={texts} link={link} />}
    </section>
  )
}

function StepState({ step, words }: Pick<StepDrawerProps, 'step' | 'words'>) {
  const { texts, wire } = words
  if (step.duty) {
    const { commitment } = step.duty
    const name = wire.commitments.find(({ id }) => id === commitment)?.name ?? commitment
    return <span className="mark-duty">{texts.drawer.dutyOf(name)}</span>
  }
  return (
    <>
      <span>{texts.status[step.actual?.status ?? 'planned']}</span>
      {step.critical && <span className="mark-critical">{texts.list.critical}</span>}
    </>
  )
}

function StepFacts({
  step,
  words,
  mark,
}: Pick<StepDrawerProps, 'step' | 'words'> & { readonly mark: WireStep['mark'] }) {
  const { texts } = words
  const day = doneBy(step)
  return (
    <dl className="facts">
      <dt>{texts.drawer.who}</dt>
      <dd>{laneOf(step, words)}</dd>
      <dt>{texts.drawer.when}</dt>
      <dd title={texts.dateRule}>
        <b>{day === undefined ? texts.list.none : texts.before(shortDay(day, words))}</b>
        {step.dates && <small>{texts.drawer.starts(shortDay(step.dates.start, words))}</small>}
      </dd>
      <dt>{texts.drawer.planned}</dt>
      <dd>
        {daysText(step, texts)} <Unconfirmed mark={mark} />
      </dd>
    </dl>
  )
}

/** The office, and that it is the reader where it is. */
function laneOf(step: PlannedStep, words: PlanWords): string {
  const office = words.wire.lanes.find(({ id }) => id === step.lane)?.name ?? step.lane
  const who = whoOf(step, words)
  return who === office ? office : `${office} · ${who}`
}
