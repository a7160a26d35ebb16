/**
 * The tables of observers as queries see them.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { ObserverKind, ObserverTask } from '@guanjia/core/feedback'
import type { Kysely } from 'kysely'
import type { AccessTables } from '../../access/index.ts'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import type { FeedbackTables } from '../store/feedback-tables.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type ObserverTables = FeedbackTables &
  Pick<AccessTables, 'person' | 'person_identity'> & {
    observer_term: {
      id: string
      number: string
      person_id: string
      kind: ObserverKind
      organisation: string
      from_day: PlainDate
      until_day: PlainDate
      ended_on: PlainDate | null
      ended_because: string | null
      appointed_by: string
      appointed_at: Date
      reminded_at: Date | null
    }
    observer_activity: {
      id: string
      kind: string
      title: string
      place: string
      starts_at: Date
      ends_at: Date
      code: string
      minutes: string | null
      minutes_at: Date | null
      announced_by: string
      announced_at: Date
    }
    observer_attendance: { activity_id: string; term_id: string; way: 'code' | 'list'; at: Date }
    observer_finding: { issue_id: string; term_id: string; task: ObserverTask; activity_id: string | null }
  }

/** Widens a database or a transaction to the tables of observers and of the register. */
export function observerTables(database: Database): Kysely<PlatformTables & ObserverTables> {
  return database.withTables<ObserverTables>()
}
