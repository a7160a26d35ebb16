/**
 * One consultation whole: the evidence with who opened it when, statements, the conclusion and its signatures, the tasks.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readConsultation } from '@guanjia/contract/supervision'
import { may } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import { namesOf } from '../../inspections/reading/inspection-list.ts'
import type { SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import { type Reader, unitNamed, unitsOf } from '../../tasks/task-view.ts'
import { type ConsultationRow, findConsultationPeople, isOpen } from '../consultation-store.ts'
import { shownConsultation } from './consultation-list.ts'

type Page = RouteOutput<typeof readConsultation>

/** The page. */
export async function readConsultationPage(
  room: SupervisionRoom,
  id: string,
  reader: Reader,
): Promise<Result<Page, 'joint-consultation-unknown'>> {
  const row = await supervisionTables(room.database)
    .selectFrom('consultation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return refuse('joint-consultation-unknown')
  const { language } = reader
  const [convener] = await namesOf(room, [row.convened_by])
  const { focus, cause, unit, revision } = row
  const isDrafted = focus !== null && cause !== null && unit !== null
  return accept({
    row: await shownConsultation(room, row, language),
    question: row.question,
    convenedBy: convener?.name ?? '',
    pieces: await readPieces(room, id, reader),
    members: await readMembers(room, row, reader),
    conclusion: isDrafted ? { revision, focus, cause, unit: unitNamed(room, unit, language).name } : null,
    tasks: await readTasks(room, id),
    units: unitsOf(room, language).map((one) => ({
      ...one,
      list: room.tasks.territorial.includes(one.id) ? 'territorial' : 'departmental',
    })),
    may: await mayDo(room, row, reader),
  })
}

async function mayDo(
  room: SupervisionRoom,
  row: ConsultationRow,
  { principal }: Reader,
): Promise<Page['may']> {
  const people = (await findConsultationPeople(room, row.id)) ?? {}
  const runs = isOpen(room, row)
  const joins = runs && may(principal, 'supervision.join-consultation', people)
  return {
    state: joins && row.state === 'stating',
    draft: runs && may(principal, 'supervision.draft-conclusion', people),
    sign: joins && row.state === 'concluding' && !(await hasSigned(room, row, principal)),
    enter: row.state === 'concluded' && may(principal, 'supervision.register-task'),
    print: row.state === 'concluded' && may(principal, 'supervision.print-consultation'),
  }
}

async function hasSigned(
  { database }: SupervisionRoom,
  row: ConsultationRow,
  principal: Reader['principal'],
): Promise<boolean> {
  if (principal.kind !== 'person') return false
  const member = await supervisionTables(database)
    .selectFrom('consultation_member')
    .select('signed_revision')
    .where('consultation_id', '=', row.id)
    .where('person_id', '=', principal.id)
    .executeTakeFirst()
  return member?.signed_revision === row.revision
}

/** A look of somebody at a piece, counted. */
export interface CountedLook {
  readonly place: number
  readonly personId: string
  readonly by: string
  readonly count: number
  readonly lastAt: Date
}

/** Who opened what how often, by piece; until a moment where one is given. */
export async function readLooks(
  { database }: Pick<SupervisionRoom, 'database'>,
  id: string,
  until: Date | null = null,
): Promise<readonly CountedLook[]> {
  const { rows } = await sql<CountedLook>`
    select l.place, l.person_id as "personId", person.name as by, count(*)::int as count, max(l.at) as "lastAt"
    from consultation_look l join person on person.id = l.person_id
    where l.consultation_id = ${id} and (${until}::timestamptz is null or l.at <= ${until}::timestamptz)
    group by l.place, l.person_id, person.name
    order by l.place, max(l.at)`.execute(database)
  return rows
}

async function readPieces(room: SupervisionRoom, id: string, { principal }: Reader): Promise<Page['pieces']> {
  const pieces = await supervisionTables(room.database)
    .selectFrom('consultation_piece')
    .selectAll()
    .where('consultation_id', '=', id)
    .orderBy('place')
    .execute()
  const looks = await readLooks(room, id)
  const reader = principal.kind === 'person' ? principal.id : ''
  return pieces.map(({ place, title, words, document_id: document }) => {
    const here = looks.filter((look) => look.place === place)
    const seen = here.some(({ personId }) => personId === reader)
    return {
      place,
      title,
      isFile: document !== null,
      seen,
      words: seen ? words : null,
      looks: here.map(({ by, count, lastAt }) => ({ by, count, lastAt: lastAt.toISOString() })),
    }
  })
}

interface MemberRow {
  readonly name: string
  readonly authority: string
  readonly statement: string | null
  readonly seen: number
  readonly signedAt: Date | null
}

async function readMembers(
  room: SupervisionRoom,
  { id, revision }: ConsultationRow,
  { language }: Reader,
): Promise<Page['members']> {
  const { rows } = await sql<MemberRow>`
    select person.name, m.authority, m.statement,
      (select count(distinct place)::int from consultation_look l
       where l.consultation_id = m.consultation_id and l.person_id = m.person_id) as seen,
      case when m.signed_revision = ${revision} then m.signed_at end as "signedAt"
    from consultation_member m join person on person.id = m.person_id
    where m.consultation_id = ${id} order by m.authority, person.name`.execute(room.database)
  return rows.map(({ authority, signedAt, ...member }) => ({
    ...member,
    unit: unitNamed(room, authority, language).name,
    signedAt: signedAt?.toISOString() ?? null,
  }))
}

async function readTasks({ database }: SupervisionRoom, id: string): Promise<Page['tasks']> {
  return await supervisionTables(database)
    .selectFrom('consultation_task')
    .innerJoin('duty_task', 'duty_task.id', 'consultation_task.task_id')
    .select(['duty_task.id', 'duty_task.number', 'duty_task.text', 'duty_task.state'])
    .select('duty_task.due_on as dueOn')
    .where('consultation_id', '=', id)
    .orderBy('duty_task.number')
    .execute()
}
