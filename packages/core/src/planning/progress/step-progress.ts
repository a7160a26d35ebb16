/**
 * What really happened to the steps of a plan, and what that makes of the days still to come.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { NetworkActivity, NetworkLink } from '../network/network-description.ts'
import type { WorkingDayAxis } from '../plan/working-day-axis.ts'

/** When a step was begun and, where it is, finished. */
export interface StepProgress {
  readonly started: PlainDate
  readonly finished?: PlainDate
  /** the day it is to be finished by, where a clock says so that stood still in between; else its own days count */
  readonly expected?: PlainDate
}

/** What has happened up to a day. */
export interface Progress {
  readonly today: PlainDate
  /** by the id of the step; one that is not there was not begun */
  readonly steps: Readonly<Record<string, StepProgress>>
}

/**
 * `done`; `running` within its days; `overdue`: running beyond them; `ready`: nothing is waited for any more; `waiting`.
 */
export type StepStatus = 'done' | 'running' | 'overdue' | 'ready' | 'waiting'

/** The place of the day a forecast is made on, among the activities. */
export const todayId = '@today'

/** Refuses a finish before its start, and anything that lies after today. */
export function checkProgress({ today, steps }: Progress): Result<undefined, 'progress-not-possible'> {
  const wrong = Object.entries(steps).find(
    ([, { started, finished = started }]) => started > finished || finished > today,
  )
  return wrong === undefined
    ? accept(undefined)
    : refuse('progress-not-possible', { step: wrong[0], ...wrong[1] })
}

/**
 * The activities as they are now: what is done stands where it was done, what runs ends when its days are over but not
 * before today, and nothing else begins before today.
 */
export function activitiesToday(
  activities: readonly NetworkActivity[],
  progress: Progress,
  axis: WorkingDayAxis,
): readonly NetworkActivity[] {
  const now = axis.timeOf(progress.today)
  const today = { id: todayId, duration: now, after: [] }
  return [
    today,
    ...activities.map((activity) => activityToday(activity, progress.steps[activity.id], { now, axis })),
  ]
}

/** How a project stands: what has happened, and the ids of the commitments that are signed. */
export interface Standing {
  readonly progress: Progress
  readonly signed: readonly string[]
}

/**
 * The activities as they are now, for trying other commitments: without one that is signed, a step that it freed of a wait
 * would have begun after that wait, and taken as long as it did; so would what was begun once that step was done. With those
 * that are signed the times are those of today.
 */
export function activitiesTried(
  activities: readonly NetworkActivity[],
  { progress, signed }: Standing,
  axis: WorkingDayAxis,
): readonly NetworkActivity[] {
  const planned = new Map(activities.map(({ id, after }) => [id, after]))
  const isDoneBy = ({ id, lag = 0 }: NetworkLink, time: number) => {
    const { finished } = progress.steps[id] ?? {}
    return finished !== undefined && axis.timeOf(finished) + lag <= time
  }
  return activitiesToday(activities, progress, axis).flatMap((activity) => {
    const { id, duration: end } = activity
    const { started } = progress.steps[id] ?? {}
    if (started === undefined) return [activity]
    const begun = { id: `@begun ${id}`, duration: axis.timeOf(started), after: [] }
    const waits = (planned.get(id) ?? []).filter(
      (link) => signed.includes(link.waivedBy ?? '') || isDoneBy(link, begun.duration),
    )
    return [begun, { id, duration: end - begun.duration, after: [{ id: begun.id }, ...waits] }]
  })
}

interface Today {
  readonly now: number
  readonly axis: WorkingDayAxis
}

function activityToday(
  activity: NetworkActivity,
  actual: StepProgress | undefined,
  today: Today,
): NetworkActivity {
  const { id, after } = activity
  if (actual === undefined) return { ...activity, after: [...after, { id: todayId }] }
  const { axis, now } = today
  if (actual.finished !== undefined) return { id, duration: axis.timeOf(actual.finished), after: [] }
  return { id, duration: Math.max(now, plannedFinish(activity, actual, axis)), after: [] }
}

/** When an activity that was begun should be finished: by its clock where it has one, else by its days. */
export function plannedFinish(
  { duration, naturalDays }: Pick<NetworkActivity, 'duration' | 'naturalDays'>,
  { started, expected }: StepProgress,
  axis: WorkingDayAxis,
): number {
  if (expected !== undefined) return axis.timeOf(expected)
  const start = axis.timeOf(started)
  return naturalDays ? axis.afterNaturalDays(start, duration) : start + duration
}

/** How a step stands. */
export function stepStatus(
  activity: NetworkActivity,
  { today, steps }: Progress,
  axis: WorkingDayAxis,
): StepStatus {
  const actual = steps[activity.id]
  if (actual?.finished !== undefined) return 'done'
  if (actual !== undefined)
    return axis.timeOf(today) > plannedFinish(activity, actual, axis) ? 'overdue' : 'running'
  return activity.after.every(({ id }) => steps[id]?.finished !== undefined) ? 'ready' : 'waiting'
}
