/**
 * How a demonstration's project went, worked out from its plan: a step begins when all it waits for is done, and takes its
 * days, or a few more or fewer where the content says so.
 */

import { addDays, type PlainDate, type WorkingCalendar } from '@guanjia/core/calendar'
import type { Plan, PlannedStep } from '@guanjia/core/planning'
import { workingDayAxis } from '@guanjia/core/planning'

/** When a step was begun and finished. */
export interface PlayedStep {
  readonly id: string
  readonly lane: string
  readonly started: PlainDate
  readonly finished: PlainDate
}

/** What the play is made from. */
export interface Play {
  readonly plan: Plan
  readonly calendar: WorkingCalendar
  readonly start: PlainDate
  /** working days that a step took beyond its own, negative = fewer */
  readonly slips: Readonly<Record<string, number>>
}

/** The days of all steps, the earliest first. */
export function playedSteps({ plan, calendar, start, slips }: Play): readonly PlayedStep[] {
  const axis = workingDayAxis(calendar, start)
  if (!axis.ok) throw new Error('a demonstration is played in years whose calendar is published')
  const { dateAt, afterNaturalDays } = axis.value
  const finishes = new Map<string, number>()
  const begun = new Map<string, number>()
  const finishOf = (step: PlannedStep): number => {
    const known = finishes.get(step.id)
    if (known !== undefined) return known
    const from = Math.max(0, ...waitedFor(step, plan).map(finishOf))
    const { value, unit } = step.days
    const planned = unit === 'natural-days' ? afterNaturalDays(from, value) : from + value
    const finish = Math.max(from, planned + (slips[step.id] ?? 0))
    begun.set(step.id, from)
    finishes.set(step.id, finish)
    return finish
  }
  for (const step of plan.steps) finishOf(step)
  return plan.steps
    .map(({ id, lane }) => ({
      id,
      lane,
      started: dateAt(begun.get(id) ?? 0),
      finished: dateAt(finishes.get(id) ?? 0),
    }))
    .toSorted((one, other) => (one.finished < other.finished ? -1 : 1))
}

/** The steps a step waits for, with what is signed. */
function waitedFor(step: PlannedStep, { steps, signed }: Plan): readonly PlannedStep[] {
  const ids = step.after
    .filter(({ waivedBy, insteadOf }) => {
      if (waivedBy !== undefined) return !signed.includes(waivedBy)
      return insteadOf === undefined || signed.includes(insteadOf)
    })
    .map(({ id }) => id)
  return steps.filter(({ id }) => ids.includes(id))
}

/** The latest day on which a project may have begun, so that by today this holds of its play. */
export function latestStart(
  today: PlainDate,
  isReached: (start: PlainDate) => boolean,
  { within }: { readonly within: number },
): PlainDate | undefined {
  for (let back = 0; back <= within; back += 1) {
    const start = addDays(today, -back)
    if (isReached(start)) return start
  }
  return undefined
}
