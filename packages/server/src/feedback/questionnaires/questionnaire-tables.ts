/**
 * The tables of questionnaires as queries see them.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { CheckedAnswers } from '@guanjia/core/feedback'
import type { Generated, JSONColumnType, Kysely, Selectable } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import type { Questionnaire } from '../content/questionnaires-content.ts'
import type { FeedbackTables } from '../store/feedback-tables.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type QuestionnaireTables = FeedbackTables & {
  questionnaire_round: {
    id: string
    number: Generated<number>
    questionnaire: JSONColumnType<Questionnaire>
    grouping_id: string
    from_day: PlainDate
    until_day: PlainDate
    seed: string
    listed: number
    list_digest: string
    link_salt: string | null
    token_hash: string | null
    to_register: Generated<number>
    reminded_at: Generated<Date | null>
    mixed_at: Generated<Date | null>
    opened_by: string
    opened_at: Date
  }
  questionnaire_quota: {
    round_id: string
    group_id: string
    place: number
    name: JSONColumnType<{ 'zh-CN': string; en: string }>
    places: number
    listed: number
    answered: Generated<number>
  }
  questionnaire_invitation: {
    id: string
    round_id: string
    company_code: string
    company: string
    group_id: string
    way: 'sms' | 'letter'
    link_salt: string
    token_hash: string
    is_answered: Generated<boolean>
  }
  questionnaire_answer: {
    id: string
    round_id: string
    group_id: string
    way: 'invited' | 'open'
    counted: JSONColumnType<CheckedAnswers['counted']>
  }
  questionnaire_text: {
    id: string
    round_id: string
    question: string
    words: string
    issue_id: Generated<string | null>
  }
}

/** A round. */
export type RoundRow = Selectable<QuestionnaireTables['questionnaire_round']>

/** Widens a database or a transaction to the tables of questionnaires and of the register. */
export function questionnaireTables(database: Database): Kysely<PlatformTables & QuestionnaireTables> {
  return database.withTables<QuestionnaireTables>()
}
