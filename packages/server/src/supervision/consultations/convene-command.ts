/**
 * Convening a consultation: what it is about, who of which departments, and the evidence as it stands.
 */

import type { Principal } from '@guanjia/core/access'
import { may } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type ConsultationSubject, severalDepartments } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { findConsultedCase } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { findProjectPeople } from '../../projects/index.ts'
import { factsOfProjects } from '../inspections/reading/scope-facts.ts'
import type { LightRefusal } from '../nodes/light-look.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { tellMembers } from './member-news.ts'

/** A consultation as it is convened. */
export interface NewConsultation {
  readonly subject: ConsultationSubject
  readonly of?: string | undefined
  readonly title: string
  readonly question: string
  readonly until: string
  readonly members: readonly string[]
  readonly pieces: readonly { readonly title: string; readonly words: string }[]
}

type ConveningRefusal =
  | 'consultation-subject-unknown'
  | 'consultation-day-passed'
  | 'consultation-member-unknown'
  | 'one-department-only'
  | 'consultation-evidence-missing'
  | LightRefusal

/** A piece of evidence: words, or one version of a document. */
type Piece = { readonly title: string } & (
  | { readonly words: string }
  | { readonly document: string; readonly version: number }
)

/** What a consultation is about, with the evidence that comes with it. */
interface Subject {
  readonly id: string | null
  readonly pieces: readonly Piece[]
}

/** Convenes it. */
export async function conveneConsultation(
  room: SupervisionRoom,
  context: CommandContext,
  wanted: NewConsultation,
): Promise<Result<{ id: string; number: string; pieces: number }, ConveningRefusal>> {
  const { tx, now, record, emit, commit } = context
  if (wanted.until < dayOf(room, now)) return refuse('consultation-day-passed')
  const members = await membersOf(tx, wanted.members)
  if (!members.ok) return members
  const subject = await subjectOf(room, context, wanted)
  if (!subject.ok) return subject
  const pieces = [...subject.value.pieces, ...wanted.pieces]
  if (pieces.length === 0) return refuse('consultation-evidence-missing')
  const { rows } = await sql<{ next: string }>`select nextval('consultation_number') as next`.execute(tx)
  const id = room.newId()
  const number = `HZ${now.getUTCFullYear()}-${String(rows[0]?.next).padStart(4, '0')}`
  await write(context, { id, number, wanted, subjectId: subject.value.id, members: members.value, pieces })
  record({
    act: 'supervision.consultation-convened',
    subject: id,
    body: {
      number,
      about: wanted.subject,
      until: wanted.until,
      pieces: pieces.length,
      departments: [...new Set(members.value.map(({ authority }) => authority))],
      members: members.value.map(({ personId }) => commit(personId)),
      question: commit(wanted.question),
    },
  })
  emit({ type: 'supervision.consultation-moved', subject: id, body: { act: 'convene' } })
  tellMembers(context, 'supervision.member-asked', {
    told: { id, number, until: wanted.until },
    members: members.value.map(({ personId }) => personId),
  })
  return accept({ id, number, pieces: pieces.length })
}

interface Member {
  readonly personId: string
  readonly authority: string
}

async function membersOf(
  tx: Database,
  ids: readonly string[],
): Promise<Result<readonly Member[], 'consultation-member-unknown' | 'one-department-only'>> {
  const known = await findDepartmentPeople(tx)
  const members = [...new Set(ids)].flatMap((id) => known.find(({ personId }) => personId === id) ?? [])
  if (members.length < new Set(ids).size) return refuse('consultation-member-unknown')
  const several = severalDepartments(members.map(({ authority }) => authority))
  return several.ok ? accept(members) : several
}

