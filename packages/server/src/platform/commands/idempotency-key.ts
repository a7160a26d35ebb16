/**
 * Keys under which a sender may repeat a command: the first one does the work, every other one is given its answer.
 */

import { assert } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { ClosingPart } from './closing-statement.ts'

/** Who uses which key for what. */
export interface KeyUse {
  readonly principal: string
  readonly key: string
  readonly command: string
  /** hash of what was sent */
  readonly bodyHash: string
  /** keys of legal acts never expire */
  readonly legal: boolean
}

/** The key is ours since this moment; or it has an answer; or it was used for something else. */
export type KeyClaim<T> =
  | { readonly state: 'ours'; readonly claimedAt: Date }
  | { readonly state: 'answered'; readonly answer: T }
  | { readonly state: 'used-otherwise' }

/**
 * Claims the key for this transaction. A second sender of the same key waits inside the insert until the first one
 * has committed (then it reads that answer) or rolled back (then it does the work itself).
 */
export async function claimKey<T>(tx: Transaction, use: KeyUse): Promise<KeyClaim<T>> {
  const { principal, key, command, bodyHash, legal } = use
  const claimed = await sql<{ at: Date }>`
    insert into idempotency_record (principal, key, command, body_hash, legal)
    values (${principal}, ${key}, ${command}, ${bodyHash}, ${legal})
    on conflict do nothing
    returning clock_timestamp() as at`.execute(tx)
  const claimedAt = claimed.rows[0]?.at
  if (claimedAt !== undefined) return { state: 'ours', claimedAt }
  const { rows } = await sql<{ command: string; body_hash: string; answer: { value: T } }>`
    select command, body_hash, answer from idempotency_record
    where principal = ${principal} and key = ${key}`.execute(tx)
  const first = rows[0]
  assert(first !== undefined, 'a key in conflict can be read')
  if (first.command !== command || first.body_hash !== bodyHash) return { state: 'used-otherwise' }
  return { state: 'answered', answer: first.answer.value }
}

/** Keeps the answer for whoever comes with the key again. */
export function answerPart(
  { principal, key }: Pick<KeyUse, 'principal' | 'key'>,
  answer: string,
): ClosingPart {
  return sql`
    idempotency_record_answer as (
      update idempotency_record set answer = ${answer} where principal = ${principal} and key = ${key}
    )`
}
