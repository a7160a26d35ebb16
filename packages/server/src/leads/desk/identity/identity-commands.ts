/**
 * Opening the name of a reporter: asked for by a handler, released by a keeper, for a few days. The keeper's share arrives
 * sealed to the asker's key, so that the server never has both shares.
 */

import { dueDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Wrap } from '@guanjia/core/leads'
import type { CommandContext } from '../../../platform/commands/command.ts'
import { newId } from '../../../platform/identifier.ts'
import { type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import { findKey, keysOf } from '../store/key-store.ts'
import { actWithLeaves } from '../store/owed-leaves.ts'

/** A request. */
export interface IdentityQuestion {
  readonly leadId: string
  readonly reason: string
  readonly keyId: string
}

/** Asks for the name. */
export async function askIdentity(
  room: DeskRoom,
  context: CommandContext,
  { leadId, reason, keyId }: IdentityQuestion,
): Promise<Result<{ id: string }, 'no-name-given' | 'no-key-of-yours' | 'request-open'>> {
  const { leads } = room
  const { id: by } = personOf(context)
  const share = await leads
    .selectFrom('leads.identity_wrap')
    .select('key_id')
    .where('lead_id', '=', leadId)
    .where('key_id', '=', keyId)
    .where('office', '=', 'handler')
    .executeTakeFirst()
  if (share === undefined) return refuse((await hasName(room, leadId)) ? 'no-key-of-yours' : 'no-name-given')
  if ((await findKey(leads, keyId))?.holder !== by) return refuse('no-key-of-yours')
  const open = await lastRequest(room, leadId, by)
  if (open !== undefined && open.answered_on === null) return refuse('request-open')
  const id = newId()
  const leaf = { act: 'leads.identity-asked', subject: leadId, sealed: { by, reason } }
  return await actWithLeaves(room, context, [leaf], async (tx) => {
    await tx
      .insertInto('leads.identity_request')
      .values({
        id,
        lead_id: leadId,
        asked_by: by,
        asker_key: keyId,
        reason,
        asked_on: dayOf(room, context.now),
        answered_by: null,
        answered_on: null,
        share: null,
        open_until: null,
      })
      .execute()
    return accept({ id })
  })
}

async function hasName({ leads }: DeskRoom, leadId: string): Promise<boolean> {
  const row = await leads
    .selectFrom('leads.identity')
    .select('lead_id')
    .where('lead_id', '=', leadId)
    .executeTakeFirst()
  return row !== undefined
}

/** The last request of somebody for the name of a lead. */
export async function lastRequest({ leads }: DeskRoom, leadId: string, askedBy: string) {
  return await leads
    .selectFrom('leads.identity_request')
    .selectAll()
    .where('lead_id', '=', leadId)
    .where('asked_by', '=', askedBy)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

type AnswerRefusal = 'request-unknown' | 'request-answered' | 'own-request' | 'calendar-not-published'

/** Releases the share, or refuses where it is null. */
export async function answerIdentity(
  room: DeskRoom,
  context: CommandContext,
  { id, share }: { readonly id: string; readonly share: string | null },
): Promise<Result<{ state: 'granted' | 'refused' }, AnswerRefusal>> {
  const { leads, content, zone } = room
  const { id: by, authorities } = personOf(context)
  const asked = await leads
    .selectFrom('leads.identity_request')
    .innerJoin('leads.lead', 'leads.lead.id', 'leads.identity_request.lead_id')
    .selectAll('leads.identity_request')
    .where('leads.identity_request.id', '=', id)
    // whom the report is about learns not even that somebody asks
    .$if(authorities.length > 0, (query) => query.where('about', 'not in', authorities))
    .executeTakeFirst()
  if (asked === undefined) return refuse('request-unknown')
  if (asked.answered_on !== null) return refuse('request-answered')
  if (asked.asked_by === by) return refuse('own-request')
  const on = dayOf(room, context.now)
  const until = dueDate(zone.calendar, on, content.identityUnlock.value)
  if (!until.ok) return until
  const state = share === null ? 'refused' : 'granted'
  const leaf = { act: `leads.identity-${state}`, subject: asked.lead_id, sealed: { by } }
  return await actWithLeaves(room, context, [leaf], async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('leads.identity_request')
      .set({
        answered_by: by,
        answered_on: on,
        share,
        open_until: share === null ? null : until.value.due,
      })
      .where('id', '=', id)
      .where('answered_on', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? accept({ state }) : refuse('request-answered')
  })
}

/** The sealed name and both shares. */
export interface SealedName {
  readonly content: string
  readonly own: readonly Wrap[]
  readonly released: Wrap
  readonly openUntil: string
}

type OpenRefusal = 'no-name-given' | 'request-not-granted' | 'unlock-over'

/** Hands the sealed name to whoever was granted it, while it lasts. */
export async function openIdentity(
  room: DeskRoom,
  context: CommandContext,
  leadId: string,
): Promise<Result<SealedName, OpenRefusal>> {
  const { leads } = room
  const { id: by } = personOf(context)
  const row = await leads
    .selectFrom('leads.identity')
    .selectAll()
    .where('lead_id', '=', leadId)
    .executeTakeFirst()
  if (row === undefined) return refuse('no-name-given')
  const asked = await lastRequest(room, leadId, by)
  if (asked === undefined || asked.share === null || asked.open_until === null)
    return refuse('request-not-granted')
  if (dayOf(room, context.now) > asked.open_until) return refuse('unlock-over')
  const keyIds = (await keysOf(leads, by)).map(({ key_id: keyId }) => keyId)
  const wraps = await leads
    .selectFrom('leads.identity_wrap')
    .select(['key_id', 'sealed'])
    .where('lead_id', '=', leadId)
    .where('office', '=', 'handler')
    .where('key_id', 'in', keyIds)
    .execute()
  context.record({ act: 'leads.identity-opened', subject: leadId, body: { by: context.commit(by) } })
  return accept({
    content: row.content.toString('base64'),
    own: wraps.map(({ key_id: keyId, sealed }) => ({ keyId, sealed })),
    released: { keyId: asked.asker_key, sealed: asked.share },
    openUntil: asked.open_until,
  })
}
