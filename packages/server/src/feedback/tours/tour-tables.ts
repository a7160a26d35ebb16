/**
 * The tables of tours as queries see them.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { HalfDay, StopKind } from '@guanjia/core/feedback'
import type { Kysely } from 'kysely'
import type { AccessTables } from '../../access/index.ts'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import type { FeedbackTables } from '../store/feedback-tables.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type TourTables = FeedbackTables &
  Pick<AccessTables, 'person' | 'authority_membership' | 'role_grant'> & {
    visit_tour: {
      id: string
      number: string
      title: string
      from_day: PlainDate
      until_day: PlainDate
      departments: string[]
      opened_by: string
      opened_at: Date
    }
    visit_stop: {
      id: string
      tour_id: string
      kind: StopKind
      code: string | null
      place: string
      host: string
      on_day: PlainDate
      half: HalfDay
      planned_by: string
      planned_at: Date
      visited_at: Date | null
      seen: string | null
      dropped_at: Date | null
      dropped_because: string | null
    }
    visit_goer: {
      stop_id: string
      person_id: string
      department: string
      on_day: PlainDate
      half: HalfDay
      released: boolean
    }
    visit_heard: {
      id: string
      stop_id: string
      topic: string
      words: string
      heard_by: string
      heard_at: Date
      answer: string | null
      answered_by: string | null
      issue_id: string | null
    }
  }

/** Widens a database or a transaction to the tables of tours, of the register and of people. */
export function tourTables(database: Database): Kysely<PlatformTables & TourTables> {
  return database.withTables<TourTables>()
}
