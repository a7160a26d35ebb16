/**
 * The tables of the register as queries see them.
 */

import type {
  IssueClockKind,
  IssueEvent,
  IssueKind,
  IssueSituation,
  IssueState,
} from '@guanjia/core/feedback'
import type { Generated, JSONColumnType, Kysely, Selectable } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type FeedbackTables = {
  issue: {
    id: string
    number: string
    version: number
    kind: IssueKind
    source: string
    external_number: string | null
    topic: string
    words: string
    place: string | null
    latitude: number | null
    longitude: number | null
    asker_id: string | null
    asker_name: string | null
    asker_phone: string | null
    recorded_by: string | null
    situation: IssueSituation
    state: JSONColumnType<IssueState>
    authorities: string[]
    proposed_by: string | null
    next_kind: IssueClockKind | null
    next_due: string | null
    /** last day that was told to have passed */
    told_due: Generated<string | null>
    first_reply_due: string | null
    first_replied_on: string | null
    bigrams: string[]
    public_question: string | null
    public_answer: string | null
    published_at: Date | null
    filed_at: Date
    updated_at: Date
  }
  issue_event: {
    issue_id: string
    version: number
    type: IssueEvent['type']
    body: JSONColumnType<IssueEvent>
    principal: string
    at: Date
  }
  issue_photo: {
    id: string
    issue_id: string | null
    file: string
    kind: 'jpeg' | 'png'
    size: number
    kept_at: Date
  }
  issue_document: {
    id: string
    issue_id: string
    name: string
    kind: 'pdf' | 'docx' | 'ofd'
    file: string
    size: number
    kept_at: Date
  }
  issue_supplement: {
    issue_id: string
    version: number
    words: string
    /** the issue whose asker added it by mail; null where it was the asker of the issue that it stands in */
    mail_of: string | null
  }
  issue_look: { number: string; failures: number; failed_at: Date }
  misconduct_stub: { day: string; source: string; count: number }
  improvement_task: {
    id: string
    topic: string
    lead: string
    issues: string[]
    raised_on: string
    done_on: string | null
    measure: string | null
  }
  issue_need: {
    issue_id: string
    need_id: string
    number: string
    passed_on_by: string
    version: number
    situation: string
    moved_at: Date
  }
  hotline_order: {
    number: string
    issue_id: string
    received_at: Date
    told_version: number | null
    told_at: Date | null
  }
}

/** A row of the register. */
export type IssueRow = Selectable<FeedbackTables['issue']>

/** The database, or a transaction on it, with the tables of this room. */
export type FeedbackDatabase = Kysely<PlatformTables & FeedbackTables>

/** Widens a database or a transaction to the tables of this room. */
export function feedbackTables(database: Database): FeedbackDatabase {
  return database.withTables<FeedbackTables>()
}
