/**
 * What can happen to a time limit, and in which order.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import type { PlainDate } from './plain-date.ts'

/** How much time is given: whole days, 0 or more, counted in one unit for the whole life of a limit. */
export type LimitLength = { readonly workingDays: number } | { readonly naturalDays: number }

/** Something that happened to a limit on a day. */
export type TimeLimitEvent =
  | ({ readonly type: 'started'; readonly on: PlainDate; readonly basis: string } & LimitLength)
  | {
      readonly type: 'suspended'
      readonly on: PlainDate
      readonly reason: string
      /** tells pauses apart that overlap, such as a hearing during an expert review; days of both count once */
      readonly pause?: string
    }
  | { readonly type: 'resumed'; readonly on: PlainDate; readonly pause?: string }
  | ({
      readonly type: 'extended'
      readonly on: PlainDate
      readonly reason: string
      readonly approvedBy: string
    } & LimitLength)
  | { readonly type: 'stopped'; readonly on: PlainDate }

/** Why an event does not fit what happened before. */
export type TimeLimitRefusal =
  | 'calendar-not-published'
  | 'limit-not-started'
  | 'limit-started-already'
  | 'limit-suspended-already'
  | 'limit-not-suspended'
  | 'limit-stopped'
  | 'limit-units-mixed'
  | 'events-out-of-order'

/** Whole days of a length, whatever they are counted in. */
export function daysOf(length: LimitLength): number {
  return isNatural(length) ? length.naturalDays : length.workingDays
}

/** Whether a length is counted in natural days. */
export function isNatural(length: LimitLength): length is { readonly naturalDays: number } {
  return 'naturalDays' in length
}

/** The pause a suspension opens or a resumption ends; pauses without a name are all the same one. */
export function pauseOf(event: { readonly pause?: string }): string {
  return event.pause ?? ''
}

/** Whether events follow one another as a limit's life allows. */
export function checkOrder(events: readonly TimeLimitEvent[]): Result<undefined, TimeLimitRefusal> {
  let before: TimeLimitEvent | undefined
  const open = new Set<string>()
  for (const event of events) {
    if (before !== undefined && event.on < before.on) return refuse('events-out-of-order', { on: event.on })
    const fault = faultOf(event, before, open) ?? unitFault(event, events[0])
    if (fault !== undefined) return refuse(fault, { on: event.on, type: event.type })
    if (event.type === 'suspended') open.add(pauseOf(event))
    if (event.type === 'resumed') open.delete(pauseOf(event))
    before = event
  }
  return accept(undefined)
}

function faultOf(
  event: TimeLimitEvent,
  before: TimeLimitEvent | undefined,
  open: ReadonlySet<string>,
): TimeLimitRefusal | undefined {
  if (before === undefined) return event.type === 'started' ? undefined : 'limit-not-started'
  if (before.type === 'stopped') return 'limit-stopped'
  if (event.type === 'started') return 'limit-started-already'
  if (event.type === 'suspended' && open.has(pauseOf(event))) return 'limit-suspended-already'
  return event.type === 'resumed' && !open.has(pauseOf(event)) ? 'limit-not-suspended' : undefined
}

function unitFault(event: TimeLimitEvent, start: TimeLimitEvent | undefined): TimeLimitRefusal | undefined {
  if (event.type !== 'extended' || start?.type !== 'started') return undefined
  return isNatural(event) === isNatural(start) ? undefined : 'limit-units-mixed'
}
