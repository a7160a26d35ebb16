/**
 * What a page shows of a plan: reckoned anew with every tick, and what the address says of it.
 */

import { useMemo } from 'react'
import type { PlanWords } from './plan-words.ts'
import { type Trial, trialOf } from './trial.ts'
import { type AddressChange, type PlanAddress, usePlanChoice } from './use-plan-choice.ts'
import { usePlanningTexts } from './use-planning-texts.ts'
import { frameOf, type WirePlan } from './wire-plan.ts'

/** A plan as it is tried out. */
export interface PlanTrial {
  readonly trial: Trial
  readonly words: PlanWords
  readonly address: PlanAddress
  readonly change: (change: AddressChange) => void
  /** days tried out that are not those of the kept version, by the id of the step; null = the standard ones */
  readonly unsaved: Readonly<Record<string, number | null>>
  readonly setDays: (step: string, days: number) => void
}

export function usePlanTrial(wire: WirePlan): PlanTrial {
  const texts = usePlanningTexts()
  const [address, change] = usePlanChoice()
  const dated = useMemo(() => frameOf(wire), [wire])
  // as texts: the address is read into new values whenever anything of it changes
  const signed = (address.sign ?? wire.signed).join()
  const durations = JSON.stringify(address.days)
  const trial = useMemo(
    () =>
      trialOf(dated, {
        signed: signed.split(',').filter(Boolean),
        durations: JSON.parse(durations) as PlanAddress['days'],
      }),
    [dated, signed, durations],
  )
  const words = useMemo(() => ({ texts, plan: trial.plan, wire }), [texts, trial, wire])
  const keptDays = (step: string) => wire.steps.find(({ id }) => id === step)?.days
  const changed = Object.entries(address.days).filter(([id, days]) => keptDays(id)?.value !== days)
  return {
    trial,
    words,
    address,
    change,
    unsaved: Object.fromEntries(
      changed.map(([id, days]) => [id, days === keptDays(id)?.standard ? null : days]),
    ),
    setDays: (step, days) => {
      const { [step]: _, ...others } = address.days
      change({ days: keptDays(step)?.value === days ? others : { ...others, [step]: days } })
    },
  }
}
