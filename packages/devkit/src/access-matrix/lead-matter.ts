/**
 * A confidential lead about housing, written past the API; what it says was never sealed to anybody.
 */

import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** Writes it. */
export async function writeLead(client: Client): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into leads.lead (id, kind, about, sealed_by, received_on, receipt_hash, reporter_key_id, reporter_public_key,
       reporter_wrapped_key)
     values ($1, 'anonymous', 'housing', 'browser', '2026-03-02', $2, $3, 'AA==', 'AA==')`,
    [id, randomBytes(32), '0'.repeat(32)],
  )
  return id
}
