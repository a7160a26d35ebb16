/**
 * Checks an exported ledger from its bytes alone: every leaf, every checkpoint, and what others have seen before.
 *
 * What the ledger says of itself is compared with itself (leaf texts against recorded hashes against signed roots), and
 * with *held* checkpoints, kept by a witness or a reader: only those show a tail cut off, an old backup restored or a
 * second view shown to somebody else.
 */

import { type CheckpointKey, openCheckpoint, type VerifySignature } from './checkpoint.ts'
import { emptyFrontier, type Frontier, growFrontier, rootOf } from './merkle-tree.ts'
import { type Hash, isSameHash, leafHashOfText, type Sha256 } from './tree-hash.ts'

/** A ledger as it is exported. */
export interface LedgerBundle {
  readonly origin: string
  /** canonical texts, in order */
  readonly leaves: readonly string[]
  /** the hash recorded for each leaf when it was taken up */
  readonly leafHashes: readonly Hash[]
  /** signed notes, oldest first */
  readonly checkpoints: readonly string[]
}

/** What the verifier brings along. */
export interface Verifier {
  readonly keys: readonly CheckpointKey[]
  readonly verify: VerifySignature
  /** notes seen earlier by somebody else */
  readonly held?: readonly string[]
  /** a faster SHA-256 than the portable one */
  readonly sha256?: Sha256
}

/** The verdict: valid with size and root, or the first leaf that is not what it was. */
export type LedgerVerdict =
  | { readonly valid: true; readonly size: number; readonly root: Hash }
  | { readonly valid: false; readonly firstBadLeaf: number | null; readonly because: LedgerFault }

/** What is wrong with a ledger. */
export type LedgerFault =
  | 'leaf-changed'
  | 'leaf-missing'
  | 'leaf-not-recorded'
  | 'checkpoint-malformed'
  | 'checkpoint-not-signed'
  | 'checkpoint-of-another-ledger'
  | 'root-differs'
  | 'no-checkpoint'
  | 'shorter-than-seen-before'
  | 'differs-from-seen-before'

/** Checks a bundle. */
export function verifyLedger(bundle: LedgerBundle, verifier: Verifier): LedgerVerdict {
  const changed = changedLeaf(bundle, verifier)
  if (changed !== undefined) return changed
  const own = openAll(bundle.origin, bundle.checkpoints, verifier)
  if ('valid' in own) return own
  const last = own.at(-1)
  if (last === undefined) return bad(null, 'no-checkpoint')
  const held = openAll(bundle.origin, verifier.held ?? [], verifier)
  if ('valid' in held) return held
  return (
    differingRoot(
      bundle,
      [...marksOf(held, 'differs-from-seen-before'), ...marksOf(own, 'root-differs')],
      verifier,
    ) ??
    missingTail(bundle.leaves.length, own, held) ?? { valid: true, size: last.size, root: last.root }
  )
}

function missingTail(length: number, own: readonly Seen[], held: readonly Seen[]): LedgerVerdict | undefined {
  if (held.some(({ size }) => size > length)) return bad(length, 'shorter-than-seen-before')
  return own.some(({ size }) => size > length) ? bad(length, 'leaf-missing') : undefined
}

function bad(firstBadLeaf: number | null, because: LedgerFault): LedgerVerdict {
  return { valid: false, firstBadLeaf, because }
}

function changedLeaf({ leaves, leafHashes }: LedgerBundle, { sha256 }: Verifier): LedgerVerdict | undefined {
  for (const [index, text] of leaves.entries()) {
    const recorded = leafHashes[index]
    if (recorded === undefined) return bad(index, 'leaf-not-recorded')
    if (!isSameHash(leafHashOfText(text, sha256), recorded)) return bad(index, 'leaf-changed')
  }
  return leafHashes.length > leaves.length ? bad(leaves.length, 'leaf-missing') : undefined
}

interface Seen {
  readonly size: number
  readonly root: Hash
}

function openAll(
  origin: string,
  notes: readonly string[],
  { keys, verify }: Verifier,
): readonly Seen[] | LedgerVerdict {
  const seen: Seen[] = []
  for (const note of notes) {
    const opened = openCheckpoint(note, keys, verify)
    if (!opened.ok) return bad(null, opened.code)
    if (opened.value.origin !== origin) return bad(null, 'checkpoint-of-another-ledger')
    seen.push(opened.value)
  }
  return seen.toSorted((one, other) => one.size - other.size)
}

/** A size at which the tree had this root, for somebody who signed or saw it. */
interface Mark extends Seen {
  readonly fault: LedgerFault
}

function marksOf(seen: readonly Seen[], fault: LedgerFault): readonly Mark[] {
  return seen.map((one) => ({ ...one, fault }))
}

/** Grows the tree once and compares its root at every mark that it reaches. */
function differingRoot(
  { leafHashes }: LedgerBundle,
  marks: readonly Mark[],
  { sha256 }: Verifier,
): LedgerVerdict | undefined {
  const reached = marks
    .filter(({ size }) => size <= leafHashes.length)
    .toSorted((one, other) => one.size - other.size)
  let frontier: Frontier = emptyFrontier
  let sound = 0
  for (const { size, root, fault } of reached) {
    frontier = growFrontier(frontier, leafHashes.slice(frontier.size, size), { sha256 })
    if (!isSameHash(rootOf(frontier), root)) return bad(Math.min(sound, size), fault)
    sound = size
  }
  return undefined
}
