/**
 * The gates of a plan: what somebody could work on now, with the dates that a risk is measured by. They are taken from a
 * version of the plan once and hold until the next one; only today moves.
 */

import type { PlainDate } from '../calendar/index.ts'
import type { Wording } from '../catalogue/index.ts'
import type { Plan, PlannedStep } from '../planning/index.ts'
import type { Court, Gate } from './slip-risk.ts'

/** A step of a plan that is not done and waits for no other one. */
export interface OpenGate {
  readonly step: string
  readonly name: Wording
  /** who acts: `applicant`, `agency`, `trading-centre`, `utility`, or the id of the leading authority */
  readonly lane: string
  readonly isBegun: boolean
  /** day from which it can be worked on */
  readonly startOn: PlainDate
  /** day on which the plan expects its end */
  readonly endOn: PlainDate
  /** day on which it must end for nothing to move */
  readonly lateOn: PlainDate
  /** working days it takes */
  readonly days: number
  /** working days it may be late in the plan */
  readonly float: number
  /** whose turn it is in the case behind it, where there is one that goes on */
  readonly caseCourt?: Court | null
}

/** The open gates of a plan with dates; duties, which move no date of the project, are none. */
export function openGates({ steps, signed }: Plan): readonly OpenGate[] {
  const open = new Set(steps.filter(({ actual }) => actual?.status !== 'done').map(({ id }) => id))
  const isFree = ({ after }: PlannedStep) =>
    after
      .filter(({ waivedBy }) => waivedBy === undefined || !signed.includes(waivedBy))
      .filter(({ insteadOf }) => insteadOf === undefined || signed.includes(insteadOf))
      .every(({ id }) => !open.has(id))
  return steps.filter((step) => open.has(step.id) && (isBegun(step) || isFree(step))).flatMap(gateOf)
}

function isBegun({ actual }: PlannedStep): boolean {
  return actual?.status === 'running' || actual?.status === 'overdue'
}

function gateOf(step: PlannedStep): readonly OpenGate[] {
  const { id, name, lane, dates, duty, totalFloat, earlyStart, earlyFinish } = step
  if (duty !== undefined || dates === undefined || dates.late === null || totalFloat === null) return []
  return [
    {
      step: id,
      name,
      lane,
      isBegun: isBegun(step),
      startOn: dates.start,
      endOn: dates.early,
      lateOn: dates.late,
      days: earlyFinish - earlyStart,
      float: totalFloat,
    },
  ]
}

/**
 * A gate on a day.
 *
 * @param daysUntil - working days after today up to and including a date; negative where it lies before today
 */
export function gateToday(gate: OpenGate, daysUntil: (date: PlainDate) => number): Gate {
  const { step, isBegun, days, float } = gate
  const daysToAct = daysUntil(gate.lateOn)
  const daysToStart = Math.max(0, daysUntil(gate.startOn))
  return {
    activityId: step,
    court: courtOf(gate),
    daysToEnd: isBegun ? Math.max(0, daysUntil(gate.endOn)) : daysToStart + days,
    daysToAct,
    float,
    daysToBegin: isBegun ? null : daysToAct - days,
  }
}

const thirdParties: readonly string[] = ['agency', 'utility', 'trading-centre']

/** A case says whose turn it is; without one, what was not begun waits for whoever has to file it; what was begun for whoever works on it. */
function courtOf({ lane, isBegun, caseCourt }: OpenGate): Court {
  if (caseCourt != null) return caseCourt
  if (lane === 'applicant') return 'applicant'
  if (thirdParties.includes(lane)) return 'third-party'
  return isBegun ? 'authority' : 'applicant'
}
