/**
 * Opening a lead. The leaf is kept before anything is handed out: who, which, what for, and nothing of what was said.
 */

import type * as contract from '@guanjia/contract/leads'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../../platform/commands/command.ts'
import type { Sent } from '../../../platform/http/handler.ts'
import { newId } from '../../../platform/identifier.ts'
import { aboutName, type DeskRoom, dayOf, namesOf, personOf } from '../desk-ports.ts'
import { readEnvelopes, standingOf } from '../store/envelope-store.ts'
import { handlersFor, keysOf } from '../store/key-store.ts'
import { findLead } from '../store/lead-store.ts'
import { actWithLeaves } from '../store/owed-leaves.ts'
import { handlingView } from './handling-view.ts'

/** A lead as it is handed to a handler. */
export type OpenedLead = Sent<RouteOutput<typeof contract.openLead>>

/** What somebody opens a lead for. */
export interface Opening {
  readonly leadId: string
  readonly purpose: string
  readonly reference: string
}

/** Records that a lead is opened, what for and under which reference. */
export async function recordOpening(
  room: DeskRoom,
  context: CommandContext,
  { leadId, purpose, reference }: Opening,
): Promise<Result<{ opening: string }, 'purpose-unknown' | 'no-key-of-yours'>> {
  const { leads, content } = room
  const { id: by } = personOf(context)
  if (content.purposes[purpose] === undefined) return refuse('purpose-unknown', { purpose })
  const keys = await keysOf(leads, by)
  const { openedByMe } = await standingOf(
    leads,
    keys.map(({ key_id: keyId }) => keyId),
  )
  if (!openedByMe.has(leadId)) return refuse('no-key-of-yours')
  const id = newId()
  const leaf = { act: 'leads.opened', subject: leadId, body: { purpose }, sealed: { by, reference } }
  return await actWithLeaves(room, context, [leaf], async (tx) => {
    await tx
      .insertInto('leads.opening')
      .values({ id, lead_id: leadId, by, purpose, reference, opened_on: dayOf(room, context.now) })
      .execute()
    return accept({ opening: id })
  })
}

/** What is handed out once the opening is recorded. */
export async function openedLead(
  room: DeskRoom,
  { leadId, viewer, now }: { readonly leadId: string; readonly viewer: string; readonly now: Date },
): Promise<Result<OpenedLead, 'calendar-not-published' | 'not-found'>> {
  const { leads } = room
  const lead = await findLead(leads, leadId)
  if (lead === undefined) return refuse('not-found')
  const { row } = lead
  const handling = await handlingView(room, lead, { on: dayOf(room, now), viewer })
  if (!handling.ok) return handling
  const keyIds = (await keysOf(leads, viewer)).map(({ key_id: keyId }) => keyId)
  const { reporter_key_id: keyId, reporter_public_key: publicKey } = row
  return accept({
    id: row.id,
    receivedOn: row.received_on,
    origin: row.origin,
    isNamed: row.kind === 'real-name',
    about: aboutName(room, row.about),
    sealedBy: row.sealed_by,
    envelopes: await readEnvelopes(leads, leadId, keyIds),
    reporter: keyId === null || publicKey === null ? null : { keyId, publicKey },
    readers: await handlersFor(leads, row.about),
    openings: await openingsOf(room, leadId),
    handling: handling.value,
  })
}

async function openingsOf(room: DeskRoom, leadId: string): Promise<OpenedLead['openings']> {
  const rows = await room.leads
    .selectFrom('leads.opening')
    .selectAll()
    .where('lead_id', '=', leadId)
    .orderBy('opened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const names = await namesOf(
    room,
    rows.map(({ by }) => by),
  )
  return rows.map(({ by, purpose, reference, opened_on: on }) => ({
    on,
    by: names.get(by) ?? '',
    purpose: room.content.purposes[purpose]?.['zh-CN'] ?? purpose,
    reference,
  }))
}
