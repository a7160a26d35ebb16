/**
 * Handing leads over when people change: whoever goes seals, in the browser, every content key that is theirs to the successor;
 * somebody else confirms, and only then does the successor have them. Leads about the successor's own authority stay behind.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../../platform/commands/command.ts'
import { newId } from '../../../platform/identifier.ts'
import { type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import { findKey } from '../store/key-store.ts'
import { draftOf } from './hand-over-draft.ts'
import { retireCurrent } from './key-commands.ts'

/** What is handed over. */
export interface HandOver {
  readonly to: string
  readonly wraps: readonly { readonly envelopeId: string; readonly sealed: string }[]
  readonly shares: readonly { readonly leadId: string; readonly sealed: string }[]
}

/** Keeps a hand-over until somebody else confirms it. */
export async function proposeHandOver(
  room: DeskRoom,
  context: CommandContext,
  { to, wraps, shares }: HandOver,
): Promise<Result<{ id: string }, 'successor-unknown' | 'nothing-to-hand-over' | 'not-yours-to-hand-over'>> {
  const from = personOf(context)
  const draft = await draftOf(room, from.id, to)
  if (!draft.ok) return draft
  if (wraps.length === 0) return refuse('nothing-to-hand-over')
  const mine = new Set(draft.value.wraps.map(({ envelopeId }) => envelopeId))
  const named = new Set(draft.value.shares.map(({ leadId }) => leadId))
  const isMine =
    wraps.every(({ envelopeId }) => mine.has(envelopeId)) && shares.every(({ leadId }) => named.has(leadId))
  if (!isMine) return refuse('not-yours-to-hand-over')
  const id = newId()
  const leads = new Set(draft.value.wraps.map(({ leadId }) => leadId)).size
  context.record({
    act: 'leads.hand-over-proposed',
    subject: id,
    body: { by: context.commit(from.id), to, leads },
  })
  await room.leads.transaction().execute(async (tx) => {
    await tx
      .insertInto('leads.hand_over')
      .values({
        id,
        from_holder: from.id,
        to_key: to,
        proposed_on: dayOf(room, context.now),
        confirmed_by: null,
        confirmed_on: null,
      })
      .execute()
    await tx
      .insertInto('leads.hand_over_wrap')
      .values(wraps.map(({ envelopeId, sealed }) => ({ hand_over_id: id, envelope_id: envelopeId, sealed })))
      .execute()
    if (shares.length > 0)
      await tx
        .insertInto('leads.hand_over_share')
        .values(shares.map(({ leadId, sealed }) => ({ hand_over_id: id, lead_id: leadId, sealed })))
        .execute()
  })
  return accept({ id })
}

/** Confirms a hand-over as the second person. */
export async function confirmHandOver(
  room: DeskRoom,
  context: CommandContext,
  { id, retires }: { readonly id: string; readonly retires: 'keep' | 'retire' },
): Promise<Result<{ id: string }, 'hand-over-unknown' | 'hand-over-done' | 'own-hand-over'>> {
  const { leads } = room
  const { id: by } = personOf(context)
  const found = await leads.selectFrom('leads.hand_over').selectAll().where('id', '=', id).executeTakeFirst()
  const successor = found && (await findKey(leads, found.to_key))
  if (found === undefined || successor === undefined) return refuse('hand-over-unknown')
  if (found.confirmed_on !== null) return refuse('hand-over-done')
  if (found.from_holder === by) return refuse('own-hand-over')
  const on = dayOf(room, context.now)
  context.record({ act: 'leads.hand-over-confirmed', subject: id, body: { by: context.commit(by), retires } })
  await leads.transaction().execute(async (tx) => {
    await tx
      .updateTable('leads.hand_over')
      .set({ confirmed_by: by, confirmed_on: on })
      .where('id', '=', id)
      .execute()
    await tx
      .insertInto('leads.wrap')
      .columns(['envelope_id', 'key_id', 'sealed'])
      .expression(
        tx
          .selectFrom('leads.hand_over_wrap')
          .select(({ val }) => ['envelope_id', val(found.to_key).as('key_id'), 'sealed'])
          .where('hand_over_id', '=', id),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('leads.identity_wrap')
      .columns(['lead_id', 'key_id', 'office', 'sealed'])
      .expression(
        tx
          .selectFrom('leads.hand_over_share')
          .select(({ val }) => [
            'lead_id',
            val(found.to_key).as('key_id'),
            val<'handler' | 'keeper'>('handler').as('office'),
            'sealed',
          ])
          .where('hand_over_id', '=', id),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (retires === 'retire') await retireCurrent(tx, { holder: found.from_holder, office: 'handler' }, on)
  })
  return accept({ id })
}
