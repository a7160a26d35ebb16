/**
 * From a draft to a version, by two people: one proposes it with a reason and the first day it applies, another one
 * confirms it, and it stands for ever.
 */

import { localMoment } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Ports } from '../../platform/ports.ts'
import { catalogueTables, type VersionSummary } from '../catalogue-tables.ts'
import { appendVersion, type Published } from '../publishing.ts'
import type { CheckDraft } from './draft-check.ts'
import { type DraftRow, editorOf, type LockRefusal, lockDraft, reviseDraft } from './draft-store.ts'
import { versionSummary } from './version-summary.ts'

/** What proposing and confirming need. */
export interface ProposalPorts extends Pick<Ports, 'zone'> {
  readonly check: CheckDraft
}

/** Why a draft is not published as it stands. */
export type UnfitRefusal =
  | 'draft-has-findings'
  | 'catalogue-outdated'
  | 'effective-date-past'
  | 'effective-before-newest'

/** What is proposed, why, and from which day on it applies. */
export interface Proposal {
  readonly revision: number
  readonly reason: string
  /** YYYY-MM-DD, today or later */
  readonly effectiveOn: string
}

type ProposeRefusal = LockRefusal | UnfitRefusal | 'draft-proposed' | 'catalogue-unchanged'

/** Hands the draft to a second person. */
export async function proposeDraft(
  ports: ProposalPorts,
  context: CommandContext,
  { revision, reason, effectiveOn }: Proposal,
): Promise<Result<{ readonly revision: number }, ProposeRefusal>> {
  const locked = await lockDraft(context, revision)
  if (!locked.ok) return locked
  const draft = locked.value
  if (draft.state === 'proposed') return refuse('draft-proposed')
  const fit = await fitToPublish(ports, context, { ...draft, effective_on: effectiveOn })
  if (!fit.ok) return fit
  if (fit.value.hash === fit.value.newestHash) return refuse('catalogue-unchanged')
  const by = editorOf(context)
  context.record({
    act: 'catalogue.proposed',
    subject: `catalogue/${draft.base + 1}`,
    body: { hash: fit.value.hash, effectiveOn, by: context.commit(by), reason: context.commit(reason) },
  })
  return accept(
    await reviseDraft(context, draft, {
      state: 'proposed',
      reason,
      effective_on: effectiveOn,
      proposed_by: by,
      proposed_at: context.now,
      returned_note: null,
    }),
  )
}

/** Opens a proposed draft again. */
export async function returnDraft(
  context: CommandContext,
  { revision, note }: { readonly revision: number; readonly note: string },
): Promise<Result<{ readonly revision: number }, LockRefusal | 'draft-not-proposed'>> {
  const locked = await lockDraft(context, revision)
  if (!locked.ok) return locked
  const draft = locked.value
  if (draft.state !== 'proposed') return refuse('draft-not-proposed')
  context.record({
    act: 'catalogue.returned',
    subject: `catalogue/${draft.base + 1}`,
    body: { by: context.commit(editorOf(context)), note: context.commit(note) },
  })
  return accept(await reviseDraft(context, draft, { state: 'open', returned_note: note }))
}

type ConfirmRefusal = LockRefusal | UnfitRefusal | 'draft-not-proposed' | 'second-person-required'

/** What was published, and since when it applies. */
export interface Confirmed extends Published {
  readonly effectiveOn: string
}

/** Publishes the proposed draft as the next version. */
export async function confirmDraft(
  ports: ProposalPorts,
  context: CommandContext,
  revision: number,
): Promise<Result<Confirmed, ConfirmRefusal>> {
  const locked = await lockDraft(context, revision)
  if (!locked.ok) return locked
  const draft = locked.value
  const { reason, effective_on: effectiveOn, proposed_by: proposedBy } = draft
  if (draft.state !== 'proposed' || reason === null || effectiveOn === null || proposedBy === null)
    return refuse('draft-not-proposed')
  const confirmedBy = editorOf(context)
  if (proposedBy === confirmedBy) return refuse('second-person-required')
  const fit = await fitToPublish(ports, context, draft)
  if (!fit.ok) return fit
  const { base, restores, content } = draft
  const published = await appendVersion(context, {
    content,
    hash: fit.value.hash,
    effectiveOn,
    made: { base, restores, reason, proposedBy, confirmedBy, summary: fit.value.summary },
  })
  if (!published.ok) return published
  await reviseDraft(context, draft, { state: 'published' })
  return accept({ ...published.value, effectiveOn })
}

/** What was found of a draft that may be published. */
interface Fit {
  readonly hash: string
  readonly newestHash: string
  readonly summary: VersionSummary
}

async function fitToPublish(
  { check, zone }: ProposalPorts,
  { tx, now }: CommandContext,
  draft: DraftRow,
): Promise<Result<Fit, UnfitRefusal>> {
  const { catalogue, findings } = check(draft)
  if (catalogue === undefined) return refuse('draft-has-findings', { findings: findings.length })
  const newest = await catalogueTables(tx)
    .selectFrom('catalogue_version')
    .select(['number', 'hash', 'content', 'effective_on'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  if (newest.number !== draft.base) return refuse('catalogue-outdated', { newest: newest.number })
  const today = localMoment(now.getTime(), zone.utcOffsetMinutes).date
  if (draft.effective_on === null || draft.effective_on < today)
    return refuse('effective-date-past', { today })
  // it holds the newest text as well, which is not to apply yet; a restored one is there to keep it from applying
  if (draft.restores === null && draft.effective_on < newest.effective_on)
    return refuse('effective-before-newest', { newest: newest.number, effectiveOn: newest.effective_on })
  const summary = versionSummary(newest.content as DraftRow['content'], draft.content)
  return accept({ hash: catalogue.version, newestHash: newest.hash, summary })
}
