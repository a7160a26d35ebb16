/**
 * Photos of rooms in and out: judged by their bytes, kept without what the camera wrote into them.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { plainPicture } from '../../platform/plain-picture.ts'
import type { PremisesPorts } from '../premises-ports.ts'
import { premisesTables } from '../store/premises-tables.ts'
import { lockRoom } from '../store/room-store.ts'

/** A photo as it is sent. */
export interface NewRoomPhoto {
  readonly roomId: string
  /** base64 */
  readonly bytes: string
  /** what is seen, 2 to 60 characters */
  readonly shows: string
}

/** Adds a photo to a room; refused where it is no whole picture, or the room has as many as the zone allows. */
export async function addPhoto(
  { files, newId, content }: Pick<PremisesPorts, 'files' | 'newId' | 'content'>,
  context: CommandContext,
  { roomId, bytes, shows }: NewRoomPhoto,
): Promise<Result<{ id: string; size: number }, 'photo-not-a-picture' | 'room-has-photos-enough'>> {
  const picture = plainPicture(Buffer.from(bytes, 'base64'))
  if (picture === undefined) return refuse('photo-not-a-picture')
  const { tx, now, record } = context
  await lockRoom(context, roomId)
  const photos = (await readPhotosOf(tx, [roomId])).length
  if (photos >= content.photosAtMost) return refuse('room-has-photos-enough', { most: content.photosAtMost })
  const [id, file, size] = [newId(), await files.put(picture.bytes), picture.bytes.length]
  await premisesTables(tx)
    .insertInto('space_room_photo')
    .values({ id, room_id: roomId, file, kind: picture.kind, size, shows, added_at: now })
    .execute()
  record({ act: 'premises.photo-added', subject: roomId, body: { photo: id, file } })
  return accept({ id, size })
}

/** Takes a photo off its room. */
export async function removePhoto(
  context: CommandContext,
  { roomId, id }: { readonly roomId: string; readonly id: string },
): Promise<Result<Record<never, never>, 'room-photo-unknown'>> {
  const gone = await premisesTables(context.tx)
    .deleteFrom('space_room_photo')
    .where('id', '=', id)
    .where('room_id', '=', roomId)
    .returning('file')
    .executeTakeFirst()
  if (gone === undefined) return refuse('room-photo-unknown')
  context.record({ act: 'premises.photo-removed', subject: roomId, body: { photo: id, file: gone.file } })
  return accept({})
}

/** The photos of rooms, each room's in the order in which they were added. */
export async function readPhotosOf(database: Database, roomIds: readonly string[]) {
  if (roomIds.length === 0) return []
  return await premisesTables(database)
    .selectFrom('space_room_photo')
    .select(['id', 'room_id as roomId', 'shows'])
    .where('room_id', 'in', [...roomIds])
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** A photo whole; undefined where the room has none of that id. */
export async function findPhoto(
  { files, database }: Pick<PremisesPorts, 'files' | 'database'>,
  { roomId, id }: { readonly roomId: string; readonly id: string },
): Promise<{ readonly kind: 'jpeg' | 'png'; readonly bytes: Uint8Array } | undefined> {
  const row = await premisesTables(database)
    .selectFrom('space_room_photo')
    .select(['file', 'kind'])
    .where('id', '=', id)
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  const bytes = row === undefined ? undefined : await files.get(row.file)
  return row === undefined || bytes === undefined ? undefined : { kind: row.kind, bytes }
}
