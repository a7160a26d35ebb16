/**
 * The records that an agreement can speak of, whole: what of them leaves is picked afterwards.
 */

import { accept, type Result } from '@guanjia/core/kernel'
import type { ExchangeSchema } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { factsOfProjects } from '../inspections/reading/scope-facts.ts'
import type { LightRefusal } from '../nodes/light-look.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { unitNamed } from '../tasks/task-view.ts'

/** A record with everything there is to say of it. */
export type WholeRecord = Readonly<Record<string, string | number | null>>

type Rows = Result<readonly WholeRecord[], LightRefusal>

/** The records of a schema that may be of use to a partner; problems come in and are never sent. */
export async function exchangeRows(
  room: SupervisionRoom,
  schema: ExchangeSchema,
  partner: string,
): Promise<Rows> {
  switch (schema) {
    case 'projects':
      return await projectRows(room)
    case 'tasks':
      return accept(await taskRows(room))
    case 'findings':
      return accept(await findingRows(room, partner))
    case 'problems':
      return accept([])
  }
}

async function projectRows(room: SupervisionRoom): Promise<Rows> {
  const projects = await supervisionTables(room.database)
    .selectFrom('supervised_project')
    .selectAll()
    .orderBy('number')
    .execute()
  const facts = await factsOfProjects(room, projects, 'zh-CN')
  if (!facts.ok) return facts
  return accept(
    facts.value.map((one, at) => ({
      ...one,
      landSquareMetres: Math.round(Number(projects[at]?.land_square_metres)),
    })),
  )
}

async function taskRows(room: SupervisionRoom): Promise<readonly WholeRecord[]> {
  const { sources } = room.tasks
  const tasks = await supervisionTables(room.database)
    .selectFrom('duty_task')
    .selectAll()
    .where('state', '<>', 'closed')
    .orderBy('number')
    .execute()
  return tasks.map((task) => ({
    number: task.number,
    text: task.text,
    origin: sources.find(({ id }) => id === task.source)?.name['zh-CN'] ?? task.source,
    company: task.company,
    state: room.exchange.states[task.state],
    dueOn: task.due_on,
    territorialUnit: unitNamed(room, task.territorial_unit, 'zh-CN').name,
    territorialAnswerable: task.territorial_answerable,
    departmentalUnit: unitNamed(room, task.departmental_unit, 'zh-CN').name,
    departmentalAnswerable: task.departmental_answerable,
  }))
}

/** Of inspections to which somebody of the partner was invited. */
async function findingRows(room: SupervisionRoom, partner: string): Promise<readonly WholeRecord[]> {
  const findings = await supervisionTables(room.database)
    .selectFrom('inspection_finding as finding')
    .innerJoin('inspection', 'inspection.id', 'finding.inspection_id')
    .innerJoin('duty_task as task', 'task.id', 'finding.task_id')
    .select(['finding.place', 'finding.words', 'finding.document', 'finding.grade'])
    .select(['inspection.number as inspection', 'task.number as task', 'task.state', 'task.due_on'])
    .select('task.departmental_unit as unit')
    .where(
      sql<boolean>`exists (select from inspection_invitation i
        where i.inspection_id = inspection.id and i.organisation = ${partner})`,
    )
    .orderBy('inspection.number')
    .orderBy('finding.recorded_at')
    .execute()
  const { grades } = room.inspections
  return findings.map(({ due_on: dueOn, grade, state, unit, ...finding }) => ({
    ...finding,
    grade: grades.find(({ id }) => id === grade)?.name['zh-CN'] ?? grade,
    unit: unitNamed(room, unit, 'zh-CN').name,
    state: room.exchange.states[state],
    dueOn,
  }))
}
