/**
 * An append-only Merkle tree, kept as the hashes of its complete subtrees.
 *
 * Terms: the *complete subtree* at `(level, index)` covers the leaves from `index * 2^level` on, `2^level` of them; its
 * hash never changes once all its leaves are there. The *frontier* of a tree is the list of its largest complete
 * subtrees from left to right, enough to append and to compute the root. A *range* `[from, to)` of leaves as a proof
 * needs it is a fold of complete subtrees.
 *
 * Source: RFC 9162 section 2.1 (Certificate Transparency Version 2.0).
 */

import { assert } from '../kernel/index.ts'
import { emptyRoot, type Hash, isSameHash, nodeHash, type Sha256 } from './tree-hash.ts'

/** Where a complete subtree stands. */
export interface NodeAddress {
  readonly level: number
  readonly index: number
}

/** A complete subtree and its hash. */
export interface TreeNode extends NodeAddress {
  readonly hash: Hash
}

/** The largest complete subtrees of a tree of `size` leaves, left to right. */
export interface Frontier {
  readonly size: number
  readonly nodes: readonly TreeNode[]
}

/** Leaves from `from` up to, not including, `to`. */
export interface LeafRange {
  readonly from: number
  readonly to: number
}

/** Gives the hash of a complete subtree. */
export type NodeReader = (address: NodeAddress) => Hash

/** The tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, nodes: [] }

/** Appends leaves by their hashes; `added` are all complete subtrees that came to be, leaves included. */
export function appendLeaves(
  frontier: Frontier,
  leaves: readonly Hash[],
  sha256?: Sha256,
): { readonly frontier: Frontier; readonly added: readonly TreeNode[] } {
  const added: TreeNode[] = []
  const grown = growFrontier(frontier, leaves, { sha256, onNode: (node) => added.push(node) })
  return { frontier: grown, added }
}

/** How a frontier grows. */
export interface Growth {
  readonly sha256?: Sha256 | undefined
  /** told of each complete subtree that came to be, leaves included */
  readonly onNode?: (node: TreeNode) => void
}

/** The frontier after further leaves, without keeping the subtrees: what is enough to compute roots. */
export function growFrontier(
  frontier: Frontier,
  leaves: readonly Hash[],
  { sha256, onNode }: Growth = {},
): Frontier {
  const nodes = [...frontier.nodes]
  let size = frontier.size
  for (const hash of leaves) {
    let node: TreeNode = { level: 0, index: size, hash }
    onNode?.(node)
    for (let left = nodes.at(-1); left?.level === node.level; left = nodes.at(-1)) {
      nodes.pop()
      node = {
        level: node.level + 1,
        index: Math.floor(left.index / 2),
        hash: nodeHash(left.hash, node.hash, sha256),
      }
      onNode?.(node)
    }
    nodes.push(node)
    size += 1
  }
  return { size, nodes }
}

/** The root over a frontier. */
export function rootOf(frontier: Frontier): Hash {
  return fold(frontier.nodes.map((node) => node.hash)) ?? emptyRoot()
}

function fold(hashes: readonly Hash[]): Hash | undefined {
  return hashes.reduceRight<Hash | undefined>(
    (right, left) => (right ? nodeHash(left, right) : left),
    undefined,
  )
}

/** The complete subtrees that a range of a proof is folded from, left to right. */
export function nodesOfRange({ from, to }: LeafRange): readonly NodeAddress[] {
  const nodes: NodeAddress[] = []
  for (let at = from; at < to; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The hash over a range of leaves. */
export function rangeHash(range: LeafRange, hashAt: NodeReader): Hash {
  return fold(nodesOfRange(range).map(hashAt)) ?? emptyRoot()
}

/** The largest power of two below a number of leaves greater than one. */
function splitPoint(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/**
 * The ranges whose hashes prove that a leaf stands in a tree, from the leaf up.
 *
 * @param index - 0 or more, below `size`
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  assert(index >= 0 && index < size, 'the leaf stands in the tree')
  const ranges: LeafRange[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitPoint(to - from)
    if (index < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.toReversed()
}

/**
 * The ranges whose hashes prove that a tree of `before` leaves is the beginning of one of `size`.
 *
 * @param before - 1 or more, at most `size`
 */
export function consistencyRanges(before: number, size: number): readonly LeafRange[] {
  assert(before >= 1 && before <= size, 'the earlier tree is not empty and not larger')
  const ranges: LeafRange[] = []
  let [from, to] = [0, size]
  while (before !== to) {
    const middle = from + splitPoint(to - from)
    if (before <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  if (from > 0) ranges.push({ from, to })
  return ranges.toReversed()
}

/** The hashes of a proof's ranges. */
export function buildProof(ranges: readonly LeafRange[], hashAt: NodeReader): readonly Hash[] {
  return ranges.map((range) => rangeHash(range, hashAt))
}

/** What an inclusion proof claims. */
export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leaf: Hash
  readonly root: Hash
}

/**
 * Whether a proof shows that the leaf stands at `index` in the tree with this root.
 *
 * @see RFC 9162 section 2.1.3.2
 */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Hash[]): boolean {
  if (claim.index < 0 || claim.index >= claim.size) return false
  let [first, second, hash] = [claim.index, claim.size - 1, claim.leaf]
  for (const sibling of proof) {
    if (second === 0) return false
    if (first % 2 === 1 || first === second) {
      hash = nodeHash(sibling, hash)
      while (first % 2 === 0 && first !== 0) [first, second] = [first / 2, Math.floor(second / 2)]
    } else hash = nodeHash(hash, sibling)
    ;[first, second] = [Math.floor(first / 2), Math.floor(second / 2)]
  }
  return second === 0 && isSameHash(hash, claim.root)
}

/** What a consistency proof claims. */
export interface ConsistencyClaim {
  readonly before: number
  readonly beforeRoot: Hash
  readonly size: number
  readonly root: Hash
}

/**
 * Whether a proof shows that the earlier tree is the beginning of the later one.
 *
 * @see RFC 9162 section 2.1.4.2
 */
// oxlint-disable-next-line complexity -- the steps of RFC 9162 stay in one place
export function verifyConsistency(claim: ConsistencyClaim, proof: readonly Hash[]): boolean {
  const { before, beforeRoot, size, root } = claim
  if (before < 1 || before > size) return false
  if (before === size) return proof.length === 0 && isSameHash(beforeRoot, root)
  const isPower = 2 ** Math.round(Math.log2(before)) === before
  const [start, ...rest] = isPower ? [beforeRoot, ...proof] : proof
  if (start === undefined) return false
  let [first, second] = [before - 1, size - 1]
  while (first % 2 === 1) [first, second] = [Math.floor(first / 2), Math.floor(second / 2)]
  let [old, grown] = [start, start]
  for (const sibling of rest) {
    if (second === 0) return false
    if (first % 2 === 1 || first === second) {
      old = nodeHash(sibling, old)
      grown = nodeHash(sibling, grown)
      while (first % 2 === 0 && first !== 0) [first, second] = [first / 2, Math.floor(second / 2)]
    } else grown = nodeHash(grown, sibling)
    ;[first, second] = [Math.floor(first / 2), Math.floor(second / 2)]
  }
  return second === 0 && isSameHash(old, beforeRoot) && isSameHash(grown, root)
}
