/**
 * A lead as it is kept: one cipher text under one content key, and that key sealed to each reader. Whoever holds none of the
 * readers' private keys (the server, its database, its operator) holds nothing but lengths in classes.
 */

import { assert } from '../../kernel/index.ts'
import { decodeBase64, encodeBase64 } from '../../ledger/index.ts'
import { type KeyPair, openSealed, sealTo } from './hybrid-sealing.ts'
import { padded, unpadded } from './padding.ts'
import { asciiBytes, type Bytes, randomBytes, type WebCrypto } from './web-crypto.ts'

/** Somebody an envelope is sealed to. */
export interface Reader {
  /** see `keyIdOf` */
  readonly keyId: string
  /** uncompressed P-256 point in Base64 */
  readonly publicKey: string
}

/** The content key for one reader: point, cipher text and tag in Base64. */
export interface Wrap {
  readonly keyId: string
  readonly sealed: string
}

/** An envelope. */
export interface Envelope {
  /** AES-256-GCM over the padded plain text, Base64 */
  readonly content: string
  readonly wraps: readonly Wrap[]
}

/** Which envelope of which lead: bound into the cipher texts, so that none opens in another's place. */
export interface EnvelopePlace {
  readonly leadId: string
  /** `content`, `identity`, or `message/` and the id of the message */
  readonly part: 'content' | 'identity' | `message/${string}`
}

/** A reader with the private key, PKCS #8. */
export interface Opener extends Reader {
  readonly privateKey: Bytes
}

const contentKeyBytes = 32
/** a content key seals one text in its life: the nonce need not change */
const nonce = new Uint8Array(12)

/** Id of a public key: the first 16 bytes of its SHA-256 in hex, which is also what people compare. */
export async function keyIdOf(crypto: WebCrypto, publicKey: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey))
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Seals a text to its readers; the plain text fits the largest size class (see `mostPlainBytes`). */
export async function sealEnvelope(
  crypto: WebCrypto,
  place: EnvelopePlace,
  plain: Bytes,
  readers: readonly Reader[],
): Promise<Envelope> {
  const contentKey = randomBytes(crypto, contentKeyBytes)
  const content = await sealContent(crypto, place, contentKey, plain)
  return { content, wraps: await wrapKey(crypto, place, contentKey, readers) }
}

/** The plain text for one of the readers; undefined where it is not sealed to that key or was changed since. */
export async function openEnvelope(
  crypto: WebCrypto,
  place: EnvelopePlace,
  { content, wraps }: Envelope,
  opener: Opener,
): Promise<Bytes | undefined> {
  const contentKey = await unwrapKey(crypto, place, wraps, opener)
  return contentKey && (await openContent(crypto, place, contentKey, content))
}

/** Cipher text of a content under its key. */
export async function sealContent(
  crypto: WebCrypto,
  place: EnvelopePlace,
  contentKey: Bytes,
  plain: Bytes,
): Promise<string> {
  const filled = padded(plain)
  assert(filled !== undefined, 'the plain text fits an envelope')
  const key = await crypto.subtle.importKey('raw', contentKey, { name: 'AES-GCM' }, false, ['encrypt'])
  const sealed = await crypto.subtle.encrypt(gcm(place), key, filled)
  return encodeBase64(new Uint8Array(sealed))
}

/** Content under its key; undefined where the key is another or a bit was changed. */
export async function openContent(
  crypto: WebCrypto,
  place: EnvelopePlace,
  contentKey: Bytes,
  content: string,
): Promise<Bytes | undefined> {
  const bytes = decodeBase64(content)
  if (bytes === undefined) return undefined
  try {
    const key = await crypto.subtle.importKey('raw', contentKey, { name: 'AES-GCM' }, false, ['decrypt'])
    return unpadded(new Uint8Array(await crypto.subtle.decrypt(gcm(place), key, bytes)))
  } catch {
    return undefined
  }
}

/** A content key (or a share of one) sealed to each reader; also how a handler hands a lead on to a successor. */
export async function wrapKey(
  crypto: WebCrypto,
  place: EnvelopePlace,
  contentKey: Bytes,
  readers: readonly Reader[],
): Promise<readonly Wrap[]> {
  return await Promise.all(
    readers.map(async ({ keyId, publicKey }) => {
      const point = decodeBase64(publicKey)
      assert(point !== undefined, 'a public key is Base64')
      const sealed = await sealTo(crypto, point, purposeOf(place), contentKey)
      return { keyId, sealed: encodeBase64(sealed) }
    }),
  )
}

/** The content key for one of the readers; undefined where there is no wrap that this key opens. */
export async function unwrapKey(
  crypto: WebCrypto,
  place: EnvelopePlace,
  wraps: readonly Wrap[],
  opener: Opener,
): Promise<Bytes | undefined> {
  const wrap = wraps.find(({ keyId }) => keyId === opener.keyId)
  const [sealed, publicKey] = [wrap && decodeBase64(wrap.sealed), decodeBase64(opener.publicKey)]
  if (sealed === undefined || publicKey === undefined) return undefined
  const pair: KeyPair = { publicKey, privateKey: opener.privateKey }
  return await openSealed(crypto, pair, purposeOf(place), sealed).catch(() => undefined)
}

function gcm(place: EnvelopePlace) {
  return { name: 'AES-GCM' as const, iv: nonce, additionalData: purposeOf(place) }
}

function purposeOf({ leadId, part }: EnvelopePlace): Bytes {
  return asciiBytes(`guanjia-lead/1 ${leadId} ${part}`)
}
