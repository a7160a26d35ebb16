/**
 * Making and stopping shares.
 */

import { addDays, daysBetween, instantOf, type PlainDate, plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { todayOf } from '../plans/plan-source.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import type { ShareKind, ShareLinks } from './share-links.ts'
import { type ShareRow, shareTables } from './share-store.ts'

/** A share that is asked for. */
export interface ShareWish {
  readonly projectId: string
  readonly kind: ShareKind
  readonly until: string | undefined
}

/** Days a share lasts where nothing else is said, and at most. */
const lasting: Readonly<Record<ShareKind, { readonly usual: number; readonly most: number }>> = {
  read: { usual: 90, most: 366 },
  calendar: { usual: 366, most: 3 * 366 },
}

/** Makes a share that ends with a day. */
export async function createShare(
  room: ProjectsRoom & { readonly links: ShareLinks },
  context: CommandContext,
  { projectId, kind, until }: ShareWish,
): Promise<Result<{ readonly id: string }, 'project-ended' | 'share-too-long'>> {
  const project = await projectsTables(context.tx)
    .selectFrom('project')
    .select('state')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const last = lastDay(todayOf(room, context.now), kind, until)
  if (last === undefined) return refuse('share-too-long', { most: lasting[kind].most })
  const id = room.newId()
  await shareTables(context.tx)
    .insertInto('project_share')
    .values({
      id,
      project_id: projectId,
      kind,
      token_hash: room.links.tokenHashOf(id),
      made_by: personOf(context),
      made_at: context.now,
      until: new Date(instantOf({ date: addDays(last, 1), minuteOfDay: 0 }, room.zone.utcOffsetMinutes)),
      revoked_at: null,
      opened: 0,
      last_opened_at: null,
    })
    .execute()
  return accept({ id })
}

function lastDay(today: PlainDate, kind: ShareKind, until: string | undefined): PlainDate | undefined {
  const { usual, most } = lasting[kind]
  if (until === undefined) return addDays(today, usual)
  const days = daysBetween(today, plainDate(until))
  return days < 0 || days > most ? undefined : plainDate(until)
}

/** Stops a share of a project; one that is stopped already stays so. */
export async function revokeShare(
  context: CommandContext,
  { projectId, share }: { readonly projectId: string; readonly share: string },
): Promise<Result<{ readonly revoked: number }, never>> {
  const { numUpdatedRows } = await shareTables(context.tx)
    .updateTable('project_share')
    .set({ revoked_at: context.now })
    .where('id', '=', share)
    .where('project_id', '=', projectId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return accept({ revoked: Number(numUpdatedRows) })
}

/** A share as the wire has it. */
export function shareView(links: ShareLinks, row: ShareRow) {
  const { id, kind, made_at, until, opened, last_opened_at } = row
  return {
    id,
    kind,
    url: links.urlOf(row),
    madeAt: made_at.toISOString(),
    until: until.toISOString(),
    opened,
    lastOpenedAt: last_opened_at?.toISOString() ?? null,
  }
}
