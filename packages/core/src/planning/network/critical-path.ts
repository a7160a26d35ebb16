/**
 * The critical path method: when each activity can be done, and how late it may be.
 *
 * Terms: *early* dates are the first possible; *late* dates the last ones that do not move the end (the goal, where there
 * is one). *Total float* is how many working days a start may slip without moving the end, *free float* without moving
 * the early start of any activity that waits for it. An activity that the goal does not wait for is a *duty*: it has no
 * late dates and no float. All times are working days from the start.
 */

import { accept, type Result } from '../../kernel/index.ts'
import { type Column, column } from './column.ts'
import { type DayAxis, everyDayWorked } from './day-axis.ts'
import { isWaitedFor, type Network, type Signed } from './network.ts'
import { networkOrder } from './network-order.ts'

/** The times of all activities, each at its place in the network; `Infinity` for a late date that does not exist. */
export interface Schedule {
  readonly network: Network
  readonly signed: Signed
  /** finish of the goal, or the last finish */
  readonly duration: number
  readonly earlyStart: Column
  readonly earlyFinish: Column
  readonly lateStart: Column
  readonly lateFinish: Column
  /** the last start that moves nothing that waits for the activity */
  readonly freeStart: Column
}

/** What holds the late dates besides the end. */
export interface Bounds {
  readonly axis?: DayAxis
  /** times by which activities must be finished, by their places, given all early finishes */
  readonly deadlines?: (earlyFinish: Column) => ReadonlyMap<number, number>
}

/**
 * Computes all times, in time proportional to activities and links. A deadline that cannot be kept makes the float
 * negative. Refuses a circle.
 */
export function criticalPath(
  network: Network,
  signed: Signed,
  { axis = everyDayWorked, deadlines }: Bounds = {},
): Result<Schedule, 'circle'> {
  const ordered = networkOrder(network, signed)
  if (!ordered.ok) return ordered
  const order = ordered.value
  const early = earlyTimes(network, signed, { order, axis })
  const duration = endOf(network, early.earlyFinish)
  const last = lastFinishes(network, duration, order.length)
  for (const [place, time] of deadlines?.(early.earlyFinish) ?? [])
    last[place] = Math.min(last[place] ?? 0, time)
  const late = lateTimes({ network, signed, duration, ...early }, last, { order, axis })
  return accept({ network, signed, duration, ...early, ...late })
}

interface Course {
  readonly order: readonly number[]
  readonly axis: DayAxis
}

/** The forward pass: each activity starts when the last of what it waits for is finished. */
export function earlyTimes(network: Network, signed: Signed, { order, axis }: Course) {
  const earlyStart = column(order.length, 0)
  const earlyFinish = column(order.length, 0)
  for (const activity of order) {
    const start = readyAt(network, signed, activity, earlyFinish)
    earlyStart[activity] = start
    earlyFinish[activity] = finishFrom(network, axis, activity, start)
  }
  return { earlyStart, earlyFinish }
}

/** When all that an activity waits for is finished. */
function readyAt(network: Network, signed: Signed, activity: number, finishes: Column): number {
  const { firstLink, from, lag } = network
  const end = firstLink[activity + 1] ?? 0
  let ready = 0
  for (let link = firstLink[activity] ?? end; link < end; link += 1) {
    const next = (finishes[from[link] ?? 0] ?? 0) + (lag[link] ?? 0)
    if (next > ready && isWaitedFor(network, link, signed)) ready = next
  }
  return ready
}

function finishFrom({ durations, naturalDays }: Network, axis: DayAxis, activity: number, start: number) {
  const days = durations[activity] ?? 0
  return naturalDays[activity] === 1 ? axis.afterNaturalDays(start, days) : start + days
}

function startFor({ durations, naturalDays }: Network, axis: DayAxis, activity: number, finish: number) {
  const days = durations[activity] ?? 0
  return naturalDays[activity] === 1 ? axis.beforeNaturalDays(finish, days) : finish - days
}

/** When the goal, or the last activity, is finished. */
export function endOf({ goal }: Network, earlyFinish: Column): number {
  if (goal >= 0) return earlyFinish[goal] ?? 0
  return earlyFinish.reduce((last, finish) => Math.max(last, finish), 0)
}

type Early = Omit<Schedule, 'lateStart' | 'lateFinish' | 'freeStart'>

/** The backward pass: each activity is finished before the first late start of what waits for it. */
function lateTimes(early: Early, lateFinish: number[], { order, axis }: Course) {
  const { network, signed, earlyStart } = early
  const freeFinish = lateFinish.slice()
  const lateStart = column(order.length, Infinity)
  const freeStart = lateStart.slice()
  for (let step = order.length - 1; step >= 0; step -= 1) {
    const activity = order[step] ?? 0
    if (lateFinish[activity] === Infinity) continue
    lateStart[activity] = startFor(network, axis, activity, lateFinish[activity] ?? 0)
    freeStart[activity] = startFor(network, axis, activity, freeFinish[activity] ?? 0)
    finishBefore({ network, signed, finishes: lateFinish }, activity, lateStart[activity] ?? 0)
    finishBefore({ network, signed, finishes: freeFinish }, activity, earlyStart[activity] ?? 0)
  }
  return { lateStart, lateFinish, freeStart }
}

interface Finishes {
  readonly network: Network
  readonly signed: Signed
  readonly finishes: number[]
}

/** Holds what an activity waits for to a start of the activity. */
function finishBefore({ network, signed, finishes }: Finishes, activity: number, start: number): void {
  const { firstLink, from, lag } = network
  const end = firstLink[activity + 1] ?? 0
  for (let link = firstLink[activity] ?? end; link < end; link += 1) {
    const before = from[link] ?? 0
    const latest = start - (lag[link] ?? 0)
    if (latest < (finishes[before] ?? 0) && isWaitedFor(network, link, signed)) finishes[before] = latest
  }
}

/** What the backward pass begins with: the goal alone, or the end for all. */
function lastFinishes({ goal }: Network, duration: number, size: number): number[] {
  const last = column(size, goal < 0 ? duration : Infinity)
  if (goal >= 0) last[goal] = duration
  return last
}
