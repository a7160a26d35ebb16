/**
 * What is to be done now: one step, who, by when, and the way to it.
 */

import { useId } from 'react'
import { Link } from 'wouter'
import { nextStep } from '../plan/next-step.ts'
import { doneBy, lateSentence, type PlanWords, shortDay, whoOf } from '../plan/plan-words.ts'

interface NowCardProps {
  readonly words: PlanWords
  readonly onSelect: (id: string) => void
  /** the page of a step; absent where the reader has none */
  readonly openAt: ((id: string) => string) | undefined
}

export function NowCard({ words, onSelect, openAt }: NowCardProps) {
  const { texts, plan, wire } = words
  const heading = useId()
  const step = nextStep(plan)
  const day = step && doneBy(step)
  const isService = wire.steps.some(({ id, kind }) => id === step?.id && kind !== 'work')
  return (
    <section className="now-card" aria-labelledby={heading}>
      <h2 id={heading}>{texts.phone.now}</h2>
      {step === undefined ? (
        <p>{texts.phone.nothing}</p>
      ) : (
        <>
          <p className="now-step">{step.name['zh-CN']}</p>
          <p className="now-facts">
            <b>{whoOf(step, words)}</b>
            {day !== undefined && <b>{texts.before(shortDay(day, words))}</b>}
          </p>
          <p>{lateSentence(step, words)}</p>
          {openAt !== undefined && isService ? (
            <Link className="button" href={openAt(step.id)}>
              {texts.drawer.open}
            </Link>
          ) : (
            <button className="button" type="button" onClick={() => onSelect(step.id)}>
              {texts.drawer.open}
            </button>
          )}
        </>
      )}
    </section>
  )
}
