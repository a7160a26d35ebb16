/**
 * Active projects as the database knows them for the stewards' board: people, contacts, dates and open gates.
 */

import type { OpenGate } from '@guanjia/core/projects'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Somebody by name. */
interface Named {
  readonly id: string
  readonly name: string
}

/** One project. */
export interface StoredRow {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly kind: string
  readonly ownerId: string
  readonly primary: Named | null
  readonly backup: Named | null
  readonly permit: string | null
  readonly lastContactAt: string | null
  readonly nextContactOn: string | null
  readonly openQuestions: number
  readonly gates: readonly OpenGate[]
}

/** Whose projects: of one steward, of everybody, or a single one. */
export type BoardScope =
  | { readonly stewardId: string }
  | { readonly all: true }
  | { readonly projectId: string }

const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

function conditionOf(scope: BoardScope): RawBuilder<unknown> {
  if ('all' in scope) return sql`project.state = 'active'`
  if ('projectId' in scope) return sql`project.id = ${scope.projectId}`
  return sql`project.state = 'active' and exists (select from stewardship held
    where held.project_id = project.id and held.steward_id = ${scope.stewardId} and held.to_at is null)`
}

const holder = (duty: 'primary' | 'backup') => sql`
  (select jsonb_build_object('id', person.id, 'name', person.name) from stewardship held
    join person on person.id = held.steward_id
    where held.project_id = project.id and held.duty = ${duty} and held.to_at is null limit 1)`

/** A question is open until somebody of ours has been in contact after it. */
const openQuestion = sql`question.response_due_at is not null and not exists (
  select from project_contact answer where answer.project_id = question.project_id and answer.by = 'steward'
    and answer.at >= question.at)`

/** How many days of the calendar hold a working day at most, holidays counted; wide, for a first choice. */
const daysOfWorkingDay = 3

/**
 * Gates that may matter within a horizon of working days: those that must begin or end by then. The single project shows
 * all it has.
 */
function gatesWithin(scope: BoardScope, { today, horizon }: BoardWindow): RawBuilder<unknown> {
  if ('projectId' in scope) return sql`true`
  const days = horizon * daysOfWorkingDay
  return sql`gate.late_on - gate.days * ${daysOfWorkingDay}::int <= ${today}::date + ${days}::int`
}

/** From which day the board looks how far. */
export interface BoardWindow {
  readonly today: string
  /** working days */
  readonly horizon: number
}

/** The projects of a scope, in the order of their numbers. */
export async function readBoardRows(
  database: Database,
  scope: BoardScope,
  window: BoardWindow,
): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select project.id, project.number, project.name, project.kind, project.owner_id as "ownerId",
      ${holder('primary')} as primary, ${holder('backup')} as backup,
      forecast.permit_on as permit, next.on_date as "nextContactOn",
      (select ${instant('max(contact.at)')} from project_contact contact
        where contact.project_id = project.id) as "lastContactAt",
      (select count(*)::int from project_contact question
        where question.project_id = project.id and ${openQuestion}) as "openQuestions",
      coalesce((select jsonb_agg(jsonb_build_object('step', gate.step, 'name', gate.name, 'lane', gate.lane,
          'isBegun', gate.is_begun, 'startOn', gate.start_on, 'endOn', gate.end_on, 'lateOn', gate.late_on,
          'days', gate.days, 'float', gate.float, 'caseCourt', file.court) order by gate.late_on, gate.step)
        from project_gate gate
          left join project_step_case step on step.project_id = gate.project_id and step.service = gate.step
            and step.closed_at is null
          left join case_file file on file.id = step.case_id and file.court <> 'nobody'
        where gate.project_id = project.id and ${gatesWithin(scope, window)}), '[]') as gates
    from project
      left join project_forecast forecast on forecast.project_id = project.id
      left join project_next_contact next on next.project_id = project.id
    where ${conditionOf(scope)} order by project.number`.execute(database)
  return rows
}

/** A question that waits for its first answer. */
export interface OpenQuestion {
  readonly projectId: string
  readonly number: string
  readonly name: string
  readonly text: string
  readonly askedAt: string
  readonly dueAt: string
  readonly isOverdue: boolean
}

/** The questions of a scope that nobody has answered, the first due first. */
export async function readOpenQuestions(
  database: Database,
  scope: BoardScope,
  now: Date,
): Promise<OpenQuestion[]> {
  const { rows } = await sql<OpenQuestion>`
    select project.id as "projectId", project.number, project.name, question.text,
      ${instant('question.at')} as "askedAt", ${instant('question.response_due_at')} as "dueAt",
      question.response_due_at < ${now} as "isOverdue"
    from project_contact question join project on project.id = question.project_id
    where ${conditionOf(scope)} and ${openQuestion} order by question.response_due_at, question.id`.execute(
    database,
  )
  return rows
}
