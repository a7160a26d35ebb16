/**
 * Photos of visits: from an upload, judged by their content, kept once however often the phone sends them.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { takeUpload } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { accompanyingTables } from './accompanying-tables.ts'
import { tellsPlace } from './photo-place.ts'

/** A photo as a phone sends it. */
export interface SentPhoto {
  readonly id: string
  readonly projectId: string
  readonly contact: string
  readonly upload: string
}

type PhotoRefusal =
  | 'contact-unknown'
  | 'photo-recorded-otherwise'
  | 'photo-not-image'
  | 'photo-tells-place'
  | 'upload-unknown'
  | 'upload-unfinished'
  | 'file-kind-unknown'
  | 'file-damaged'

/** Attaches a photo to a visit. A position in the photo is refused unless the visit itself tells where it was. */
export async function attachPhoto(
  room: ProjectsRoom,
  context: CommandContext,
  { id, projectId, contact, upload }: SentPhoto,
): Promise<Result<{ id: string }, PhotoRefusal>> {
  const visit = await projectsTables(context.tx)
    .selectFrom('project_contact')
    .select('latitude')
    .where('id', '=', contact)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  if (visit === undefined) return refuse('contact-unknown')
  const tables = accompanyingTables(context.tx)
  const known = await tables
    .selectFrom('project_contact_photo')
    .select('contact_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (known !== undefined)
    return known.contact_id === contact ? accept({ id }) : refuse('photo-recorded-otherwise')
  const ownerId = personOf(context)
  const taken = await takeUpload(room, context, { upload, ownerId })
  if (!taken.ok) return taken
  const { bytes, kind } = taken.value
  if (kind !== 'jpeg' && kind !== 'png') return refuse('photo-not-image', { kind })
  if (visit.latitude === null && tellsPlace(bytes)) return refuse('photo-tells-place')
  await tables
    .insertInto('project_contact_photo')
    .values({
      id,
      contact_id: contact,
      file: await room.files.put(bytes),
      kind,
      size: bytes.length,
      taken_by: ownerId,
      kept_at: context.now,
    })
    .execute()
  return accept({ id })
}
