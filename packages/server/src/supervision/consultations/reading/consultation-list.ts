/**
 * Consultations in a list, and what one may be convened with.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listConsultations } from '@guanjia/contract/supervision'
import { may } from '@guanjia/core/access'
import { sql } from 'kysely'
import type { Language } from '../../board/light-words.ts'
import { dayOf, type SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import { type Reader, unitNamed } from '../../tasks/task-view.ts'
import { type ConsultationRow, isOpen } from '../consultation-store.ts'
import { findDepartmentPeople } from '../convene-command.ts'

type Listing = RouteOutput<typeof listConsultations>
type Row = Listing['consultations'][number]

/** All of them for who supervises; for others those that are open to them. */
export async function listAllConsultations(room: SupervisionRoom, reader: Reader): Promise<Listing> {
  const { principal, language } = reader
  const all = await supervisionTables(room.database)
    .selectFrom('consultation')
    .selectAll()
    .orderBy('convened_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  const own = principal.kind === 'person' ? await membershipsOf(room, principal.id) : []
  const isOwn = (row: ConsultationRow) =>
    isOpen(room, row) &&
    (own.includes(row.id) || (principal.kind === 'person' && row.convened_by === principal.id))
  const visible = may(principal, 'supervision.print-consultation') ? all : all.filter(isOwn)
  const { source, mark } = room.consultations
  return {
    consultations: await Promise.all(visible.map((row) => shownConsultation(room, row, language))),
    choices: may(principal, 'supervision.convene-consultation') ? await readChoices(room, language) : null,
    source,
    mark,
  }
}

async function membershipsOf({ database }: SupervisionRoom, personId: string): Promise<readonly string[]> {
  const rows = await supervisionTables(database)
    .selectFrom('consultation_member')
    .select('consultation_id')
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.consultation_id)
}

/** A consultation in one row. */
export async function shownConsultation(
  room: SupervisionRoom,
  row: ConsultationRow,
  language: Language,
): Promise<Row> {
  const { rows: members } = await sql<{ authority: string; stated: boolean; signed: boolean }>`
    select authority, statement is not null as stated, signed_revision is not distinct from ${row.revision} as signed
    from consultation_member where consultation_id = ${row.id}`.execute(room.database)
  const departments = [...new Set(members.map(({ authority }) => authority))]
  return {
    id: row.id,
    number: row.number,
    subject: row.subject_kind,
    subjectName: room.consultations.subjects[row.subject_kind][language],
    title: row.title,
    state: row.state,
    until: row.until_day,
    over: row.state !== 'concluded' && dayOf(room, room.clock.now()) > row.until_day,
    departments: departments.map((unit) => unitNamed(room, unit, language).name),
    stated: members.filter(({ stated }) => stated).length,
    signed: members.filter(({ signed }) => signed).length,
    members: members.length,
  }
}

async function readChoices(room: SupervisionRoom, language: Language): Promise<Listing['choices']> {
  const projects = await supervisionTables(room.database)
    .selectFrom('supervised_project')
    .select(['id', 'name'])
    .orderBy('number')
    .execute()
  const people = await findDepartmentPeople(room.database)
  return {
    projects,
    members: people
      .map(({ personId, name, authority }) => ({
        id: personId,
        name,
        unit: unitNamed(room, authority, language).name,
      }))
      .toSorted((one, other) => one.unit.localeCompare(other.unit, 'zh-CN')),
  }
}
