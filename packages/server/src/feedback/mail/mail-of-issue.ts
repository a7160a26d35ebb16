/**
 * What an issue has of the mails it came by: the address that is answered, documents, and what was left out.
 */

import type { Database } from '../../platform/database/database.ts'
import { mailTables } from './mail-tables.ts'

/** Mail of an issue. One that came otherwise has no address, and may have documents of an issue joined with it. */
export async function readMailOf(database: Database, issueId: string) {
  const tables = mailTables(database)
  const mail = await tables
    .selectFrom('issue_mail')
    .select('address')
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  const documents = await tables
    .selectFrom('issue_document')
    .select(['id', 'name', 'kind', 'size'])
    .where('issue_id', '=', issueId)
    .orderBy('kept_at')
    .orderBy('id')
    .execute()
  const answers = await tables
    .selectFrom('issue_mail_answer')
    .select('left_out')
    .where('issue_id', '=', issueId)
    .orderBy('version')
    .execute()
  const leftOut = answers.flatMap(({ left_out }) => [...left_out])
  return { address: mail?.address ?? null, documents, leftOut }
}
