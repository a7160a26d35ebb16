/**
 * Inviting people of partner organisations, and ending what they were invited to: with an invitation ends everything it
 * opened, and the sessions of who is invited to nothing else.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, type Refused, type Result, refuse } from '@guanjia/core/kernel'
import { type InvitationEnd, invitationEnd } from '@guanjia/core/supervision'
import { type AccessTables, endStaffSessions, findPartnerOf, findStaffHolding } from '../../access/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { lockRunningInspection } from './inspection-store.ts'

/** Who is invited to what. */
export interface NewInvitation {
  readonly inspectionId: string
  readonly organisation: string
  readonly username: string
  readonly until?: string | undefined
}

type InvitationRefusal =
  | 'inspection-unknown'
  | 'inspection-reported'
  | 'inspection-closed'
  | 'partner-unknown'
  | 'partner-account-unknown'
  | 'partner-of-other-organisation'
  | 'invitation-outlasts-inspection'
  | 'invitation-over-already'

/** Invites the holder of an account of the partner, for the organisation that the account names and no other. */
export async function invitePartner(
  room: SupervisionRoom,
  context: CommandContext,
  { inspectionId, organisation, username, until: asked }: NewInvitation,
): Promise<Result<{ id: string; until: string }, InvitationRefusal>> {
  const running = await lockRunningInspection(context, inspectionId)
  if (!running.ok) return running
  if (!room.partners.partners.some(({ id, inspects }) => inspects && id === organisation))
    return refuse('partner-unknown')
  const { tx, now, record, emit, commit } = context
  const access = tx.withTables<AccessTables>()
  const account = await findStaffHolding(access, { username, role: 'partner' })
  if (!account.ok) return refuse('partner-account-unknown', { username })
  if ((await findPartnerOf(access, account.value)) !== organisation)
    return refuse('partner-of-other-organisation', { username })
  const last = { until: plainDate(running.value.until_day) }
  const until = invitationEnd(last, asked === undefined ? undefined : plainDate(asked), dayOf(room, now))
  if (!until.ok) return until
  const id = room.newId()
  await supervisionTables(tx)
    .insertInto('inspection_invitation')
    .values({
      id,
      inspection_id: inspectionId,
      organisation,
      person_id: account.value,
      until_day: until.value,
      invited_by: personOf(context),
      invited_at: now,
      last_look_at: null,
      ended_at: null,
      ended_because: null,
    })
    .execute()
  record({
    act: 'supervision.partner-invited',
    subject: inspectionId,
    body: { invitation: id, organisation, person: commit(account.value), until: until.value },
  })
  emit({ type: 'supervision.inspection-moved', subject: inspectionId, body: { act: 'invite' } })
  return accept({ id, until: until.value })
}

/** Somebody is invited once at a time. */
export function invitedTwice(constraint: string): Refused<'invited-already'> | undefined {
  return constraint === 'inspection_invitation_once' ? refuse('invited-already') : undefined
}

/** Takes an invitation back. */
export async function withdrawInvitation(
  room: SupervisionRoom,
  context: CommandContext,
  id: string,
): Promise<Result<{ id: string }, 'invitation-unknown' | 'invitation-ended'>> {
  const row = await supervisionTables(context.tx)
    .selectFrom('inspection_invitation')
    .select('ended_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return refuse('invitation-unknown')
  if (row.ended_at !== null) return refuse('invitation-ended')
  await endInvitations(room, context, { ids: [id], because: 'withdrawn' })
  return accept({ id })
}

interface Ending {
  readonly ids: readonly string[]
  readonly because: InvitationEnd
}

/** Ends invitations that have not ended, each with its leaf; how many there were. Locked rows are ended by nobody twice. */
export async function endInvitations(
  room: SupervisionRoom,
  context: CommandContext,
  { ids, because }: Ending,
): Promise<number> {
  if (ids.length === 0) return 0
  const { tx, now, record, emit, commit } = context
  const ended = await supervisionTables(tx)
    .updateTable('inspection_invitation')
    .set({ ended_at: now, ended_because: because })
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .returning(['id', 'inspection_id', 'person_id', 'organisation'])
    .execute()
  for (const { id, inspection_id: subject, person_id: person, organisation } of ended) {
    record({
      act: 'supervision.invitation-ended',
      subject,
      body: { invitation: id, organisation, person: commit(person), because },
    })
    emit({ type: 'supervision.inspection-moved', subject, body: { act: 'end-invitation' } })
  }
  const people = [...new Set(ended.map(({ person_id }) => person_id))]
  await endSessionsOf(room, context, await invitedToNothing(context, people))
  return ended.length
}

async function invitedToNothing(
  { tx }: CommandContext,
  people: readonly string[],
): Promise<readonly string[]> {
  if (people.length === 0) return []
  const left = await supervisionTables(tx)
    .selectFrom('inspection_invitation')
    .select('person_id')
    .where('person_id', 'in', [...people])
    .where('ended_at', 'is', null)
    .execute()
  return people.filter((id) => !left.some(({ person_id }) => person_id === id))
}

async function endSessionsOf(
  { live }: SupervisionRoom,
  { tx, now }: CommandContext,
  people: readonly string[],
): Promise<void> {
  for (const id of people) await endStaffSessions(live, tx, { personId: id, now })
}
