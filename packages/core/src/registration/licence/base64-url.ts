/**
 * Bytes as text that fits into a link: base64url without padding, read strictly, so that one value has one spelling.
 */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Bytes in base64url.
 *
 * @see RFC 4648 section 5, RFC 7515 appendix C (no padding)
 */
export function encodeBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const signs = Math.min(4, bytes.length - at + 1)
    for (let sign = 0; sign < signs; sign += 1) text += alphabet.charAt((group >> (18 - 6 * sign)) & 63)
  }
  return text
}

/** The bytes of a base64url text; undefined where it is not the one spelling `encodeBase64Url` gives. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array((text.length * 6) >> 3)
  let group = 0
  let bits = 0
  let at = 0
  for (const sign of text) {
    const value = alphabet.indexOf(sign)
    if (value < 0) return undefined
    group = ((group << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (group >> bits) & 0xff
      at += 1
    }
  }
  return encodeBase64Url(bytes) === text ? bytes : undefined
}
