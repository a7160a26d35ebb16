/**
 * Where the days between the first plan and what really happened went.
 *
 * The baseline is frozen at first generation. From it to the present plan one cause after the other is put in, always in
 * the same order, and each line is what the permit moved by it: so the lines add up to the whole, and no line claims what
 * another earned.
 */

import { daysBetween } from '../../calendar/index.ts'
import { assert } from '../../kernel/index.ts'
import { criticalPath } from '../network/critical-path.ts'
import { signed } from '../network/network.ts'
import { type NetworkActivity, network } from '../network/network-description.ts'
import type { Plan } from '../plan/plan.ts'
import type { DaysSaved } from '../plan/plan-commitment.ts'
import { activityOf } from '../plan/plan-solution.ts'
import type { PlannedStep } from '../plan/planned-step.ts'
import type { WorkingDayAxis } from '../plan/working-day-axis.ts'

/**
 * The causes, in the order in which they are put in: facts and catalogue that changed since; commitments that are signed;
 * days that authorities took; days that agencies, utilities and the trading centre took; and all that is left: the
 * applicant's own days, set or taken, and steps begun later than they could be.
 */
export const savingCauses = ['changes', 'commitments', 'departments', 'others', 'applicant'] as const

/** A cause of days saved or lost. */
export type SavingCause = (typeof savingCauses)[number]

/** Days saved; negative = lost. */
export interface DaysSavedLedger {
  readonly lines: Readonly<Record<SavingCause, Required<DaysSaved>>>
  /** the sum of the lines: from the baseline to the permit as it is, or is forecast */
  readonly total: Required<DaysSaved>
}

/** Splits the difference between the frozen baseline and a plan of the same project with progress, from the same start. */
export function daysSavedLedger(baseline: Plan, plan: Plan, axis: WorkingDayAxis): DaysSavedLedger {
  const first = goalOf(baseline)
  const times = [first, ...timesByCause(baseline, plan, axis)]
  const between = (from: number, to: number) => ({
    workingDays: from - to,
    naturalDays: daysBetween(axis.dateAt(to), axis.dateAt(from)),
  })
  const line = (index: number) => between(times[index] ?? 0, times[index + 1] ?? 0)
  return {
    lines: {
      changes: line(0),
      commitments: line(1),
      departments: line(2),
      others: line(3),
      applicant: line(4),
    },
    total: between(first, goalOf(plan)),
  }
}

function goalOf({ workingDays }: Plan): number {
  return workingDays.permit ?? workingDays.end
}

/** The permit after each cause; the last is the plan itself. */
function timesByCause(baseline: Plan, plan: Plan, axis: WorkingDayAxis): readonly number[] {
  const planned = plan.steps.map((step) => activityOf(asInBaseline(step, baseline)))
  const actual = new Map(plan.steps.flatMap(actualActivity))
  const taken = (isTheirs: (lane: string) => boolean) => {
    const theirs = new Set(plan.steps.filter(({ lane }) => isTheirs(lane)).map(({ id }) => id))
    return planned.map((activity) => {
      const took = theirs.has(activity.id) ? actual.get(activity.id) : undefined
      return took ? { ...activity, duration: took, naturalDays: false } : activity
    })
  }
  const time = (activities: readonly NetworkActivity[], ids: readonly string[]) =>
    timeOf(plan, activities, ids, axis)
  return [
    time(planned, []),
    time(planned, plan.signed),
    time(taken(isAuthority), plan.signed),
    time(
      taken((lane) => lane !== 'applicant'),
      plan.signed,
    ),
    goalOf(plan),
  ]
}

/** The days of a step as they stood in the baseline; those of a step that came later as they stand. */
function asInBaseline(step: PlannedStep, { steps }: Plan): PlannedStep {
  const before = steps.find(({ id }) => id === step.id)
  return before === undefined ? step : { ...step, days: before.days }
}

/** The working days a step took, or is forecast to take once it is late. */
function actualActivity({ id, duration, actual }: PlannedStep): readonly (readonly [string, number])[] {
  const tells = actual?.status === 'done' || actual?.status === 'overdue'
  return tells ? [[id, duration]] : []
}

const notAuthorities = new Set(['applicant', 'agency', 'utility', 'trading-centre'])

function isAuthority(lane: string): boolean {
  return !notAuthorities.has(lane)
}

function timeOf(
  { permit }: Plan,
  activities: readonly NetworkActivity[],
  ids: readonly string[],
  axis: WorkingDayAxis,
): number {
  const read = network({ activities, commitments: ids, ...(permit !== null && { goal: permit }) })
  assert(read.ok, 'the steps of a plan are a network')
  const marked = signed(read.value, ids)
  assert(marked.ok, 'the commitments of a plan are known')
  const solved = criticalPath(read.value, marked.value, { axis })
  assert(solved.ok, 'a plan has no circle')
  return solved.value.duration
}
