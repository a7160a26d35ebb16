/**
 * Cipher texts tell how long the words were. They are filled up to a few sizes, so that only the size class shows.
 */

import type { Bytes } from './web-crypto.ts'

/** Bytes of the size classes: a message or a text, a text with one picture, with several. */
const sizes = [4 * 1024, 256 * 1024, 1024 * 1024, 4 * 1024 * 1024] as const

/** Most bytes that one envelope holds. */
export const mostPlainBytes = sizes[3] - 1

/** Bytes of plain text that a message between reporter and handler may have: it always fills the smallest class. */
export const mostMessageBytes = sizes[0] - 1

/** The bytes filled up to the next size with a one bit and zeros (ISO/IEC 7816-4); undefined where no size holds them. */
export function padded(bytes: Bytes): Bytes | undefined {
  const size = sizes.find((candidate) => bytes.length < candidate)
  if (size === undefined) return undefined
  const filled = new Uint8Array(size)
  filled.set(bytes)
  filled[bytes.length] = 0x80
  return filled
}

/** The bytes without what filled them up; undefined where they never were. */
export function unpadded(bytes: Bytes): Bytes | undefined {
  const end = bytes.lastIndexOf(0x80)
  if (end < 0 || bytes.subarray(end + 1).some((byte) => byte !== 0)) return undefined
  return bytes.slice(0, end)
}
