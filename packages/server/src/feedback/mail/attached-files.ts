/**
 * What came attached: judged by content like every upload, pictures without what the camera wrote into them; what is not
 * taken is named with the reason.
 */

import type { CommandContext } from '../../platform/commands/command.ts'
import { fileKindOf } from '../../platform/file-kind/file-kind.ts'
import { plainPicture } from '../../platform/plain-picture.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import type { MailPorts } from './mail-ports.ts'
import type { LeftOut } from './mail-tables.ts'
import type { AttachedFile } from './written-mail.ts'

type Kept =
  | { readonly as: 'photo'; readonly kind: 'jpeg' | 'png'; readonly bytes: Buffer }
  | { readonly as: 'document'; readonly kind: 'pdf' | 'docx' | 'ofd'; readonly bytes: Buffer }

/** A file that lies in the folder and belongs to nothing yet. */
type KeptFile = Omit<Kept, 'bytes'> & { readonly name: string; readonly file: string; readonly size: number }

/** Attachments, sorted. */
export interface SortedFiles {
  readonly kept: readonly KeptFile[]
  readonly leftOut: readonly LeftOut[]
}

/** Keeps the bytes of what is taken. */
export async function keepFiles(
  { files: folder, mail: { limits } }: MailPorts,
  files: readonly AttachedFile[],
): Promise<SortedFiles> {
  const kept: KeptFile[] = []
  const leftOut: LeftOut[] = []
  for (const { name, bytes } of files) {
    const judged = kept.length < limits.attachments ? judge(bytes, limits) : 'too-many-attachments'
    if (typeof judged === 'string') leftOut.push({ name, reason: judged })
    else {
      const { bytes: plain, ...what } = judged
      kept.push({ ...what, name, file: await folder.put(plain), size: plain.length } as KeptFile)
    }
  }
  return { kept, leftOut }
}

function judge(bytes: Buffer, { attachmentBytes }: MailPorts['mail']['limits']): Kept | LeftOut['reason'] {
  if (bytes.length > attachmentBytes) return 'attachment-too-large'
  const kind = fileKindOf(bytes)
  if (!kind.ok) return kind.code
  if (kind.value !== 'jpeg' && kind.value !== 'png') return { as: 'document', kind: kind.value, bytes }
  const picture = plainPicture(bytes)
  return picture === undefined ? 'file-damaged' : { as: 'photo', ...picture }
}

/** Gives kept files to an issue. */
export async function insertFiles(
  { newId }: Pick<MailPorts, 'newId'>,
  { tx, now }: CommandContext,
  { issueId, kept }: { readonly issueId: string; readonly kept: readonly KeptFile[] },
): Promise<void> {
  for (const { as, name, ...file } of kept) {
    const row = { ...file, id: newId(), issue_id: issueId, kept_at: now }
    if (as === 'photo')
      await feedbackTables(tx)
        .insertInto('issue_photo')
        .values(row as never)
        .execute()
    else
      await feedbackTables(tx)
        .insertInto('issue_document')
        .values({ ...row, name } as never)
        .execute()
  }
}
