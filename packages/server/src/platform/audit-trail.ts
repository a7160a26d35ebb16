/**
 * The trail of who did what to which subject; rows are added, never changed. What may stand in a row is the law of
 * `core/audit`; a command that would write anything else is a fault of the program and leaves nothing.
 */

import { type AuditEntry, auditEntry } from '@guanjia/core/audit'
import { assert } from '@guanjia/core/kernel'
import type { Transaction } from './database.ts'

/** Writes one line of the trail, in the transaction of the act. */
export async function recordAudit(tx: Transaction, draft: AuditEntry): Promise<void> {
  const entry = auditEntry(draft)
  assert(entry.ok, `the trail holds ids only (${entry.ok ? '' : entry.code})`)
  const { principal, command, subject, correlationId } = entry.value
  await tx
    .insertInto('audit_entry')
    .values({ principal, command, subject, correlation_id: correlationId, reason: JSON.stringify({}) })
    .execute()
}
