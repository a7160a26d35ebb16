/**
 * Questions of applicants and contacts of stewards: one timeline, whatever the channel and whenever the network was there.
 */

import { may } from '@guanjia/core/access'
import { localMoment } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type ContactChannel, responseDue } from '@guanjia/core/projects'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { writeNextContact } from './accompanying/next-contact.ts'
import { todayOf } from './plans/plan-source.ts'
import { type ProjectsRoom, personOf } from './projects-ports.ts'
import { type ProjectsDatabase, type ProjectsTables, projectsTables } from './projects-tables.ts'

/** Minutes that a device's clock may be ahead before its record is refused. */
const clockTolerance = 5

/** A contact as a steward's device recorded it. */
export interface RecordedContact {
  readonly id: string
  readonly projectId: string
  readonly channel: ContactChannel
  readonly by: 'steward' | 'applicant'
  /** ISO instant at which it was, on the device's clock */
  readonly at: string
  readonly text: string
  readonly place?: string | undefined
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined
  readonly checked?: readonly string[] | undefined
  /** case it was about */
  readonly caseId?: string | undefined
  /** day of the next contact, agreed on with this one */
  readonly nextContactOn?: string | undefined
}

type ContactRefusal =
  | 'project-ended'
  | 'contact-ahead-of-time'
  | 'contact-recorded-otherwise'
  | 'case-unknown'
  | 'next-contact-past'

/** Records a contact; the same one sent again is the same one. */
export async function recordContact(
  room: ProjectsRoom,
  context: CommandContext,
  contact: RecordedContact,
): Promise<Result<{ id: string }, ContactRefusal>> {
  const { id, projectId, channel, by } = contact
  const tables = projectsTables(context.tx)
  if (Date.parse(contact.at) > context.now.getTime() + clockTolerance * 60_000)
    return refuse('contact-ahead-of-time', { at: contact.at })
  const project = await findActive(tables, projectId)
  if (project === undefined) return refuse('project-ended')
  if (contact.caseId !== undefined && !(await isCaseOfOwner(tables, contact))) return refuse('case-unknown')
  const written = await tables
    .insertInto('project_contact')
    .values(rowOf(contact, context))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written !== undefined) {
    const body = { number: project.number, channel, by }
    context.emit({ type: 'projects.contact-recorded', subject: projectId, body })
    return agreedNext(room, context, contact)
  }
  const isSameAgain = await isSame(tables, contact, personOf(context))
  return isSameAgain ? accept({ id }) : refuse('contact-recorded-otherwise')
}

/** Keeps the day that was agreed on; a visit that was synchronised later than that day agreed on nothing any more. */
async function agreedNext(
  room: ProjectsRoom,
  context: CommandContext,
  { id, projectId, at, nextContactOn: on }: RecordedContact,
): Promise<Result<{ id: string }, 'next-contact-past'>> {
  if (on === undefined) return accept({ id })
  const held = localMoment(Date.parse(at), room.zone.utcOffsetMinutes).date
  if (on < held) return refuse('next-contact-past', { on })
  // whoever handed the project over meanwhile agrees on nothing for its next steward
  const isToCome = on >= todayOf(room, context.now) && (await seesItThrough(context, projectId))
  if (isToCome) await writeNextContact(context, { projectId, on })
  return accept({ id })
}

async function seesItThrough(context: CommandContext, projectId: string): Promise<boolean> {
  const { principal, tx } = context
  if (may(principal, 'steward.manage')) return true
  const held = await projectsTables(tx)
    .selectFrom('stewardship')
    .select('id')
    .where('project_id', '=', projectId)
    .where('steward_id', '=', personOf(context))
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return held !== undefined
}

async function isCaseOfOwner(
  tables: ProjectsDatabase,
  { caseId, projectId }: RecordedContact,
): Promise<boolean> {
  const { rows } = await sql`
    select from case_file join project on project.owner_id = case_file.applicant_id
    where case_file.id = ${caseId}::uuid and project.id = ${projectId}::uuid`.execute(tables)
  return rows.length > 0
}

function rowOf(contact: RecordedContact, context: CommandContext): ProjectsTables['project_contact'] {
  const { position } = contact
  return {
    id: contact.id,
    project_id: contact.projectId,
    channel: contact.channel,
    by: contact.by,
    person_id: personOf(context),
    at: new Date(contact.at),
    recorded_at: context.now,
    text: contact.text,
    place: contact.place ?? null,
    latitude: position?.latitude.toFixed(5) ?? null,
    longitude: position?.longitude.toFixed(5) ?? null,
    checked: [...(contact.checked ?? [])],
    response_due_at: null,
    case_id: contact.caseId ?? null,
  }
}

/** A contact's id belongs to one project, one person and one text. */
async function isSame(
  tables: ProjectsDatabase,
  { id, projectId, text }: RecordedContact,
  personId: string,
): Promise<boolean> {
  const known = await tables
    .selectFrom('project_contact')
    .select(['project_id', 'person_id', 'text'])
    .where('id', '=', id)
    .executeTakeFirst()
  return known?.project_id === projectId && known.person_id === personId && known.text === text
}

/** Asks the steward; the clock of the first response starts. */
export async function askSteward(
  room: ProjectsRoom,
  context: CommandContext,
  { id, projectId, text }: { readonly id: string; readonly projectId: string; readonly text: string },
): Promise<Result<{ id: string; responseDueAt: string }, 'project-ended' | 'calendar-not-published'>> {
  const tables = projectsTables(context.tx)
  const project = await findActive(tables, projectId)
  if (project === undefined) return refuse('project-ended')
  const { calendar, officeHours } = room.zone
  const asked = { id, channel: 'message', by: 'applicant', at: context.now.getTime() } as const
  const withinMinutes = room.content.firstResponse.value
  const due = responseDue(calendar, officeHours, { asked, withinMinutes })
  if (!due.ok) return due
  const responseDueAt = new Date(due.value.due)
  const question = { id, projectId, channel: 'message', by: 'applicant', text } as const
  const row = rowOf({ ...question, at: context.now.toISOString() }, context)
  await tables
    .insertInto('project_contact')
    .values({ ...row, response_due_at: responseDueAt })
    .execute()
  const body = { number: project.number, dueAt: responseDueAt.toISOString() }
  context.emit({ type: 'projects.question-asked', subject: projectId, body })
  return accept({ id, responseDueAt: responseDueAt.toISOString() })
}

/** A project that goes on; it cannot end while the command runs. */
function findActive(tables: ProjectsDatabase, projectId: string): Promise<{ number: string } | undefined> {
  return tables
    .selectFrom('project')
    .select('number')
    .where('id', '=', projectId)
    .where('state', '=', 'active')
    .forShare()
    .executeTakeFirst()
}
