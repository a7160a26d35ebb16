import type { Principal } from '@guanjia/core/access'
import { localMoment } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import type { CountersPorts } from '../outreach-routes.ts'

/** Who works at the counter; the table of permissions lets in clerks only. */
export function clerkOf(principal: Principal): string {
  assert(principal.kind === 'person', 'clerks are people')
  return principal.id
}

/** The zone's day now: numbers are given anew each day. */
export function dayOf({ clock, zone }: CountersPorts): string {
  return localMoment(clock.now().getTime(), zone.utcOffsetMinutes).date
}
