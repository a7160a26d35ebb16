/**
 * The part of the Web Cryptography API that leads are sealed with. Browsers and Node carry the same one; core is handed it,
 * because it holds chance.
 */

/** A key that the platform keeps; nobody looks into it. */
export type SealedKey = object

type Algorithm = string | Readonly<Record<string, unknown>>

/** What is used of `crypto.subtle`. */
export interface SubtleWork {
  digest(algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer>
  sign(algorithm: string, key: SealedKey, bytes: Uint8Array): Promise<ArrayBuffer>
  encrypt(algorithm: Algorithm, key: SealedKey, bytes: Uint8Array): Promise<ArrayBuffer>
  decrypt(algorithm: Algorithm, key: SealedKey, bytes: Uint8Array): Promise<ArrayBuffer>
  deriveBits(algorithm: Algorithm, key: SealedKey, bits: number): Promise<ArrayBuffer>
  generateKey(algorithm: Algorithm, extractable: boolean, uses: readonly string[]): Promise<unknown>
  exportKey(format: string, key: SealedKey): Promise<unknown>
  importKey(
    format: string,
    bytes: Uint8Array,
    algorithm: Algorithm,
    extractable: boolean,
    uses: readonly string[],
  ): Promise<SealedKey>
}

/** `crypto` of a browser, `webcrypto` of Node. */
export interface WebCrypto {
  readonly subtle: SubtleWork
  getRandomValues(bytes: Uint8Array): Uint8Array
}

/** So many bytes of chance. */
export function randomBytes(crypto: WebCrypto, length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** HMAC-SHA-256. */
export async function hmac(crypto: WebCrypto, key: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const kept = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', kept, bytes))
}

/** Bytes one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The bytes of a text of ASCII letters. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
