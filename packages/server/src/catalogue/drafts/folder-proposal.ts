/**
 * The folder of a zone proposed as the next version, for installations that keep their content in git: the second person
 * confirms on screen, as with any other draft.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { CatalogueContent } from '../catalogue-content.ts'
import { catalogueTables } from '../catalogue-tables.ts'
import { insertDraft } from './draft-commands.ts'

/** What is proposed, by whom, why, and from which day on it applies. */
export interface FolderProposal extends CatalogueContent {
  readonly id: string
  /** id of the person who keeps the catalogue and proposes this */
  readonly by: string
  readonly reason: string
  readonly effectiveOn: PlainDate
  /** the zone's day */
  readonly today: PlainDate
}

/** What was proposed: the number it will have. */
export interface ProposedFolder {
  readonly number: number
  readonly hash: string
}

/** Why the folder is not proposed. */
export type FolderRefusal =
  | 'catalogue-unpublished'
  | 'catalogue-unchanged'
  | 'draft-there-already'
  | 'effective-date-past'
  | 'effective-before-newest'

/** Makes a draft of the folder and proposes it in one step. */
export async function proposeFolder(
  context: Pick<CommandContext, 'tx' | 'now' | 'record' | 'commit'>,
  { id, by, reason, effectiveOn, today, catalogue, content }: FolderProposal,
): Promise<Result<ProposedFolder, FolderRefusal>> {
  if (effectiveOn < today) return refuse('effective-date-past', { today })
  const newest = await catalogueTables(context.tx)
    .selectFrom('catalogue_version')
    .select(['number', 'hash', 'effective_on'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest === undefined) return refuse('catalogue-unpublished')
  const hash = catalogue.version
  if (newest.hash === hash) return refuse('catalogue-unchanged', { number: newest.number })
  const base = newest.number
  if (effectiveOn < newest.effective_on)
    return refuse('effective-before-newest', { newest: base, effectiveOn: newest.effective_on })
  const proposal = { reason, effectiveOn }
  const begun = await insertDraft(context, by, { id, base, origin: 'folder', content, proposal })
  if (!begun.ok) return begun
  context.record({
    act: 'catalogue.proposed',
    subject: `catalogue/${base + 1}`,
    body: { hash, effectiveOn, by: context.commit(by), reason: context.commit(reason) },
  })
  return accept({ number: base + 1, hash })
}
