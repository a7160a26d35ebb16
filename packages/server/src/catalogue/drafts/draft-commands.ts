/**
 * Beginning a draft, writing in it, giving it up.
 */

import { servicesIn, withService } from '@guanjia/core/catalogue'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { catalogueTables } from '../catalogue-tables.ts'
import type { PlainService } from '../text/service-text.ts'
import {
  type DraftRow,
  editorOf,
  findDraft,
  type LockRefusal,
  lockDraft,
  plainJson,
  reviseDraft,
} from './draft-store.ts'

/** From which text a draft is begun. */
export interface Beginning {
  readonly id: string
  /** number of the earlier version to bring back; null = the newest one */
  readonly restores: number | null
}

/** Why none is begun. */
export type BeginRefusal =
  | 'catalogue-unpublished'
  | 'version-unknown'
  | 'draft-there-already'
  | 'catalogue-unchanged'

/** Begins the draft of the next version. */
export async function beginDraft(
  context: CommandContext,
  { id, restores }: Beginning,
): Promise<Result<{ readonly id: string; readonly revision: number }, BeginRefusal>> {
  const by = editorOf(context)
  const newest = await findVersion(context)
  if (newest === undefined) return refuse('catalogue-unpublished')
  if (restores === null)
    return insertDraft(context, by, { id, base: newest.number, origin: 'edited', content: newest.content })
  const earlier = await findVersion(context, restores)
  if (earlier === undefined) return refuse('version-unknown')
  if (earlier.hash === newest.hash) return refuse('catalogue-unchanged', { number: newest.number })
  const { content } = earlier
  return insertDraft(context, by, { id, base: newest.number, origin: 'restored', restores, content })
}

/** A draft to be. */
export interface NewDraft {
  readonly id: string
  readonly base: number
  readonly origin: DraftRow['origin']
  readonly restores?: number
  readonly content: unknown
  /** begun and proposed at once, as the folder of a zone is */
  readonly proposal?: { readonly reason: string; readonly effectiveOn: string }
}

/** Keeps a draft, unless there is one already. */
export async function insertDraft(
  { tx, now }: Pick<CommandContext, 'tx' | 'now'>,
  by: string,
  { restores, content, proposal, ...draft }: NewDraft,
): Promise<Result<{ readonly id: string; readonly revision: number }, 'draft-there-already'>> {
  if ((await findDraft(tx)) !== undefined) return refuse('draft-there-already')
  const proposed = proposal && { reason: proposal.reason, effective_on: proposal.effectiveOn }
  await catalogueTables(tx)
    .insertInto('catalogue_draft')
    .values({
      ...draft,
      restores: restores ?? null,
      content: plainJson(content as DraftRow['content']),
      revision: 1,
      state: 'open',
      begun_by: by,
      begun_at: now,
      changed_by: by,
      changed_at: now,
      ...(proposed && { ...proposed, state: 'proposed', proposed_by: by, proposed_at: now }),
    })
    .execute()
  return accept({ id: draft.id, revision: 1 })
}

/** Two who begin at the same moment: the second is told, as if it had looked a moment later. */
export function draftConflict(constraint: string) {
  return constraint === 'catalogue_draft_one' ? refuse('draft-there-already') : undefined
}

function findVersion({ tx }: Pick<CommandContext, 'tx'>, number?: number) {
  const versions = catalogueTables(tx).selectFrom('catalogue_version').select(['number', 'hash', 'content'])
  const asked = number === undefined ? versions : versions.where('number', '=', number)
  return asked.orderBy('number', 'desc').limit(1).executeTakeFirst()
}

/** A service as it is to be. */
export interface ServiceEdit {
  readonly revision: number
  readonly id: string
  readonly service: PlainService
}

/** Why a service is not written. */
export type SaveRefusal = LockRefusal | 'draft-proposed' | 'service-unknown' | 'service-renamed'

/** Writes one service; what is wrong with it is found afterwards, a draft may have faults. */
export async function saveService(
  context: CommandContext,
  { revision, id, service }: ServiceEdit,
): Promise<Result<{ readonly revision: number }, SaveRefusal>> {
  const locked = await lockDraft(context, revision)
  if (!locked.ok) return locked
  const draft = locked.value
  if (draft.state === 'proposed') return refuse('draft-proposed')
  if (!servicesIn(draft.content).has(id)) return refuse('service-unknown')
  // cases, plans and other services name it by its id
  if (service['id'] !== id) return refuse('service-renamed', { id })
  return accept(await reviseDraft(context, draft, { content: withService(draft.content, service) }))
}

/** Gives the draft up. */
export async function discardDraft(
  context: CommandContext,
  revision: number,
): Promise<Result<{ readonly discarded: true }, LockRefusal | 'draft-proposed'>> {
  const locked = await lockDraft(context, revision)
  if (!locked.ok) return locked
  if (locked.value.state === 'proposed') return refuse('draft-proposed')
  await reviseDraft(context, locked.value, { state: 'discarded' })
  return accept({ discarded: true })
}
