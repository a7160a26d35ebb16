/**
 * Drawing the firms that are invited. Everybody who has the seed and the list draws the same firms: they are put in the order
 * of the SHA-256 of "seed:code", and each group takes them from the top.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A firm of the list that is drawn from. */
export interface ListedFirm {
  /** 统一社会信用代码 */
  readonly code: string
  readonly group: string
}

/** What is drawn: by a seed, so many firms of each group at most. */
export interface Lots {
  readonly seed: string
  readonly places: ReadonlyMap<string, number>
}

/** The firms that are invited, in the order of their lots; a group with fewer firms than places gives all it has. */
export function drawFirms<Firm extends ListedFirm>(
  firms: readonly Firm[],
  { seed, places }: Lots,
): readonly Firm[] {
  const inOrder = firms
    .map((firm) => ({ firm, lot: digestOf(`${seed}:${firm.code}`) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
  const left = new Map(places)
  return inOrder.flatMap(({ firm }) => {
    const free = left.get(firm.group) ?? 0
    left.set(firm.group, free - 1)
    return free > 0 ? [firm] : []
  })
}

/** What the list is known by later on: SHA-256 of its codes in order, one a line, in hexadecimal. */
export function listDigest(firms: readonly ListedFirm[]): string {
  return digestOf(
    firms
      .map(({ code }) => code)
      .toSorted()
      .join('\n'),
  )
}

function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
