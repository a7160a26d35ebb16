/**
 * Days saved by projects (H13), counted from records: what projects of the same class took in the year before, against what
 * those took that had their permit within the period.
 */

import { type PlainDate, plainDate, type WorkingCalendar, workingDaysBetween } from '@guanjia/core/calendar'
import { accept, type Result } from '@guanjia/core/kernel'
import { againstMedian, type FinishedProject, savedDays } from '@guanjia/core/projects'
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Period } from './register-counts.ts'

interface PermittedRow {
  readonly id: string
  readonly kind: string
  readonly startedOn: string
  readonly permittedOn: string
}

/** Projects with their first plan and their permit in this house, and those of the reference set. */
async function permitted(database: Database, { from, to }: Period): Promise<readonly PermittedRow[]> {
  const { rows } = await sql<PermittedRow>`
    select number as id, kind, started_on as "startedOn", permitted_on as "permittedOn" from past_project
      where permitted_on between ${from}::date and ${to}::date
    union all
    select project.id::text, project.kind, plan.start_on, min(actual.finished_on)
      from project
      join project_plan plan on plan.project_id = project.id and plan.version = 1
      join project_step_actual actual on actual.project_id = project.id and actual.step in ('M307', 'M308')
      where actual.finished_on between ${from}::date and ${to}::date and actual.finished_on >= plan.start_on
      group by project.id, project.kind, plan.start_on
    order by 1`.execute(database)
  return rows
}

/** The counts of the figure: the working days saved over all projects, and how many projects there were. */
export async function countSavedDays(
  database: Database,
  period: Period,
  calendar: WorkingCalendar,
): Promise<Readonly<Record<string, number>>> {
  const year = Number(period.from.slice(0, 4)) - 1
  const yearBefore = { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) }
  const before = takenBy(await permitted(database, yearBefore), calendar)
  const now = takenBy(await permitted(database, period), calendar)
  if (!before.ok || !now.ok) return {}
  const saved = savedDays(againstMedian(before.value, now.value), 'working-days')
  return saved.ok ? { 'days-saved': saved.value.sum, 'permitted-projects': saved.value.projects } : {}
}

function takenBy(
  rows: readonly PermittedRow[],
  calendar: WorkingCalendar,
): Result<readonly FinishedProject[], 'calendar-not-published'> {
  const taken: FinishedProject[] = []
  for (const { id: projectId, kind, startedOn, permittedOn } of rows) {
    const days = workingDaysBetween(calendar, startedOn as PlainDate, permittedOn as PlainDate)
    if (!days.ok) return days
    taken.push({ projectId, kind, days: days.value })
  }
  return accept(taken)
}
