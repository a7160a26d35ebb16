/**
 * One version of a document as it is sent to whoever may read it.
 */

import type { Database } from '../../platform/database/database.ts'
import type { Files } from '../../platform/files.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { shownInPages } from '../../platform/http/gate/security-headers.ts'
import { evidenceTables } from './evidence-tables.ts'

const mediaTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** The bytes with their headers; undefined where there is no such version. Whether somebody may read it is asked before. */
export async function documentAnswer(
  { database, files }: { readonly database: Database; readonly files: Files },
  { document, version }: { readonly document: string; readonly version: number },
): Promise<Answer<Buffer> | undefined> {
  const row = await evidenceTables(database)
    .selectFrom('evidence_version')
    .select(['file', 'kind', 'name'])
    .where('document_id', '=', document)
    .where('version', '=', version)
    .executeTakeFirst()
  const bytes = row === undefined ? undefined : await files.get(row.file)
  if (row === undefined || bytes === undefined) return undefined
  return answer(Buffer.from(bytes), {
    headers: {
      ...shownInPages,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      'content-type': mediaTypes[row.kind],
    },
  })
}
