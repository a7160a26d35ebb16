/**
 * What is known of how a project really goes: actual days of steps, the case of each step, commitments that stand.
 */

import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import type { Progress, StepProgress } from '@guanjia/core/planning'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { type ProjectsTables, projectsTables } from '../projects-tables.ts'

type ActualRow = ProjectsTables['project_step_actual']

/** Progress up to a day; undefined where nothing has happened, and a plan is what was planned. */
export async function readProgress(
  database: Database,
  projectId: string,
  today: PlainDate,
): Promise<Progress | undefined> {
  const rows = await projectsTables(database)
    .selectFrom('project_step_actual')
    .selectAll()
    .where('project_id', '=', projectId)
    .execute()
  if (rows.length === 0) return undefined
  return { today, steps: Object.fromEntries(rows.map((row) => [row.step, progressIn(row)])) }
}

/** A row as the planner reads it. */
export function progressIn({ started_on, finished_on, expected_on }: ActualRow): StepProgress {
  return {
    started: plainDate(started_on),
    ...(finished_on !== null && { finished: plainDate(finished_on) }),
    ...(expected_on !== null && { expected: plainDate(expected_on) }),
  }
}

/** Commitments that stand: signed by a letter, or in the case itself, and not withdrawn. */
export async function standingCommitments(database: Database, projectId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ commitment: string }>`
    select commitment from project_commitment where project_id = ${projectId} and withdrawn_at is null
    union
    select promise ->> 'id' from project_step_case link join case_file file on file.id = link.case_id,
      jsonb_array_elements(file.state -> 'promises') as promise
    where link.project_id = ${projectId} and link.closed_at is null
    order by 1`.execute(database)
  return rows.map(({ commitment }) => commitment)
}
