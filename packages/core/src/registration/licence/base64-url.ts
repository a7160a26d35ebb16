/**
 * Bytes as text that fits into a link: base64url without padding, read strictly, so that one value has one spelling.
 */

import { decodeBase64, encodeBase64 } from '../../ledger/index.ts'

/**
 * Bytes in base64url.
 *
 * @see RFC 4648 section 5, RFC 7515 appendix C (no padding)
 */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The bytes of a base64url text; undefined where it is not the one spelling `encodeBase64Url` gives. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined
  const padding = '='.repeat((4 - (text.length % 4)) % 4)
  return decodeBase64(text.replaceAll('-', '+').replaceAll('_', '/') + padding)
}
