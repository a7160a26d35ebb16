/**
 * A plan from the wire, made ready to be reckoned again.
 */

import { plainDate, type WorkingCalendar, workingCalendar } from '@guanjia/core/calendar'
import { type PlanFrame, type PlanStep, type Progress, workingDayAxis } from '@guanjia/core/planning'
import type { CallOutput } from '../../../api/call.ts'

export type WirePlan = CallOutput<'GET /api/projects/:id/plan'>['plan']
export type WireStep = WirePlan['steps'][number]
export type WireCommitment = WirePlan['commitments'][number]

/** A frame that has its dates, and the calendar behind them. */
export interface DatedFrame {
  readonly frame: PlanFrame & { readonly axis: NonNullable<PlanFrame['axis']> }
  readonly calendar: WorkingCalendar
}

/** The frame of a plan, with what is really signed and the days that are really set. */
export function frameOf(wire: WirePlan): DatedFrame {
  const calendar = calendarOf(wire.calendar)
  const axis = workingDayAxis(calendar, plainDate(wire.start))
  if (!axis.ok) throw new Error(`a plan from the server has a calendar: ${axis.code}`)
  const frame = {
    view: wire.view,
    axis: axis.value,
    steps: wire.steps.map(stepOf),
    permits: wire.permits,
    commitments: wire.commitments
      .filter(({ advice }) => advice.code !== 'not-applicable')
      .map(({ id, service, term }) => ({ id, service, makeUp: term })),
    signed: wire.signed,
    progress: progressOf(wire),
  }
  return { frame, calendar }
}

function calendarOf({ version, years }: WirePlan['calendar']): WorkingCalendar {
  const named = (days: readonly { readonly date: string; readonly name: string }[]) =>
    new Map(days.map(({ date, name }) => [plainDate(date), name]))
  return workingCalendar(
    version,
    years.map(({ year, daysOff, makeUpDays }) => ({
      year,
      source: '',
      daysOff: named(daysOff),
      makeUpDays: named(makeUpDays),
    })),
  )
}

/** A step in one language: its name stands for every wording. */
function stepOf({ id, name, kind, stage, lane, days, after, toBeConfirmed, mark }: WireStep): PlanStep {
  return {
    id,
    name: { 'zh-CN': name },
    kind: kind as PlanStep['kind'],
    ...(stage !== null && { stage: stage as NonNullable<PlanStep['stage']> }),
    lane,
    days,
    after: after.map(({ id, waivedBy, insteadOf }) => ({
      id,
      ...(waivedBy !== undefined && { waivedBy }),
      ...(insteadOf !== undefined && { insteadOf }),
    })),
    toBeConfirmed,
    mark,
  }
}

/** What has happened, where the server forecasts from it. */
function progressOf({ dates: { today }, steps }: WirePlan): Progress | undefined {
  if (today === null) return undefined
  const begun = steps.flatMap(({ id, progress: { startedOn, finishedOn, expectedOn } }) =>
    startedOn === null
      ? []
      : [
          [
            id,
            {
              started: plainDate(startedOn),
              ...(finishedOn !== null && { finished: plainDate(finishedOn) }),
              ...(expectedOn !== null && { expected: plainDate(expectedOn) }),
            },
          ] as const,
        ],
  )
  return { today: plainDate(today), steps: Object.fromEntries(begun) }
}
