/**
 * Documents that came attached to mails.
 */

import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'

/** A document of an issue. */
export async function readDocument(
  { files, database }: Pick<FeedbackPorts, 'files' | 'database'>,
  { issueId, id }: { readonly issueId: string; readonly id: string },
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const row = await feedbackTables(database)
    .selectFrom('issue_document')
    .select(['file', 'name'])
    .where('id', '=', id)
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  const bytes = row === undefined ? undefined : await files.get(row.file)
  return row === undefined || bytes === undefined ? undefined : { name: row.name, bytes }
}
