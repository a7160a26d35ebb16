/**
 * What the room of statistics needs from the house.
 */

import type { PlainDate, WorkingCalendar } from '@guanjia/core/calendar'
import type { Wording } from '@guanjia/core/catalogue'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Implement } from '../platform/http/handler.ts'

/** What groups are called in the languages of the zone, for rows that people read. */
export type GroupLabels = Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>>

export interface StatisticsPorts {
  readonly implement: Implement
  readonly database: Database
  readonly clock: Clock
  readonly contentFolder: string
  readonly demonstration: boolean
  readonly zone: {
    readonly timeZone: string
    readonly utcOffsetMinutes: number
    readonly calendar: WorkingCalendar
  }
  /** names of the carriers by id */
  readonly carrierNames: GroupLabels
  /** names of what records are about, where they have but an id: topics of issues, carriers of leases */
  readonly subjectNames: GroupLabels
  /** the name of an authority */
  readonly nameUnit: (id: string) => Wording
  /** last day of the period of the public figures when none is asked for; today where left out */
  readonly shownAsOf?: PlainDate
}
