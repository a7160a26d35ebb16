/**
 * What a step waits for and what waits for it, each a way to go on.
 */

import type { PlannedStep } from '@guanjia/core/planning'
import { nameOf } from '../chart/chart-layout.ts'
import type { PlanWords } from '../plan/plan-words.ts'

interface StepNeighboursProps {
  readonly step: PlannedStep
  readonly words: PlanWords
  readonly onSelect: (id: string) => void
}

interface Neighbour {
  readonly step: PlannedStep
  /** the commitment that made the wait fall away */
  readonly waivedBy: string | undefined
}

export function StepNeighbours({ step, words, onSelect }: StepNeighboursProps) {
  const { texts, plan } = words
  return (
    <>
      <h3>{texts.drawer.before}</h3>
      <Neighbours
        list={before(step, words)}
        none={texts.drawer.nothingBefore}
        words={words}
        onSelect={onSelect}
      />
      <h3>{texts.drawer.after}</h3>
      <Neighbours
        list={plan.steps
          .filter(({ after }) => after.some((link) => link.id === step.id && counts(link, plan.signed)))
          .map((one) => ({ step: one, waivedBy: undefined }))}
        none={texts.drawer.nothingAfter}
        words={words}
        onSelect={onSelect}
      />
    </>
  )
}

type Link = PlannedStep['after'][number]

function counts({ waivedBy, insteadOf }: Link, signed: readonly string[]): boolean {
  return !(waivedBy && signed.includes(waivedBy)) && (!insteadOf || signed.includes(insteadOf))
}

function before({ after }: PlannedStep, { plan }: PlanWords): readonly Neighbour[] {
  return after
    .filter(({ insteadOf }) => !insteadOf || plan.signed.includes(insteadOf))
    .flatMap(({ id, waivedBy }) => {
      const step = plan.steps.find((one) => one.id === id)
      const waived = waivedBy !== undefined && plan.signed.includes(waivedBy) ? waivedBy : undefined
      return step === undefined ? [] : [{ step, waivedBy: waived }]
    })
}

interface NeighboursProps {
  readonly list: readonly Neighbour[]
  readonly none: string
  readonly words: PlanWords
  readonly onSelect: (id: string) => void
}

function Neighbours({ list, none, words, onSelect }: NeighboursProps) {
  const { texts, wire } = words
  if (list.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="neighbours">
      {list.map(({ step, waivedBy }) => (
        <li key={step.id}>
          <button className="text-button" type="button" onClick={() => onSelect(step.id)}>
            {nameOf(step)}
          </button>
          {waivedBy !== undefined && (
            <small>
              {texts.drawer.notBecause(wire.commitments.find(({ id }) => id === waivedBy)?.name ?? waivedBy)}
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}