/** Everybody who works for a department, with the first one they joined. */
export async function findDepartmentPeople(
  database: Database,
): Promise<readonly (Member & { readonly name: string })[]> {
  const { rows } = await sql<Member & { readonly name: string }>`
    select distinct on (m.person_id) m.person_id as "personId", m.authority, person.name
    from authority_membership m join person on person.id = m.person_id
    where m.ended_at is null and exists (select from role_grant g
      where g.person_id = m.person_id and g.role in ('reviewer', 'department-head') and g.confirmed_at is not null
        and g.revoked_at is null)
    order by m.person_id, m.since`.execute(database)
  return rows
}

/** Finds it, where it is of the business of who convenes: supervision sees to all, a steward to their own. */
async function subjectOf(
  room: SupervisionRoom,
  { tx, principal }: CommandContext,
  { subject, of }: NewConsultation,
): Promise<Result<Subject, 'consultation-subject-unknown' | LightRefusal>> {
  if (subject === 'pattern') return accept({ id: null, pieces: [] })
  const found = await (subject === 'case' ? caseSubject(tx, of ?? '') : projectSubject(room, tx, of ?? ''))
  if (!found.ok) return found
  const isOwn = await isConvenedBy(tx, principal, found.value.projectId)
  return isOwn ? found : refuse('consultation-subject-unknown')
}

type Found = Subject & { readonly projectId: string | null }

async function caseSubject(
  tx: Database,
  number: string,
): Promise<Result<Found, 'consultation-subject-unknown'>> {
  const found = await findConsultedCase(tx, number)
  if (found === undefined) return refuse('consultation-subject-unknown')
  return accept({ id: found.id, projectId: found.projectId, pieces: found.documents })
}

async function projectSubject(
  room: SupervisionRoom,
  tx: Database,
  id: string,
): Promise<Result<Found, 'consultation-subject-unknown' | LightRefusal>> {
  const project = await supervisionTables(tx)
    .selectFrom('supervised_project')
    .selectAll()
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst()
  if (project === undefined) return refuse('consultation-subject-unknown')
  const facts = await factsOfProjects(room, [project], 'zh-CN')
  if (!facts.ok) return facts
  const named = room.inspections.facts
  const words = Object.entries(facts.value[0] ?? {})
    .flatMap(([fact, value]) =>
      value === null ? [] : [`${named[fact as keyof typeof named]['zh-CN']}：${value}`],
    )
    .join('\n')
  const title = `${project.name}：${room.consultations.project.title['zh-CN']}`
  return accept({ id: project.id, projectId: project.project_id, pieces: [{ title, words }] })
}

async function isConvenedBy(tx: Database, principal: Principal, projectId: string | null): Promise<boolean> {
  if (may(principal, 'supervision.register-task')) return true
  if (projectId === null || principal.kind !== 'person') return false
  const people = await findProjectPeople(tx, projectId)
  return people?.stewardIds?.includes(principal.id) === true
}

interface Written {
  readonly id: string
  readonly number: string
  readonly wanted: NewConsultation
  readonly subjectId: string | null
  readonly members: readonly Member[]
  readonly pieces: readonly Piece[]
}

async function write(context: CommandContext, written: Written): Promise<void> {
  const { id, number, wanted, subjectId, members, pieces } = written
  const tables = supervisionTables(context.tx)
  await tables
    .insertInto('consultation')
    .values({
      id,
      number,
      subject_kind: wanted.subject,
      subject_id: subjectId,
      title: wanted.title,
      question: wanted.question,
      until_day: wanted.until,
      convened_by: personOf(context),
      convened_at: context.now,
      state: 'stating',
    })
    .execute()
  await tables
    .insertInto('consultation_member')
    .values(
      members.map(({ personId, authority }) => ({ consultation_id: id, person_id: personId, authority })),
    )
    .execute()
  await tables
    .insertInto('consultation_piece')
    .values(
      pieces.map((piece, at) => ({
        consultation_id: id,
        place: at + 1,
        title: piece.title,
        words: 'words' in piece ? piece.words : null,
        document_id: 'document' in piece ? piece.document : null,
        version: 'document' in piece ? piece.version : null,
      })),
    )
    .execute()
}
