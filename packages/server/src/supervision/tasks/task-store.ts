/**
 * Tasks in the database.
 */

import { plainDate } from '@guanjia/core/calendar'
import type { DutyTask } from '@guanjia/core/supervision'
import type { Selectable } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { supervisionTables } from '../supervision-tables.ts'
import type { TaskTables } from './task-tables.ts'

/** A task as it is stored. */
export type TaskRow = Selectable<TaskTables['duty_task']>

/** What a task is to whoever decides what may happen to it. */
export function taskOf(row: TaskRow): DutyTask {
  const { requested_on: requestedOn, closed_on: closedOn } = row
  return {
    state: row.state,
    due: plainDate(row.due_on),
    reported: [
      ...(row.territorial_reported ? (['territorial'] as const) : []),
      ...(row.departmental_reported ? (['departmental'] as const) : []),
    ],
    company: row.company === null ? 'none' : row.company_confirmed ? 'confirmed' : 'asked',
    ...(requestedOn === null ? {} : { requestedOn: plainDate(requestedOn) }),
    ...(closedOn === null ? {} : { closedOn: plainDate(closedOn) }),
  }
}

/** A task that nobody else changes meanwhile; undefined where there is none. */
export function lockTask(tx: Database, id: string): Promise<TaskRow | undefined> {
  return supervisionTables(tx)
    .selectFrom('duty_task')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The units of a task: both that answer for it, and the one that leads. */
export async function findTaskUnits(database: Database, id: string) {
  const task = await supervisionTables(database)
    .selectFrom('duty_task')
    .select(['lead_unit', 'territorial_unit', 'departmental_unit', 'requested_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (task === undefined) return undefined
  const { lead_unit: lead, territorial_unit: place, departmental_unit: department } = task
  return { lead, answering: [place, department], requestedBy: task.requested_by ?? '' }
}
