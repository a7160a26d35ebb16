/**
 * A schedule for reading: one record an activity, and one chain of what drives the end.
 */

import type { Column } from './column.ts'
import type { Schedule } from './critical-path.ts'
import { isWaitedFor } from './network.ts'

/** An activity with its times, in working days from the start; `null` for a duty, which the goal does not wait for. */
export interface ScheduledActivity {
  readonly id: string
  /** working days from start to finish, whatever days the activity counts in */
  readonly duration: number
  readonly earlyStart: number
  readonly earlyFinish: number
  readonly lateStart: number | null
  readonly lateFinish: number | null
  readonly totalFloat: number | null
  readonly freeFloat: number | null
  /** no float: a day late here is a day late at the end */
  readonly critical: boolean
}

/** All activities with their times, in the order of the network. */
export function scheduledActivities(schedule: Schedule): readonly ScheduledActivity[] {
  return schedule.network.ids.map((id, place) => scheduledActivity(schedule, id, place))
}

function scheduledActivity(schedule: Schedule, id: string, place: number): ScheduledActivity {
  const at = (times: Column) => times[place] ?? 0
  const [earlyStart, earlyFinish] = [at(schedule.earlyStart), at(schedule.earlyFinish)]
  const early = { id, duration: earlyFinish - earlyStart, earlyStart, earlyFinish }
  const [lateStart, lateFinish] = [at(schedule.lateStart), at(schedule.lateFinish)]
  if (lateFinish === Infinity) {
    return { ...early, lateStart: null, lateFinish: null, totalFloat: null, freeFloat: null, critical: false }
  }
  const totalFloat = lateStart - earlyStart
  const freeFloat = at(schedule.freeStart) - earlyStart
  return { ...early, lateStart, lateFinish, totalFloat, freeFloat, critical: totalFloat === 0 }
}

/**
 * One chain of activities that drives the end, first to last: walked back from the end, each time to the last-listed
 * prerequisite among those that are finished last (a lag counts with what it follows).
 */
export function criticalChain({ network, signed, earlyFinish }: Schedule): readonly string[] {
  const { firstLink, from, lag } = network
  const lastAmong = (places: readonly number[], finish: (place: number) => number) =>
    places.reduce((last, place) => (last < 0 || finish(place) >= finish(last) ? place : last), -1)
  const chain: string[] = []
  let activity =
    network.goal >= 0 ? network.goal : lastAmong([...network.ids.keys()], (place) => earlyFinish[place] ?? 0)
  while (activity >= 0) {
    chain.push(network.ids[activity] ?? '')
    const first = firstLink[activity] ?? 0
    const count = (firstLink[activity + 1] ?? first) - first
    const links = Array.from({ length: count }, (_, index) => first + index)
    const waited = links.filter((link) => isWaitedFor(network, link, signed))
    const driving = lastAmong(waited, (link) => (earlyFinish[from[link] ?? 0] ?? 0) + (lag[link] ?? 0))
    activity = driving < 0 ? -1 : (from[driving] ?? -1)
  }
  return chain.toReversed()
}
