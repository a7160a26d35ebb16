/**
 * Growing an upload, and keeping it as evidence.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type FileFault, type FileKind, fileKindOf } from '../../platform/file-kind/file-kind.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { evidenceTables } from './evidence-tables.ts'
import { inLibraryOf, type LibraryOwner } from './library-owner.ts'
import type { UploadFolder } from './upload-folder.ts'

/** A part of an upload. */
export interface Part {
  readonly id: string
  readonly offset: number
  readonly bytes: Buffer
}

/** Appends a part; the row tells how far the upload has come, and its lock keeps two senders apart. */
export function appendTo(
  { database }: CasesPorts,
  folder: UploadFolder,
  { id, offset, bytes }: Part,
): Promise<Result<{ received: number }, 'upload-offset-wrong' | 'upload-beyond-size'>> {
  return database.transaction().execute(async (tx) => {
    const tables = evidenceTables(tx)
    const { received, size } = await tables
      .selectFrom('evidence_upload')
      .select(['received', 'size'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    // sent again after a break: it is there already
    if (offset + bytes.length <= received) return accept({ received })
    if (offset !== received) return refuse('upload-offset-wrong', { received })
    if (offset + bytes.length > size) return refuse('upload-beyond-size', { size })
    await folder.write(id, offset, bytes)
    const after = received + bytes.length
    await tables.updateTable('evidence_upload').set({ received: after }).where('id', '=', id).execute()
    return accept({ received: after })
  })
}

type Described = Pick<Keeping, 'document' | 'owner' | 'organisation' | 'type' | 'title' | 'expiresOn'>

/** What is kept, and as what. */
export interface Keeping {
  readonly upload: string
  readonly type: string
  readonly title: string
  readonly expiresOn?: string | undefined
  /** document of which it is a new version */
  readonly document?: string | undefined
  /** code of an organisation into whose library it goes */
  readonly organisation?: string | undefined
  readonly owner: LibraryOwner
  /** who sent it, where that is not its owner: a clerk at the counter */
  readonly uploadedBy?: string | undefined
}

/** What was kept. */
export interface Kept {
  readonly id: string
  readonly version: number
  readonly kind: FileKind
}

type KeepingRefusal =
  | 'upload-unknown'
  | 'upload-unfinished'
  | 'document-unknown'
  | 'organisation-not-own'
  | FileFault

/** Keeps a finished upload in the library of its owner; what it is decides its content. */
export async function keepUpload(
  ports: CasesPorts,
  { context, folder }: { readonly context: CommandContext; readonly folder: UploadFolder },
  keeping: Keeping,
): Promise<Result<Kept, KeepingRefusal>> {
  const { id: personId, organisations } = keeping.owner
  if (keeping.organisation !== undefined && !organisations.includes(keeping.organisation))
    return refuse('organisation-not-own')
  const tables = evidenceTables(context.tx)
  const uploadedBy = keeping.uploadedBy ?? personId
  const upload = await tables
    .selectFrom('evidence_upload')
    .selectAll()
    .where('id', '=', keeping.upload)
    .where('owner_id', '=', uploadedBy)
    .where('kept_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (upload === undefined) return refuse('upload-unknown')
  if (upload.received < upload.size) return refuse('upload-unfinished', { received: upload.received })
  const bytes = await folder.read(upload.id)
  const kind = fileKindOf(bytes)
  if (!kind.ok) return kind
  const document = await documentFor(ports, context, keeping)
  if (!document.ok) return document
  const { id, version } = document.value
  await tables
    .insertInto('evidence_version')
    .values({
      document_id: id,
      version,
      file: await ports.files.put(bytes),
      kind: kind.value,
      size: upload.size,
      name: upload.name,
      expires_on: keeping.expiresOn ?? null,
      uploaded_by: uploadedBy,
      uploaded_at: context.now,
    })
    .execute()
  await tables
    .updateTable('evidence_upload')
    .set({ kept_at: context.now })
    .where('id', '=', upload.id)
    .execute()
  return accept({ id, version, kind: kind.value })
}

async function documentFor(
  ports: CasesPorts,
  { tx, now }: CommandContext,
  { document, owner, organisation, type, title, expiresOn }: Described,
): Promise<Result<{ id: string; version: number }, 'document-unknown'>> {
  const tables = evidenceTables(tx)
  if (document === undefined) {
    const id = ports.newId()
    await tables
      .insertInto('evidence_document')
      .values({
        id,
        owner_id: owner.id,
        organisation_code: organisation ?? null,
        type,
        title,
        expires_on: expiresOn ?? null,
        created_at: now,
      })
      .execute()
    return accept({ id, version: 1 })
  }
  const known = await tables
    .updateTable('evidence_document')
    .set({ title, expires_on: expiresOn ?? null })
    .where('id', '=', document)
    .where(inLibraryOf(owner))
    .where('type', '=', type)
    .returning('id')
    .executeTakeFirst()
  if (known === undefined) return refuse('document-unknown')
  const version = await latestVersion(tx, document)
  return accept({ id: document, version: version + 1 })
}

/** The number of the latest version of a document, 0 where there is none. */
async function latestVersion(database: CasesPorts['database'], document: string): Promise<number> {
  const { version } = await evidenceTables(database)
    .selectFrom('evidence_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow()
  return version ?? 0
}
