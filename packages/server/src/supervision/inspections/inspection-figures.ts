/**
 * What was found, with the tasks it became, and the figures of it.
 */

import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import { type InspectionFigures, inspectionFigures } from '@guanjia/core/supervision'
import type { Database } from '../../platform/database/database.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** Findings of inspections with their tasks, in the order in which they were made. */
export function findingsWithTasks(database: Database, inspectionIds: readonly string[]) {
  return supervisionTables(database)
    .selectFrom('inspection_finding')
    .innerJoin('duty_task', 'duty_task.id', 'inspection_finding.task_id')
    .selectAll('inspection_finding')
    .select([
      'duty_task.number as task_number',
      'duty_task.state as task_state',
      'duty_task.due_on',
      'duty_task.departmental_unit',
    ])
    .where('inspection_id', 'in', [...inspectionIds])
    .orderBy('recorded_at')
    .orderBy('inspection_finding.id')
    .execute()
}

/** A finding with its task. */
export type FindingWithTask = Awaited<ReturnType<typeof findingsWithTasks>>[number]

/** The figures of one inspection on a day. */
export async function figuresOf(database: Database, id: string, on: PlainDate): Promise<InspectionFigures> {
  const figures = await figuresOfAll(database, [id], on)
  return figures.get(id) ?? inspectionFigures([], [], on)
}

/** The figures of several on a day, by id. */
export async function figuresOfAll(
  database: Database,
  ids: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, InspectionFigures>> {
  if (ids.length === 0) return new Map()
  const findings = await findingsWithTasks(database, ids)
  const items = await supervisionTables(database)
    .selectFrom('inspection_item')
    .select(['inspection_id', 'result'])
    .where('inspection_id', 'in', [...ids])
    .execute()
  return new Map(
    ids.map((id) => [
      id,
      inspectionFigures(
        items.filter((item) => item.inspection_id === id).map(({ result }) => result),
        findings
          .filter((finding) => finding.inspection_id === id)
          .map(({ grade, task_state: task, due_on: due }) => ({ grade, task, due: plainDate(due) })),
        on,
      ),
    ]),
  )
}
