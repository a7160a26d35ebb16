/**
 * The two hashes of a Merkle tree. Leaves and nodes are hashed under different prefixes, so that no node can be passed
 * off as a leaf.
 *
 * @see RFC 6962 section 2.1, RFC 9162 section 2.1.1
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { assert } from '../kernel/index.ts'

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array

/** SHA-256 of bytes. The one in here runs everywhere; a runtime that has a faster one of its own may bring it along. */
export type Sha256 = (bytes: Uint8Array) => Hash

const leafPrefix = Uint8Array.of(0)
const nodePrefix = 1
const hashBytes = 32

/** The hash of a leaf's bytes. */
export function leafHash(bytes: Uint8Array, hash: Sha256 = sha256): Hash {
  return hash(concatBytes(leafPrefix, bytes))
}

/** The hash of a leaf given as text. */
export function leafHashOfText(text: string, hash: Sha256 = sha256): Hash {
  return leafHash(utf8ToBytes(text), hash)
}

/** What the two children of a node are laid into, one node after the other: a check of a million leaves makes a million. */
const children = new Uint8Array(1 + 2 * hashBytes)
children[0] = nodePrefix

/** The hash of a node over its two children. */
export function nodeHash(left: Hash, right: Hash, hash: Sha256 = sha256): Hash {
  assert(left.length === hashBytes && right.length === hashBytes, 'children are hashes')
  children.set(left, 1)
  children.set(right, 1 + hashBytes)
  return hash(children)
}

/** The root of the tree without leaves. */
export function emptyRoot(): Hash {
  return sha256(new Uint8Array())
}

/** Whether two hashes are the same bytes. */
export function isSameHash(one: Hash, other: Hash): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false
  return true
}

/** SHA-256 of a text, for commitments and key ids. */
export function textHash(text: string): Hash {
  return sha256(utf8ToBytes(text))
}

/** SHA-256 of bytes. */
export function bytesHash(...parts: readonly Uint8Array[]): Hash {
  return sha256(concatBytes(...parts))
}
