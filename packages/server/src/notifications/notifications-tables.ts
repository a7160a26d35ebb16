/**
 * The tables of notices as queries see them.
 */

import type {
  NoticeChannel,
  NoticeLanguage,
  NoticeState,
  RecipientPreference,
} from '@guanjia/core/notifications'
import type { Generated, JSONColumnType, Kysely } from 'kysely'
import type { Database, PlatformTables } from '../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type NotificationsTables = {
  notice: {
    id: string
    key: string
    template: string
    event_type: string
    subject: string
    person_id: string | null
    channel: NoticeChannel
    language: NoticeLanguage
    title: string
    text: string
    link: string
    address: string | null
    masked_address: string | null
    state: NoticeState
    deferred_because: string | null
    due_at: Date
    attempts: Generated<number>
    last_error: string | null
    created_at: Date
    sent_at: Date | null
    read_at: Date | null
    served_at: Date | null
    service_because: JSONColumnType<string[] | null, string | null, string | null>
    correlation_id: string
  }
  notice_preference: {
    person_id: string
    language: NoticeLanguage
    sms: RecipientPreference['sms']
    mail_address: string | null
    electronic_service_since: Date | null
    updated_at: Date
  }
}

/** The database, or a transaction on it, with the tables of this room. */
export type NotificationsDatabase = Kysely<PlatformTables & NotificationsTables>

/** Widens a database or a transaction to the tables of this room. */
export function notificationsTables(database: Database): NotificationsDatabase {
  return database.withTables<NotificationsTables>()
}
