/**
 * Keys of handlers and keepers, and who may be sealed to.
 */

import type { Wrap } from '@guanjia/core/leads'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { DeskDatabase, DeskTables } from './desk-tables.ts'

/** A key as it is stored. */
export type KeyRow = Selectable<DeskTables['leads.reader_key']>

/** Whoever may be sealed to. */
export interface SealedTo {
  readonly keyId: string
  readonly publicKey: string
}

/** A key by its id. */
export async function findKey(leads: DeskDatabase, keyId: string): Promise<KeyRow | undefined> {
  return await leads.selectFrom('leads.reader_key').selectAll().where('key_id', '=', keyId).executeTakeFirst()
}

/** The keys that somebody made, the newest first; those not current still open what was sealed to them. */
export async function keysOf(leads: DeskDatabase, holder: string): Promise<readonly KeyRow[]> {
  return await leads
    .selectFrom('leads.reader_key')
    .selectAll()
    .where('holder', '=', holder)
    .orderBy('made_on', 'desc')
    .execute()
}

/** Locks what somebody holds, so that two acts on their keys come one after the other. */
export async function lockKeysOf(tx: Transaction<DeskTables>, holder: string): Promise<readonly KeyRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`leads.reader_key ${holder}`}, 0))`.execute(tx)
  return await tx.selectFrom('leads.reader_key').selectAll().where('holder', '=', holder).execute()
}

/** Current keys of those handlers who may know of a lead about an authority. */
export async function handlersFor(leads: DeskDatabase, about: string): Promise<readonly SealedTo[]> {
  const rows = await leads
    .selectFrom('leads.reader_key')
    .select(['key_id', 'public_key', 'belongs_to'])
    .where('office', '=', 'handler')
    .where('state', '=', 'current')
    .orderBy('key_id')
    .execute()
  return rows
    .filter(({ belongs_to: units }) => !units.includes(about))
    .map(({ key_id: keyId, public_key: publicKey }) => ({ keyId, publicKey }))
}

/** Whether a cipher text is sealed to all of these and nobody else. */
export function isSealedTo(wraps: readonly Wrap[], readers: readonly Pick<SealedTo, 'keyId'>[]): boolean {
  const sealed = new Set(wraps.map(({ keyId }) => keyId))
  return (
    sealed.size === wraps.length &&
    sealed.size === readers.length &&
    readers.every(({ keyId }) => sealed.has(keyId))
  )
}
