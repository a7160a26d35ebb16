/**
 * The part of the Web Cryptography API that leads are sealed with. Browsers and Node carry the same one; core is handed it,
 * because it holds chance.
 */

/** Bytes in memory of their own, as the platforms ask for them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** What a key is made for. */
export type KeyUse =
  | 'decrypt'
  | 'deriveBits'
  | 'deriveKey'
  | 'encrypt'
  | 'sign'
  | 'unwrapKey'
  | 'verify'
  | 'wrapKey'

/** A key that the platform keeps; nobody looks into it. */
export interface SealedKey {
  readonly algorithm: { readonly name: string }
  readonly extractable: boolean
  readonly type: 'private' | 'public' | 'secret'
  readonly usages: readonly string[]
}

interface Gcm {
  readonly name: 'AES-GCM'
  readonly iv: Bytes
  readonly additionalData?: Bytes
}
type Curve = { readonly name: string; readonly namedCurve: string }
type KeyKind = Curve | { readonly name: 'HMAC'; readonly hash: string } | { readonly name: 'AES-GCM' }

/** What is used of `crypto.subtle`. */
export interface SubtleWork {
  digest(algorithm: string, bytes: Bytes): Promise<ArrayBuffer>
  sign(algorithm: string, key: SealedKey, bytes: Bytes): Promise<ArrayBuffer>
  encrypt(algorithm: Gcm, key: SealedKey, bytes: Bytes): Promise<ArrayBuffer>
  decrypt(algorithm: Gcm, key: SealedKey, bytes: Bytes): Promise<ArrayBuffer>
  /** `public` is a `SealedKey`; the platforms' own types know it under a narrower name */
  deriveBits(
    algorithm: { readonly name: 'ECDH'; readonly public: never },
    key: SealedKey,
    bits: number,
  ): Promise<ArrayBuffer>
  generateKey(
    algorithm: Curve,
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<{ readonly publicKey: SealedKey; readonly privateKey: SealedKey }>
  exportKey(format: 'raw' | 'pkcs8', key: SealedKey): Promise<ArrayBuffer>
  importKey(
    format: 'raw' | 'pkcs8',
    bytes: Bytes,
    algorithm: KeyKind,
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<SealedKey>
}

/** `crypto` of a browser, `webcrypto` of Node. */
export interface WebCrypto {
  readonly subtle: SubtleWork
  getRandomValues(bytes: Bytes): Bytes
}

/** So many bytes of chance. */
export function randomBytes(crypto: WebCrypto, length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** HMAC-SHA-256. */
export async function hmac(crypto: WebCrypto, key: Bytes, bytes: Bytes): Promise<Bytes> {
  const kept = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', kept, bytes))
}

/** Bytes one after the other. */
export function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The bytes of a text of ASCII letters. */
export function asciiBytes(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
