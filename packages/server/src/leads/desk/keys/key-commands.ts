/**
 * Keys: proposed by their holder, current once somebody else has the sheet, retired when nothing more is to be sealed to them.
 * A new key that becomes current retires the one before it, which goes on opening what was sealed to it.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Transaction } from 'kysely'
import type { CommandContext } from '../../../platform/commands/command.ts'
import { type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import type { DeskLeaf } from '../store/desk-leaf.ts'
import type { DeskTables, StoredLocks } from '../store/desk-tables.ts'
import { findKey, type KeyRow, lockKeysOf } from '../store/key-store.ts'
import { actWithLeaves } from '../store/owed-leaves.ts'

/** An office that has keys, and the role that goes with it. */
export type Office = KeyRow['office']

/** The offices of somebody with these roles. */
export function officesOf({ roles }: { readonly roles: readonly string[] }): readonly Office[] {
  const offices: readonly Office[] = ['handler', 'keeper']
  return offices.filter((office) => roles.includes(`lead-${office}`))
}

/** A key as the browser locked it. */
export interface ProposedKey extends StoredLocks {
  readonly office: Office
  readonly keyId: string
  readonly publicKey: string
}

/** Keeps a new key; nothing is sealed to it yet. Refused for whoever has a key of the other office. */
export async function proposeKey(
  room: DeskRoom,
  context: CommandContext,
  { office, keyId, publicKey, lock, recovery }: ProposedKey,
): Promise<Result<{ keyId: string }, 'office-not-yours' | 'key-kept' | 'key-waits' | 'other-office-held'>> {
  const { leads } = room
  const holder = personOf(context)
  if (!officesOf(holder).includes(office)) return refuse('office-not-yours')
  if ((await findKey(leads, keyId)) !== undefined) return refuse('key-kept')
  return await actWithLeaves(room, context, [keyLeaf(context, 'leads.key-proposed', keyId)], async (tx) => {
    const held = await lockKeysOf(tx, holder.id)
    if (held.some((key) => key.office === office && key.state === 'proposed')) return refuse('key-waits')
    if (holdsOther(held, office)) return refuse('other-office-held')
    await tx
      .insertInto('leads.reader_key')
      .values({
        key_id: keyId,
        office,
        holder: holder.id,
        belongs_to: [...holder.authorities],
        public_key: publicKey,
        wrapped_private: JSON.stringify({ lock, recovery }),
        made_on: dayOf(room, context.now),
        retired_on: null,
      })
      .execute()
    return accept({ keyId })
  })
}

/** Whether somebody has a key of the other office: with a key of each, one person alone would open a name. */
function holdsOther(held: readonly KeyRow[], office: Office): boolean {
  return held.some((key) => key.office !== office && key.state !== 'retired')
}

/** The public id of a key says nothing of a lead. */
function keyLeaf({ principal }: CommandContext, did: string, keyId: string): DeskLeaf {
  return { act: did, subject: keyId, sealed: { by: personOf({ principal }).id } }
}

/** Keeps the own key under another passphrase. */
export async function relockKey(
  room: DeskRoom,
  context: CommandContext,
  { keyId, lock }: { readonly keyId: string; readonly lock: StoredLocks['lock'] },
): Promise<Result<{ keyId: string }, 'key-not-yours'>> {
  const key = await findKey(room.leads, keyId)
  if (key === undefined || key.holder !== personOf(context).id) return refuse('key-not-yours')
  return await actWithLeaves(room, context, [keyLeaf(context, 'leads.key-relocked', keyId)], async (tx) => {
    await tx
      .updateTable('leads.reader_key')
      .set({ wrapped_private: JSON.stringify({ ...key.wrapped_private, lock }) })
      .where('key_id', '=', keyId)
      .execute()
    return accept({ keyId })
  })
}

/** Why a sheet was not taken. */
type SheetRefusal = 'key-not-there' | 'own-key' | 'key-not-proposed' | 'other-office-held'

/** Somebody else has the sheet: from now on the key is sealed to. */
export async function takeSheet(
  room: DeskRoom,
  context: CommandContext,
  keyId: string,
): Promise<Result<{ keyId: string; state: 'current' }, SheetRefusal>> {
  const { id: by } = personOf(context)
  const key = await findKey(room.leads, keyId)
  if (key === undefined) return refuse('key-not-there')
  if (key.holder === by) return refuse('own-key')
  if (key.state !== 'proposed') return refuse('key-not-proposed')
  const on = dayOf(room, context.now)
  return await actWithLeaves(room, context, [keyLeaf(context, 'leads.sheet-taken', keyId)], async (tx) => {
    if (holdsOther(await lockKeysOf(tx, key.holder), key.office)) return refuse('other-office-held')
    await retireCurrent(tx, key, on)
    await tx.updateTable('leads.reader_key').set({ state: 'current' }).where('key_id', '=', keyId).execute()
    await tx.insertInto('leads.sheet').values({ key_id: keyId, taken_by: by, taken_on: on }).execute()
    return accept({ keyId, state: 'current' as const })
  })
}

/** Retires the current keys of a holder in an office. */
export async function retireCurrent(
  tx: Transaction<DeskTables>,
  { holder, office }: Pick<KeyRow, 'holder' | 'office'>,
  on: string,
): Promise<void> {
  await tx
    .updateTable('leads.reader_key')
    .set({ state: 'retired', retired_on: on })
    .where('holder', '=', holder)
    .where('office', '=', office)
    .where('state', '=', 'current')
    .execute()
}

/** Retires a key, of one's own or of somebody who left; never the last one of an office, or nothing could be filed any more. */
export async function retireKey(
  room: DeskRoom,
  context: CommandContext,
  keyId: string,
): Promise<Result<{ keyId: string; state: 'retired' }, 'key-not-there' | 'key-not-current' | 'last-key'>> {
  const { leads } = room
  const key = await findKey(leads, keyId)
  const isKeeper = officesOf(personOf(context)).includes('keeper')
  if (key === undefined || (key.holder !== personOf(context).id && !isKeeper)) return refuse('key-not-there')
  if (key.state !== 'current') return refuse('key-not-current')
  const current = await leads
    .selectFrom('leads.reader_key')
    .select('key_id')
    .where('office', '=', key.office)
    .where('state', '=', 'current')
    .execute()
  if (current.length === 1) return refuse('last-key')
  return await actWithLeaves(room, context, [keyLeaf(context, 'leads.key-retired', keyId)], async (tx) => {
    await tx
      .updateTable('leads.reader_key')
      .set({ state: 'retired', retired_on: dayOf(room, context.now) })
      .where('key_id', '=', keyId)
      .execute()
    return accept({ keyId, state: 'retired' as const })
  })
}
