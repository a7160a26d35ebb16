/**
 * Another room takes a finished upload: it is judged by its content like every piece of evidence, and kept once.
 */

import { join } from 'node:path'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type FileFault, type FileKind, fileKindOf } from '../../platform/file-kind/file-kind.ts'
import type { Files } from '../../platform/files.ts'
import { evidenceTables } from './evidence-tables.ts'
import { uploadFolder } from './upload-folder.ts'

/** A file whose content was checked; nothing of it is kept yet. */
export interface TakenUpload {
  readonly bytes: Buffer
  readonly kind: FileKind
}

/** Where uploads and files lie. */
export interface UploadPlaces {
  readonly files: Files
  readonly dataFolder: string
}

/** Takes a finished upload of a person; it cannot be taken or kept a second time. */
export async function takeUpload(
  { dataFolder }: UploadPlaces,
  { tx, now }: CommandContext,
  { upload: id, ownerId }: { readonly upload: string; readonly ownerId: string },
): Promise<Result<TakenUpload, 'upload-unknown' | 'upload-unfinished' | FileFault>> {
  const tables = evidenceTables(tx)
  const upload = await tables
    .selectFrom('evidence_upload')
    .select(['received', 'size'])
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .where('kept_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (upload === undefined) return refuse('upload-unknown')
  if (upload.received < upload.size) return refuse('upload-unfinished', { received: upload.received })
  const bytes = await uploadFolder(join(dataFolder, 'uploads')).read(id)
  const kind = fileKindOf(bytes)
  if (!kind.ok) return kind
  await tables.updateTable('evidence_upload').set({ kept_at: now }).where('id', '=', id).execute()
  return accept({ bytes, kind: kind.value })
}
