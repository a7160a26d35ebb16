/**
 * Handing leads over when people change: whoever goes seals, in the browser, every content key that is theirs to the successor;
 * somebody else confirms, and only then does the successor have them. Leads about the successor's own authority stay behind.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Insertable, Transaction } from 'kysely'
import type { CommandContext } from '../../../platform/commands/command.ts'
import { newId } from '../../../platform/identifier.ts'
import { type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import type { DeskTables } from '../store/desk-tables.ts'
import { findKey } from '../store/key-store.ts'
import { actWithLeaves } from '../store/owed-leaves.ts'
import { draftOf } from './hand-over-draft.ts'
import { retireCurrent } from './key-commands.ts'

/** What is handed over. */
export interface HandOver {
  readonly to: string
  readonly wraps: readonly { readonly envelopeId: string; readonly sealed: string }[]
  readonly shares: readonly { readonly leadId: string; readonly sealed: string }[]
  /** why some of it is left out; null where nothing is to be */
  readonly leavesOut: string | null
}

/** Why nothing was handed over. */
export type HandOverRefusal =
  | 'successor-unknown'
  | 'nothing-to-hand-over'
  | 'not-yours-to-hand-over'
  | 'hand-over-incomplete'

/** Keeps a hand-over until somebody else confirms it; what is left out is said, with why. */
export async function proposeHandOver(
  room: DeskRoom,
  context: CommandContext,
  { to, wraps, shares, leavesOut }: HandOver,
): Promise<Result<{ id: string }, HandOverRefusal>> {
  const from = personOf(context)
  const draft = await draftOf(room, from.id, to)
  if (!draft.ok) return draft
  if (wraps.length === 0) return refuse('nothing-to-hand-over')
  const envelopes = compared(
    draft.value.wraps.map(({ envelopeId }) => envelopeId),
    wraps.map(({ envelopeId }) => envelopeId),
  )
  const names = compared(
    draft.value.shares.map(({ leadId }) => leadId),
    shares.map(({ leadId }) => leadId),
  )
  if (envelopes.hasOthers || names.hasOthers) return refuse('not-yours-to-hand-over')
  const leftOut = envelopes.missing + names.missing
  if (leftOut > 0 && leavesOut === null) return refuse('hand-over-incomplete', { leftOut })
  const reason = leftOut > 0 ? leavesOut : null
  const id = newId()
  const given = new Set(wraps.map(({ envelopeId }) => envelopeId))
  const leads = new Set(
    draft.value.wraps.filter(({ envelopeId }) => given.has(envelopeId)).map(({ leadId }) => leadId),
  ).size
  const leaf = {
    act: 'leads.hand-over-proposed',
    subject: id,
    body: { to, leads, leftOut },
    sealed: { by: from.id, ...(reason === null ? {} : { reason }) },
  }
  return await actWithLeaves(room, context, [leaf], async (tx) => {
    const on = dayOf(room, context.now)
    const kept = {
      from_holder: from.id,
      to_key: to,
      proposed_on: on,
      left_out: leftOut,
      left_out_reason: reason,
    }
    await insertHandOver(tx, { id, ...kept, confirmed_by: null, confirmed_on: null }, { wraps, shares })
    return accept({ id })
  })
}

/** What was given beside what was to be given: how much is missing, and whether there is anything else among it. */
function compared(all: readonly string[], given: readonly string[]) {
  const [expected, there] = [new Set(all), new Set(given)]
  return {
    missing: [...expected].filter((id) => !there.has(id)).length,
    hasOthers: [...there].some((id) => !expected.has(id)),
  }
}

async function insertHandOver(
  tx: Transaction<DeskTables>,
  row: Insertable<DeskTables['leads.hand_over']>,
  { wraps, shares }: Pick<HandOver, 'wraps' | 'shares'>,
): Promise<void> {
  const { id } = row
  await tx.insertInto('leads.hand_over').values(row).execute()
  await tx
    .insertInto('leads.hand_over_wrap')
    .values(wraps.map(({ envelopeId, sealed }) => ({ hand_over_id: id, envelope_id: envelopeId, sealed })))
    .execute()
  if (shares.length > 0)
    await tx
      .insertInto('leads.hand_over_share')
      .values(shares.map(({ leadId, sealed }) => ({ hand_over_id: id, lead_id: leadId, sealed })))
      .execute()
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
  const leaf = { act: 'leads.hand-over-confirmed', subject: id, body: { retires }, sealed: { by } }
  return await actWithLeaves(room, context, [leaf], async (tx) => {
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
    return accept({ id })
  })
}
