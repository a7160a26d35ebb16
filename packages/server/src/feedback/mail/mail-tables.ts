/**
 * The tables of the mailbox as queries see them.
 */

import type { JSONColumnType, Kysely, Selectable } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import type { FeedbackTables } from '../store/feedback-tables.ts'
import type { LeftOutReason } from './mail-content.ts'

/** What became of a mail; `waiting` is tried again. */
export type MailOutcome =
  | 'waiting'
  | 'filed'
  | 'added'
  | 'known'
  | 'automatic'
  | 'too-large'
  | 'elsewhere'
  | 'set-aside'

/** An attachment that was not taken. */
export interface LeftOut {
  readonly name: string
  readonly reason: LeftOutReason
}

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type MailTables = {
  mail_receipt: {
    id: string
    mailbox: string
    uid_validity: number
    uid: number
    key: string | null
    size: number
    outcome: MailOutcome
    reason: string | null
    attempts: number
    issue_id: string | null
    arrived_at: Date
    taken_at: Date
    answered_at: Date | null
    settled_at: Date | null
  }
  issue_mail: { issue_id: string; address: string; subject: string; message_id: string | null }
  issue_mail_answer: {
    id: string
    issue_id: string
    mail_of: string
    about: 'filed' | 'added' | 'replied' | 'signposted'
    version: number
    left_out: JSONColumnType<readonly LeftOut[]>
    asked_at: Date
    sent_at: Date | null
  }
  mailbox_look: {
    mailbox: string
    looked_at: Date | null
    failed_at: Date | null
    failure: string | null
  }
}

/** What became of one mail. */
export type MailReceipt = Selectable<MailTables['mail_receipt']>

/** The database, or a transaction on it, with the tables of the mailbox and of the register. */
export function mailTables(database: Database): Kysely<PlatformTables & FeedbackTables & MailTables> {
  return database.withTables<FeedbackTables & MailTables>()
}
