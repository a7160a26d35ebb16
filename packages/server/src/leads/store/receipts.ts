/**
 * The only thing kept of a receipt: Argon2id of its look-up word, under one salt of this house, so that it can be found.
 */

import { hashRaw } from '@node-rs/argon2'
import type { LeadDatabase } from './lead-database.ts'

/** Hashes look-up words, hex of 32 bytes, as they are kept. */
export type HashReceipt = (lookup: string) => Promise<Buffer>

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** The hasher of a database. */
export async function openReceipts(database: LeadDatabase): Promise<HashReceipt> {
  const { salt } = await database.selectFrom('leads.receipt_salt').select('salt').executeTakeFirstOrThrow()
  return (lookup) => hashRaw(Buffer.from(lookup, 'hex'), { ...cost, salt })
}
