/**
 * The ledger as it is read: every task with its light and both duties; one task whole.
 */

import type { RouteInput, RouteOutput } from '@guanjia/contract/route'
import type { listTasks, readTask } from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import { type DutyList, dutyLists, lights, taskLight } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { authorityWording } from '../../cases/index.ts'
import { type Language, lightWords } from '../board/light-words.ts'
import { lightSentence } from '../lights-content.ts'
import { type LightRefusal, ruleInForce } from '../nodes/light-look.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type TaskRow, taskOf } from './task-store.ts'

type Ledger = RouteOutput<typeof listTasks>
type Listed = Ledger['tasks'][number]
type Page = RouteOutput<typeof readTask>

/** Who reads, in which language, when. */
export interface Reader {
  readonly principal: Principal
  readonly language: Language
  readonly now: Date
}

/** A unit with its name. */
export function unitNamed({ zone }: SupervisionRoom, id: string, language: Language) {
  return { id, name: authorityWording(zone.zone, id)[language] ?? id }
}

/** Every authority of the zone with its name. */
export function unitsOf(room: SupervisionRoom, language: Language) {
  const listed = room.zone.zone['authorities']
  const ids = Array.isArray(listed) ? (listed as readonly { readonly id: string }[]).map(({ id }) => id) : []
  return ids.map((id) => unitNamed(room, id, language))
}

/** The ledger, the worst light first; a department sees what it answers for or leads. */
export async function readLedger(
  room: SupervisionRoom,
  query: RouteInput<typeof listTasks>['query'],
  reader: Reader,
): Promise<Result<Ledger, LightRefusal>> {
  const rows = await visibleTasks(room, reader.principal)
  const listed: Listed[] = []
  for (const row of rows) {
    const shown = shownTask(room, row, reader)
    if (!shown.ok) return shown
    listed.push(shown.value)
  }
  const { sources, recursWithin, source, mark, territorial } = room.tasks
  const { language } = reader
  return accept({
    tasks: listed.filter((task) => isAsked(task, query)).toSorted(worstFirst),
    units: countUnits(listed),
    sources: sources.map(({ id, name }) => ({ id, name: name[language] })),
    choices: unitsOf(room, language).map((unit) => ({
      ...unit,
      list: territorial.includes(unit.id) ? ('territorial' as const) : ('departmental' as const),
    })),
    recursWithin: recursWithin.value,
    rule: { source, mark },
  })
}

function visibleTasks({ database }: SupervisionRoom, principal: Principal): Promise<TaskRow[]> {
  const all = supervisionTables(database)
    .selectFrom('duty_task')
    .selectAll()
    // where there are too many, those closed long ago are left out
    .orderBy('closed_on', (order) => order.desc().nullsFirst())
    .orderBy('due_on')
    .limit(1000)
  if (may(principal, 'supervision.register-task')) return all.execute()
  const own = principal.kind === 'person' ? [...principal.authorities] : []
  if (own.length === 0) return Promise.resolve([])
  return all
    .where(({ or, eb }) =>
      or([eb('lead_unit', 'in', own), eb('territorial_unit', 'in', own), eb('departmental_unit', 'in', own)]),
    )
    .execute()
}

function isAsked({ duties, state }: Listed, { list, unit, show }: RouteInput<typeof listTasks>['query']) {
  if (show !== 'all' && state === 'closed') return false
  if (unit === undefined) return true
  return duties.some((duty) => duty.unit.id === unit && (list === undefined || duty.list === list))
}

function worstFirst(one: Listed, other: Listed): number {
  const worse = lights.indexOf(other.light) - lights.indexOf(one.light)
  return worse === 0 ? one.dueOn.localeCompare(other.dueOn) : worse
}

/** What each unit has in its list: how much is open, how much of it is late. */
function countUnits(tasks: readonly Listed[]): Ledger['units'] {
  const counted = new Map<string, Ledger['units'][number]>()
  for (const { duties, state, light } of tasks)
    for (const { list, unit } of state === 'closed' ? [] : duties) {
      const known = counted.get(`${list} ${unit.id}`) ?? { ...unit, list, open: 0, late: 0 }
      const late = known.late + (light === 'red' ? 1 : 0)
      counted.set(`${list} ${unit.id}`, { ...known, open: known.open + 1, late })
    }
  return [...counted.values()].toSorted((one, other) => other.late - one.late || other.open - one.open)
}

