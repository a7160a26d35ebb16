/**
 * Leaves go in with the transaction of their act: no leaf, no act, and no leaf without its act.
 */

import { randomBytes } from 'node:crypto'
import { assert } from '@guanjia/core/kernel'
import { type Canonical, commitment, holdsIdsOnly, leafText } from '@guanjia/core/ledger'
import { sql } from 'kysely'
import type { ClosingPart } from '../platform/commands/closing-statement.ts'
import type { LeafDraft, Opening } from '../platform/commands/command.ts'

/**
 * The leaves of a command and the salts of their commitments. The sequencer is woken after the commit, never by a
 * notification inside it: those make all commits wait for each other.
 */
export function leafParts(
  leaves: readonly LeafDraft[],
  openings: readonly Opening[],
  now: Date,
): readonly ClosingPart[] {
  const at = now.toISOString()
  const texts = leaves.map(({ act, subject, body }) => {
    const leaf = { act, subject, at, body: body as Readonly<Record<string, Canonical>> }
    assert(holdsIdsOnly(leaf), `a leaf holds ids and commitments only (${act})`)
    return leafText(leaf)
  })
  const commitments = openings.map((opening) => opening.commitment)
  const salts = openings.map((opening) => opening.salt)
  return [
    sql`
      ledger_salts as (
        insert into ledger_salt (commitment, salt)
        select * from unnest(${commitments}::text[], ${salts}::text[]) on conflict do nothing
      )`,
    sql`ledger_leaves as (insert into ledger_leaf (text) select unnest(${texts}::text[]))`,
  ]
}

/** A fresh commitment to a value and the salt that opens it. */
export function commitValue(value: string): Opening {
  const salt = randomBytes(16).toString('hex')
  return { commitment: commitment(salt, value), salt }
}
