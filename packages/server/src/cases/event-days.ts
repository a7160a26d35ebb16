/**
 * The last days that stand in the history of a case: as they were told, or as a corrected calendar has moved them.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { calendarGrounds, type WorkingCalendar } from '@guanjia/core/calendar'
import type { CaseEvent, ClockEnds, CountedClock, EventOf, MovedEnd } from '@guanjia/core/cases'

type Days = NonNullable<RouteOutput<typeof contract.readCaseTimeline>['events'][number]['days']>

const clocks: readonly CountedClock[] = ['one-time-notice', 'committed', 'statutory']

/**
 * The days of an event; null where it tells of none.
 *
 * @param kept - the event as it is stored
 * @param counted - the event with its ends, those of older events counted with the calendar of today as their paper does
 */
export function eventDays(kept: CaseEvent, counted: CaseEvent, calendar: WorkingCalendar): Days | null {
  if (kept.type === 'calendar-revised') return revisedDays(kept, calendar)
  const ends = endsOf(counted)
  if (ends === undefined || clocks.every((clock) => ends[clock] === undefined)) return null
  return {
    ends: clocks.flatMap((clock) => {
      const due = ends[clock]
      return due === undefined ? [] : [{ clock, before: null, due }]
    }),
    counted: endsOf(kept) === undefined ? 'now' : 'then',
    grounds: [],
  }
}

function endsOf(event: CaseEvent): ClockEnds | undefined {
  return 'ends' in event ? event.ends : undefined
}

function revisedDays(event: EventOf<'calendar-revised'>, calendar: WorkingCalendar): Days | null {
  const moved = event.moved ?? movedBefore(event)
  const last = moved
    .flatMap(({ before, now }) => [before, now])
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  // an older event names the version alone: what that rests on is known while it is still the one that holds
  const known = event.calendar === calendar.version ? calendarGrounds(calendar, event.on, last) : []
  return {
    ends: moved.map(({ clock, before, now }) => ({ clock, before, due: now })),
    counted: 'then',
    grounds: (event.grounds ?? known).map((ground) => ({ ...ground })),
  }
}

/** Older events kept the committed clock alone. */
function movedBefore({ dueBefore, dueNow }: EventOf<'calendar-revised'>): readonly MovedEnd[] {
  if (dueBefore === null || dueNow === null || dueBefore === dueNow) return []
  return [{ clock: 'committed', before: dueBefore, now: dueNow }]
}