function shownTask(
  room: SupervisionRoom,
  row: TaskRow,
  { language, now }: Reader,
): Result<Listed, LightRefusal> {
  const on = dayOf(room, now)
  const rule = ruleInForce(room, on)
  if (!rule.ok) return rule
  const shown = taskLight(taskOf(row), { rule: rule.value, calendar: room.zone.calendar, on })
  if (!shown.ok) return shown
  const [because] = shown.value.because
  const sources = room.tasks.sources
  return accept({
    id: row.id,
    number: row.number,
    text: row.text,
    source: row.source,
    sourceName: sources.find(({ id }) => id === row.source)?.name[language] ?? row.source,
    state: row.state,
    dueOn: row.due_on,
    leadUnit: unitNamed(room, row.lead_unit, language),
    company: row.company,
    ...lightWords(room.lights, shown.value.light, language),
    sentence: because === undefined ? '' : lightSentence(room.lights, because, language),
    recurrences: row.recurrences,
    duties: dutyLists.map((list) => dutyOf(room, row, { list, language })),
  })
}

function dutyOf(
  room: SupervisionRoom,
  row: TaskRow,
  { list, language }: { readonly list: DutyList; readonly language: Language },
): Listed['duties'][number] {
  return {
    list,
    unit: unitNamed(room, row[`${list}_unit`], language),
    answerable: row[`${list}_answerable`],
    duty: row[`${list}_duty`],
    reported: row[`${list}_reported`],
  }
}

/** One task whole. */
export async function readTaskPage(
  room: SupervisionRoom,
  id: string,
  reader: Reader,
): Promise<Result<Page, 'task-unknown' | LightRefusal>> {
  const row = await supervisionTables(room.database)
    .selectFrom('duty_task')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return refuse('task-unknown')
  const shown = shownTask(room, row, reader)
  if (!shown.ok) return shown
  const { principal, language } = reader
  const answering = { authorities: [row.territorial_unit, row.departmental_unit] }
  const verified = { authorities: [row.lead_unit], ...proposed(row) }
  return accept({
    row: shown.value,
    sourceNote: row.source_note,
    companyConfirmed: row.company_confirmed,
    closedOn: row.closed_on,
    entries: await readEntries(room, id),
    accountability: await readAccountability(room, id, language),
    may: {
      report: may(principal, 'supervision.work-task', answering),
      verify: may(principal, 'supervision.verify-task', verified),
      check: may(principal, 'supervision.check-task'),
      decide: may(principal, 'supervision.decide-accountability'),
    },
  })
}

function proposed({ requested_by: by }: TaskRow) {
  return by === null ? {} : { proposedById: by }
}

async function readEntries({ database }: SupervisionRoom, id: string): Promise<Page['entries']> {
  const { rows } = await sql<Omit<Page['entries'][number], 'at'> & { readonly at: Date }>`
    select e.act, e.lists, e.passed, e.words, e.evidence, person.name as by, e.at
    from duty_task_entry e join person on person.id = e.by_person
    where e.task_id = ${id} order by e.id desc limit 500`.execute(database)
  return rows.map((entry) => ({ ...entry, at: entry.at.toISOString() }))
}

async function readAccountability(room: SupervisionRoom, id: string, language: Language) {
  const rows = await supervisionTables(room.database)
    .selectFrom('accountability_draft')
    .selectAll()
    .where('task_id', '=', id)
    .orderBy('due_on', 'desc')
    .orderBy('list', 'desc')
    .execute()
  assert(rows.length % 2 === 0, 'accountability is drafted for both sides')
  return rows.map(({ id: draft, list, unit, due_on: dueOn, drafted_at: at, decision, reason }) => ({
    id: draft,
    list,
    unit: unitNamed(room, unit, language),
    dueOn,
    draftedAt: at.toISOString(),
    decision,
    reason,
  }))
}
