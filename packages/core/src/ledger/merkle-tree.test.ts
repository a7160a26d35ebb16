import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendLeaves,
  buildProof,
  consistencyRanges,
  emptyFrontier,
  emptyRoot,
  type Hash,
  inclusionRanges,
  leafHash,
  type NodeReader,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

/** The eight leaves and roots that certificate transparency implementations test with (RFC 6962 trees of size 1 to 8). */
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hexToBytes)
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

function grow(hashes: readonly Hash[]) {
  const { frontier, added } = appendLeaves(emptyFrontier, hashes)
  const nodes = new Map(added.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const hashAt: NodeReader = ({ level, index }) => {
    const hash = nodes.get(`${level}/${index}`)
    if (hash === undefined) throw new Error(`no node ${level}/${index}`)
    return hash
  }
  return { root: rootOf(frontier), hashAt }
}

/** The definition of RFC 6962 section 2.1, recursion and all. */
function rootByDefinition(hashes: readonly Hash[]): Hash {
  const [only] = hashes
  if (only === undefined) return emptyRoot()
  if (hashes.length === 1) return only
  let split = 1
  while (split * 2 < hashes.length) split *= 2
  return nodeHash(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)))
}

const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(Uint8Array.of(index & 255, index >> 8)))
const flip = (hash: Hash, bit: number) =>
  hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

describe(rootOf, () => {
  it('is SHA-256 of nothing for the empty tree', () => {
    expect(bytesToHex(rootOf(emptyFrontier))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })
  it.each(roots.map((root, index) => [index + 1, root] as const))(
    'of %i reference leaves is the published one',
    (size, root) => {
      expect(bytesToHex(grow(inputs.slice(0, size).map((bytes) => leafHash(bytes))).root)).toBe(root)
    },
  )
  it('agrees with the definition at every size up to 130', () => {
    for (let size = 0; size <= 130; size += 1)
      expect(bytesToHex(grow(leaves(size)).root)).toBe(bytesToHex(rootByDefinition(leaves(size))))
  })
  it('does not depend on how the leaves came in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (size, cut) => {
        const all = leaves(size)
        const first = appendLeaves(emptyFrontier, all.slice(0, cut)).frontier
        expect(rootOf(appendLeaves(first, all.slice(cut)).frontier)).toEqual(grow(all).root)
      }),
    )
  })
})

describe(verifyInclusion, () => {
  it('believes the proof of every leaf in every tree up to 40, and no other place', () => {
    for (let size = 1; size <= 40; size += 1) {
      const { root, hashAt } = grow(leaves(size))
      for (let index = 0; index < size; index += 1) {
        const proof = buildProof(inclusionRanges(index, size), hashAt)
        const leaf = hashAt({ level: 0, index })
        expect(verifyInclusion({ index, size, leaf, root }, proof)).toBe(true)
        expect(verifyInclusion({ index: (index + 1) % size, size, leaf, root }, proof)).toBe(size === 1)
      }
    }
  })
  it('notices any flipped bit', () => {
    const { root, hashAt } = grow(leaves(37))
    fc.assert(
      fc.property(fc.nat(36), fc.nat(255), fc.nat(5), (index, bit, at) => {
        const proof = buildProof(inclusionRanges(index, 37), hashAt)
        const leaf = hashAt({ level: 0, index })
        const broken = proof.map((hash, place) => (place === at % proof.length ? flip(hash, bit) : hash))
        expect(verifyInclusion({ index, size: 37, leaf, root }, broken)).toBe(false)
        expect(verifyInclusion({ index, size: 37, leaf: flip(leaf, bit), root }, proof)).toBe(false)
        expect(verifyInclusion({ index, size: 37, leaf, root }, proof.slice(1))).toBe(false)
      }),
    )
  })
})

describe(verifyConsistency, () => {
  it('believes every pair of sizes up to 40 and no forged history', () => {
    for (let size = 1; size <= 40; size += 1) {
      const { root, hashAt } = grow(leaves(size))
      for (let before = 1; before <= size; before += 1) {
        const beforeRoot = grow(leaves(before)).root
        const proof = buildProof(consistencyRanges(before, size), hashAt)
        expect(verifyConsistency({ before, beforeRoot, size, root }, proof)).toBe(true)
        expect(verifyConsistency({ before, beforeRoot: flip(beforeRoot, 9), size, root }, proof)).toBe(false)
        expect(verifyConsistency({ before, beforeRoot, size, root: flip(root, 9) }, proof)).toBe(false)
      }
    }
  })
})
