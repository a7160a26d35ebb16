/**
 * The facts about an issue that decide who may do what: whose it is, which departments work on it, who proposed the answer
 * that waits.
 */

import type { Resource } from '@guanjia/core/access'
import type { IssueRow } from './feedback-tables.ts'

/** The facts of a row. */
export function resourceOf(row: Pick<IssueRow, 'asker_id' | 'authorities' | 'proposed_by'>): Resource {
  return {
    authorities: row.authorities,
    ...(row.asker_id === null ? {} : { ownerId: row.asker_id }),
    ...(row.proposed_by === null ? {} : { proposedById: row.proposed_by }),
  }
}
