/**
 * Photos of issues and of replies: kept at once, handed in with what they show, forgotten after a day where they are not.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { plainPicture } from '../../platform/plain-picture.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'

const dayMs = 86_400_000

/** Keeps a picture without its notes. */
export async function keepPhoto(
  { files, database, clock, newId }: FeedbackPorts,
  base64: string,
): Promise<Result<{ id: string; size: number }, 'photo-not-a-picture'>> {
  const picture = plainPicture(Buffer.from(base64, 'base64'))
  if (picture === undefined) return refuse('photo-not-a-picture')
  const { kind, bytes } = picture
  const id = newId()
  await feedbackTables(database)
    .insertInto('issue_photo')
    .values({
      id,
      issue_id: null,
      file: await files.put(bytes),
      kind,
      size: bytes.length,
      kept_at: clock.now(),
    })
    .execute()
  return accept({ id, size: bytes.length })
}

/** Gives kept photos to an issue; each belongs to one, and one that is not there refuses all. */
export async function claimPhotos(
  { tx }: CommandContext,
  ids: readonly string[],
  issueId: string,
): Promise<Result<void, 'photo-not-kept'>> {
  if (ids.length === 0) return accept(undefined)
  const claimed = await feedbackTables(tx)
    .updateTable('issue_photo')
    .set({ issue_id: issueId })
    .where('id', 'in', [...ids])
    .where((where) => where.or([where('issue_id', 'is', null), where('issue_id', '=', issueId)]))
    .returning('id')
    .execute()
  return claimed.length === new Set(ids).size ? accept(undefined) : refuse('photo-not-kept')
}

/** A photo of an issue. */
export async function readPhoto(
  { files, database }: FeedbackPorts,
  { issueId, id }: { readonly issueId: string; readonly id: string },
): Promise<{ readonly kind: 'jpeg' | 'png'; readonly bytes: Uint8Array } | undefined> {
  const row = await feedbackTables(database)
    .selectFrom('issue_photo')
    .select(['file', 'kind'])
    .where('id', '=', id)
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  const bytes = row === undefined ? undefined : await files.get(row.file)
  return row === undefined || bytes === undefined ? undefined : { kind: row.kind, bytes }
}

/** Forgets what nobody has handed in for a day. */
export async function forgetPhotos({ database, clock }: FeedbackPorts): Promise<void> {
  await feedbackTables(database)
    .deleteFrom('issue_photo')
    .where('issue_id', 'is', null)
    .where('kept_at', '<', new Date(clock.now().getTime() - dayMs))
    .execute()
}
