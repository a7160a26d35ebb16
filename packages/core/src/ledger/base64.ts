/**
 * Bytes as base64 with padding (RFC 4648 section 4), read strictly: one value has one spelling.
 */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes in base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const signs = Math.min(4, bytes.length - at + 1)
    for (let sign = 0; sign < 4; sign += 1)
      text += sign < signs ? alphabet.charAt((group >> (18 - 6 * sign)) & 63) : '='
  }
  return text
}

/** The bytes of a base64 text; undefined where it is not the one spelling `encodeBase64` gives. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const signs = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((signs.length * 6) / 8))
  let group = 0
  let bits = 0
  let at = 0
  for (const sign of signs) {
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
  return encodeBase64(bytes) === text ? bytes : undefined
}
