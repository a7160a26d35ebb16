/**
 * A document of a library, for rooms above that hand it in elsewhere.
 */

import type { Transaction } from '../../platform/database/database.ts'
import type { FileKind } from '../../platform/file-kind/file-kind.ts'
import { evidenceTables } from './evidence-tables.ts'

/** The latest version of a document: its file under its SHA-256, and what it is. */
export interface LatestDocument {
  readonly file: string
  readonly kind: FileKind
  /** bytes */
  readonly size: number
  readonly name: string
}

/** The latest version of a document that belongs to one of these people; undefined where there is none. */
export function findLatestDocument(
  tx: Transaction,
  { document, ownerIds }: { readonly document: string; readonly ownerIds: readonly string[] },
): Promise<LatestDocument | undefined> {
  return evidenceTables(tx)
    .selectFrom('evidence_version')
    .innerJoin('evidence_document', 'evidence_document.id', 'evidence_version.document_id')
    .select([
      'evidence_version.file',
      'evidence_version.kind',
      'evidence_version.size',
      'evidence_version.name',
    ])
    .where('evidence_document.id', '=', document)
    .where('evidence_document.owner_id', 'in', [...ownerIds])
    .orderBy('evidence_version.version', 'desc')
    .executeTakeFirst()
}
