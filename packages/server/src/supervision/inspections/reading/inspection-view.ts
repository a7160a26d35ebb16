/**
 * One inspection whole. Those who supervise see everything; a partner sees the listed facts of the scope, the items, the
 * findings and their own notes.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readInspection } from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { LightRefusal } from '../../nodes/light-look.ts'
import { dayOf, type SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import { type Reader, unitNamed, unitsOf } from '../../tasks/task-view.ts'
import { type FindingWithTask, findingsWithTasks } from '../inspection-figures.ts'
import { type InspectionRow, runningInvitations } from '../inspection-store.ts'
import { namesOf, partnerName, shownInspections } from './inspection-list.ts'
import { projectsInScope } from './scope-facts.ts'

type Page = RouteOutput<typeof readInspection>
type Desk = NonNullable<Page['desk']>

/** The page. */
export async function readInspectionPage(
  room: SupervisionRoom,
  id: string,
  reader: Reader,
): Promise<Result<Page, 'inspection-unknown' | LightRefusal>> {
  const { principal, language } = reader
  const row = await supervisionTables(room.database)
    .selectFrom('inspection')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const [shown] = row === undefined ? [] : await shownInspections(room, [row], language)
  if (row === undefined || shown === undefined) return refuse('inspection-unknown')
  const isPartner = !may(principal, 'supervision.list-inspections')
  const projects = await projectsInScope(room, row.scope, { language, isPartner })
  if (!projects.ok) return projects
  const findings = await findingsWithTasks(room.database, [id])
  return accept({
    row: shown,
    purpose: row.purpose,
    basis: row.basis,
    scope: {
      parks: [...row.scope.parks],
      units: row.scope.units.map((unit) => unitNamed(room, unit, language).name),
    },
    projects: projects.value,
    items: await readItems(room, id),
    findings: findings.map((finding) => shownFinding(room, finding, reader)),
    notes: await readNotes(room, id, reader),
    ...(await peopleOf(room, row)),
    conclusion: isPartner ? null : row.conclusion,
    signedAt: row.signed_at?.toISOString() ?? null,
    desk: isPartner ? null : await readDesk(room, row, reader),
    invitedUntil: isPartner ? await invitedUntil(room, id, principal) : null,
    mayJoin: row.state === 'running',
  })
}

async function peopleOf(room: SupervisionRoom, row: InspectionRow) {
  const members = await namesOf(room, row.member_ids)
  const [reporter] = await namesOf(room, row.reported_by === null ? [] : [row.reported_by])
  const [signer] = await namesOf(room, row.signed_by === null ? [] : [row.signed_by])
  return {
    members: members.map(({ name }) => name),
    reportedBy: reporter?.name ?? null,
    signedBy: signer?.name ?? null,
  }
}

async function invitedUntil(room: SupervisionRoom, id: string, principal: Principal): Promise<string | null> {
  const running = await runningInvitations(room, { inspectionId: id })
  const own = running.find(({ personId }) => principal.kind === 'person' && personId === principal.id)
  return own?.until ?? null
}

async function readItems({ database }: SupervisionRoom, id: string): Promise<Page['items']> {
  const { rows } = await sql<Omit<Page['items'][number], 'at'> & { readonly at: Date | null }>`
    select item.place, item.text, item.result, item.note, person.name as by, item.checked_at as at
    from inspection_item item left join person on person.id = item.checked_by
    where item.inspection_id = ${id} order by item.place`.execute(database)
  return rows.map(({ at, ...item }) => ({ ...item, at: at?.toISOString() ?? null }))
}

function shownFinding(
  room: SupervisionRoom,
  finding: FindingWithTask,
  { language, now }: Reader,
): Page['findings'][number] {
  const { id, place, words, document, grade, due_on: dueOn, task_state: state } = finding
  return {
    id,
    place,
    words,
    document,
    grade,
    gradeName: room.inspections.grades.find((one) => one.id === grade)?.name[language] ?? grade,
    unit: unitNamed(room, finding.departmental_unit, language).name,
    dueOn,
    overdue: state !== 'closed' && dayOf(room, now) > dueOn,
    task: { id: finding.task_id, number: finding.task_number, state },
  }
}

