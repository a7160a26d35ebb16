/**
 * Questions of applicants and contacts of stewards: one timeline, whatever the channel and whenever the network was there.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type ContactChannel, responseDue } from '@guanjia/core/projects'
import type { CommandContext } from '../platform/commands/command.ts'
import { type ProjectsRoom, personOf } from './projects-ports.ts'
import { type ProjectsDatabase, projectsTables } from './projects-tables.ts'

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
}

type ContactRefusal = 'project-ended' | 'contact-ahead-of-time' | 'contact-recorded-otherwise'

/** Records a contact; the same one sent again is the same one. */
export async function recordContact(
  context: CommandContext,
  contact: RecordedContact,
): Promise<Result<{ id: string }, ContactRefusal>> {
  const tables = projectsTables(context.tx)
  const at = new Date(contact.at)
  if (at.getTime() > context.now.getTime() + clockTolerance * 60_000)
    return refuse('contact-ahead-of-time', { at: contact.at })
  if (!(await isActive(tables, contact.projectId))) return refuse('project-ended')
  const personId = personOf(context)
  const written = await tables
    .insertInto('project_contact')
    .values({
      id: contact.id,
      project_id: contact.projectId,
      channel: contact.channel,
      by: contact.by,
      person_id: personId,
      at,
      recorded_at: context.now,
      text: contact.text,
      place: contact.place ?? null,
      latitude: contact.position?.latitude.toFixed(5) ?? null,
      longitude: contact.position?.longitude.toFixed(5) ?? null,
      checked: [...(contact.checked ?? [])],
      response_due_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written !== undefined) {
    const body = { channel: contact.channel, by: contact.by }
    context.emit({ type: 'projects.contact-recorded', subject: contact.projectId, body })
    return accept({ id: contact.id })
  }
  return (await isSame(tables, contact, personId))
    ? accept({ id: contact.id })
    : refuse('contact-recorded-otherwise')
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
  if (!(await isActive(tables, projectId))) return refuse('project-ended')
  const { calendar, officeHours } = room.zone
  const asked = { id, channel: 'message', by: 'applicant', at: context.now.getTime() } as const
  const withinMinutes = room.content.firstResponse.value
  const due = responseDue(calendar, officeHours, { asked, withinMinutes })
  if (!due.ok) return due
  const responseDueAt = new Date(due.value.due)
  await tables
    .insertInto('project_contact')
    .values({
      id,
      project_id: projectId,
      channel: asked.channel,
      by: asked.by,
      person_id: personOf(context),
      at: context.now,
      recorded_at: context.now,
      text,
      place: null,
      latitude: null,
      longitude: null,
      checked: [],
      response_due_at: responseDueAt,
    })
    .execute()
  context.emit({ type: 'projects.question-asked', subject: projectId, body: { responseDueAt } })
  return accept({ id, responseDueAt: responseDueAt.toISOString() })
}

async function isActive(tables: ProjectsDatabase, projectId: string): Promise<boolean> {
  const project = await tables
    .selectFrom('project')
    .select('state')
    .where('id', '=', projectId)
    .forShare()
    .executeTakeFirst()
  return project?.state === 'active'
}
