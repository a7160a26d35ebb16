/**
 * The trail of who did what to which subject; rows are added, never changed. What may stand in a row is the law of
 * `core/audit`; a command that would write anything else is a fault of the program and leaves nothing.
 */

import { type AuditEntry, auditEntry } from '@guanjia/core/audit'
import { assert } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { ClosingPart } from './closing-statement.ts'

/** One line of the trail, written in the transaction of the act. */
export function auditPart(draft: AuditEntry): ClosingPart {
  const entry = auditEntry(draft)
  assert(entry.ok, `the trail holds ids only (${entry.ok ? '' : entry.code})`)
  const { principal, command, subject, correlationId } = entry.value
  return sql`
    audit_entry_line as (
      insert into audit_entry (principal, command, subject, correlation_id)
      values (${principal}, ${command}, ${subject}, ${correlationId})
    )`
}