interface NoteRow {
  readonly id: string
  readonly words: string
  readonly by: string
  readonly personId: string
  readonly organisation: string | null
  readonly at: Date
}

/** The notes; of a partner’s reading their own alone. */
async function readNotes(
  room: SupervisionRoom,
  id: string,
  { principal, language }: Reader,
): Promise<Page['notes']> {
  const { rows } = await sql<NoteRow>`
    select note.id, note.words, person.name as by, note.by_person as "personId", note.at,
      (select organisation from inspection_invitation invitation
       where invitation.inspection_id = note.inspection_id and invitation.person_id = note.by_person
       order by invited_at desc limit 1) as organisation
    from inspection_note note join person on person.id = note.by_person
    where note.inspection_id = ${id} order by note.at desc, note.id`.execute(room.database)
  const own = principal.kind === 'person' ? principal.id : ''
  const isDesk = may(principal, 'supervision.list-inspections')
  return rows
    .filter(({ personId }) => isDesk || personId === own)
    .map(({ personId: _personId, organisation, at, ...note }) => ({
      ...note,
      organisation: organisation === null ? null : partnerName(room, organisation, language),
      at: at.toISOString(),
    }))
}

async function readDesk(room: SupervisionRoom, row: InspectionRow, reader: Reader): Promise<Desk> {
  const { language, principal } = reader
  const { partners } = room.partners
  const { grades, facts, partnersSee } = room.inspections
  const proposed = row.reported_by === null ? {} : { proposedById: row.reported_by }
  return {
    invitations: await readInvitations(room, row.id, reader),
    partners: partners
      .filter(({ inspects }) => inspects)
      .map(({ id, name }) => ({ id, name: name[language] })),
    units: unitsOf(room, language).map((unit) => ({
      ...unit,
      list: room.tasks.territorial.includes(unit.id) ? 'territorial' : 'departmental',
    })),
    grades: grades.map(({ id, name }) => ({ id, name: name[language] })),
    partnersSee: partnersSee.map((fact) => facts[fact][language]),
    revision: row.revision,
    returned: await returnedOf(room, row),
    mayReport: row.state !== 'closed',
    maySign: row.state === 'reported' && may(principal, 'supervision.sign-inspection', proposed),
  }
}

async function returnedOf(
  room: SupervisionRoom,
  { returned_by: by, returned_at: at, return_reason: reason }: InspectionRow,
): Promise<Desk['returned']> {
  if (by === null || at === null || reason === null) return null
  const [person] = await namesOf(room, [by])
  return { by: person?.name ?? '', at: at.toISOString(), reason }
}

interface InvitationRow {
  readonly id: string
  readonly organisation: string
  readonly person: string
  readonly until: string
  readonly ended: Desk['invitations'][number]['ended']
  readonly looks: number
  readonly lastLookAt: Date | null
}

async function readInvitations(
  room: SupervisionRoom,
  id: string,
  { language, now }: Reader,
): Promise<Desk['invitations']> {
  const { rows } = await sql<InvitationRow>`
    select i.id, i.organisation, person.name as person, i.until_day as until, i.ended_because as ended, i.looks,
      i.last_look_at as "lastLookAt"
    from inspection_invitation i join person on person.id = i.person_id
    where i.inspection_id = ${id} order by i.invited_at, i.id`.execute(room.database)
  return rows.map(({ lastLookAt, ...invitation }) => ({
    ...invitation,
    organisation: partnerName(room, invitation.organisation, language),
    // one that has yet to begin stands too, and can be taken back
    runs: invitation.ended === null && dayOf(room, now) <= invitation.until,
    lastLookAt: lastLookAt?.toISOString() ?? null,
  }))
}
