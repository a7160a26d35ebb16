/**
 * A bulletin on a typical case (典型案例通报): it goes out only when nothing in it gives anybody away that a person has not looked
 * at, and after two approvals by two people, neither of whom wrote in it.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { IdentifyingWords } from './identifying-words.ts'

/** A finding that may stay, with the reason. */
export interface KeptWords {
  readonly words: string
  readonly reason: string
}

/** What is known of a bulletin. */
export interface Bulletin {
  readonly state: 'drafted' | 'published'
  /** number of the text as it stands, from 1; every change of the text counts on */
  readonly revision: number
  /** the author and everybody who changed the text */
  readonly writerIds: readonly string[]
  /** who approved the text as it stands; a changed text has no approvals */
  readonly approverIds: readonly string[]
}

/** Why a bulletin does not go on. */
export type BulletinRefusal =
  | 'identifying-words-left'
  | 'author-approves-not'
  | 'approved-before'
  | 'approvals-missing'
  | 'bulletin-published'
  | 'bulletin-revised-meanwhile'

/** Findings that nobody has resolved: neither taken out of the text nor kept with a reason. */
export function unresolved(
  found: readonly IdentifyingWords[],
  kept: readonly KeptWords[],
): readonly IdentifyingWords[] {
  return found.filter(({ words }) => !kept.some((one) => one.words === words && one.reason.trim() !== ''))
}

/** Whether another wording may take the place of the text; refused where that is not the one that was at hand. */
export function mayRevise(
  { state, revision }: Pick<Bulletin, 'state' | 'revision'>,
  base: number,
): Result<undefined, 'bulletin-published' | 'bulletin-rewritten-meanwhile'> {
  if (state === 'published') return refuse('bulletin-published')
  return base === revision
    ? accept(undefined)
    : refuse('bulletin-rewritten-meanwhile', { read: base, stands: revision })
}

/** Who approves, and which revision they have read. */
export interface Approval {
  readonly approverId: string
  readonly revision: number
}

/**
 * The bulletin after somebody approved it; refused where the text is not the one that was read, while a finding is left, to
 * whoever wrote in it, and a second time.
 */
export function approvedBulletin(
  bulletin: Bulletin,
  { approverId, revision }: Approval,
  left: readonly IdentifyingWords[],
): Result<Bulletin, BulletinRefusal> {
  if (bulletin.state === 'published') return refuse('bulletin-published')
  if (revision !== bulletin.revision)
    return refuse('bulletin-revised-meanwhile', { read: revision, stands: bulletin.revision })
  if (left.length > 0) return refuse('identifying-words-left', { count: left.length })
  if (bulletin.writerIds.includes(approverId)) return refuse('author-approves-not')
  if (bulletin.approverIds.includes(approverId)) return refuse('approved-before')
  return accept({ ...bulletin, approverIds: [...bulletin.approverIds, approverId] })
}

/** The bulletin published; refused while a finding is left or fewer than two people have approved it. */
export function publishedBulletin(
  bulletin: Bulletin,
  left: readonly IdentifyingWords[],
): Result<Bulletin, BulletinRefusal> {
  if (bulletin.state === 'published') return refuse('bulletin-published')
  if (left.length > 0) return refuse('identifying-words-left', { count: left.length })
  const approvers = new Set(bulletin.approverIds.filter((id) => !bulletin.writerIds.includes(id)))
  return approvers.size < 2 ? refuse('approvals-missing') : accept({ ...bulletin, state: 'published' })
}
