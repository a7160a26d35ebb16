/**
 * The keys of partners: entered by one person, believed once another has heard the end of the fingerprint from the partner,
 * until one of them retires the key.
 */

import { createHash } from 'node:crypto'
import { accept, type Refused, type Result, refuse } from '@guanjia/core/kernel'
import { decodeBase64 } from '@guanjia/core/ledger'
import type { PartnerKey } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { keyThumbprint } from '../../platform/signing/index.ts'
import { personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** SHA-256 of a raw key in hexadecimal: what is read out over the telephone. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex')
}

/** The keys whose signatures are believed. */
export async function believedKeys(database: Database): Promise<readonly PartnerKey[]> {
  const rows = await supervisionTables(database)
    .selectFrom('exchange_key')
    .select(['partner', 'key_id', 'public_key'])
    .where('confirmed_at', 'is not', null)
    .where('retired_at', 'is', null)
    .execute()
  return rows.map(({ partner, key_id, public_key }) => ({ partner, keyId: key_id, publicKey: public_key }))
}

/** A key as it is entered. */
export interface NewPartnerKey {
  readonly partner: string
  /** base64 */
  readonly publicKey: string
}

/** Enters a key. */
export async function enterPartnerKey(
  room: SupervisionRoom,
  context: CommandContext,
  { partner, publicKey }: NewPartnerKey,
): Promise<
  Result<{ id: string; keyId: string; fingerprint: string }, 'partner-unknown' | 'partner-key-malformed'>
> {
  if (!room.partners.partners.some(({ id }) => id === partner)) return refuse('partner-unknown')
  const bytes = decodeBase64(publicKey)
  if (bytes?.length !== 32) return refuse('partner-key-malformed')
  const key = Buffer.from(bytes)
  const { tx, now, record, emit } = context
  const [id, keyId, fingerprint] = [room.newId(), keyThumbprint(key), fingerprintOf(key)]
  await supervisionTables(tx)
    .insertInto('exchange_key')
    .values({ id, partner, key_id: keyId, public_key: key, entered_by: personOf(context), entered_at: now })
    .execute()
  record({ act: 'supervision.partner-key-entered', subject: id, body: { partner, keyId, fingerprint } })
  emit({ type: 'supervision.exchange-moved', subject: id, body: { act: 'enter-key' } })
  return accept({ id, keyId, fingerprint })
}

/** A key is entered once at a time. */
export function keyEnteredTwice(constraint: string): Refused<'partner-key-known'> | undefined {
  return constraint === 'exchange_key_once' ? refuse('partner-key-known') : undefined
}

async function lockKey({ tx }: CommandContext, id: string) {
  const row = await supervisionTables(tx)
    .selectFrom('exchange_key')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? refuse('partner-key-unknown') : accept(row)
}

/** Confirms a key; who entered it was turned away at the door, and is by the database. */
export async function confirmPartnerKey(
  context: CommandContext,
  { id, ending }: { readonly id: string; readonly ending: string },
): Promise<
  Result<{ confirmed: true }, 'partner-key-unknown' | 'partner-key-settled' | 'fingerprint-differs'>
> {
  const found = await lockKey(context, id)
  if (!found.ok) return found
  const {
    partner,
    key_id: keyId,
    public_key: key,
    confirmed_at: confirmed,
    retired_at: retired,
  } = found.value
  if (confirmed !== null || retired !== null) return refuse('partner-key-settled')
  if (!fingerprintOf(key).endsWith(ending)) return refuse('fingerprint-differs')
  const { tx, now, record, emit } = context
  await supervisionTables(tx)
    .updateTable('exchange_key')
    .set({ confirmed_by: personOf(context), confirmed_at: now })
    .where('id', '=', id)
    .execute()
  record({ act: 'supervision.partner-key-confirmed', subject: id, body: { partner, keyId } })
  emit({ type: 'supervision.exchange-moved', subject: id, body: { act: 'confirm-key' } })
  return accept({ confirmed: true })
}

/** Retires a key, confirmed or not. */
export async function retirePartnerKey(
  context: CommandContext,
  id: string,
): Promise<Result<{ retired: true }, 'partner-key-unknown' | 'partner-key-settled'>> {
  const found = await lockKey(context, id)
  if (!found.ok) return found
  const { partner, key_id: keyId, retired_at: retired } = found.value
  if (retired !== null) return refuse('partner-key-settled')
  const { tx, now, record, emit } = context
  await supervisionTables(tx)
    .updateTable('exchange_key')
    .set({ retired_by: personOf(context), retired_at: now })
    .where('id', '=', id)
    .execute()
  record({ act: 'supervision.partner-key-retired', subject: id, body: { partner, keyId } })
  emit({ type: 'supervision.exchange-moved', subject: id, body: { act: 'retire-key' } })
  return accept({ retired: true })
}

/** Who entered a key; undefined where there is none. */
export async function findKeyPeople({ database }: SupervisionRoom, id: string) {
  const row = await supervisionTables(database)
    .selectFrom('exchange_key')
    .select('entered_by')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { proposedById: row.entered_by }
}
