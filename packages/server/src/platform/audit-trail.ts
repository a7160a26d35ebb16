/**
 * The trail of who did what to which subject; rows are added, never changed.
 */

import type { AuditDraft } from './command.ts'
import type { Transaction } from './database.ts'

/** Writes one line of the trail, in the transaction of the act. */
export async function recordAudit(tx: Transaction, entry: AuditDraft): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      principal: entry.principal,
      command: entry.command,
      subject: entry.subject,
      correlation_id: entry.correlationId,
      reason: JSON.stringify({}),
    })
    .execute()
}
