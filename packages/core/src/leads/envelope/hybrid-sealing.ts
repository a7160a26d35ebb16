/**
 * Sealing a few bytes to one public key: HPKE (RFC 9180), base mode, single shot, with DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256 and AES-256-GCM. P-256 because every browser of the last years has it in its own cryptography.
 */

import { asciiBytes, type Bytes, hmac, joined, type SealedKey, type WebCrypto } from './web-crypto.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const pointBytes = 65
const kemSuite = joined(asciiBytes('KEM'), Uint8Array.of(0x00, 0x10))
const wholeSuite = joined(asciiBytes('HPKE'), Uint8Array.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x02))
const version = asciiBytes('HPKE-v1')
const nothing = new Uint8Array(0)

/** A pair of keys: the public one as an uncompressed point, the private one as PKCS #8. */
export interface KeyPair {
  readonly publicKey: Bytes
  readonly privateKey: Bytes
}

/** Makes a pair of keys. */
export async function makeKeyPair(crypto: WebCrypto): Promise<KeyPair> {
  const made = await generate(crypto)
  const privateKey = (await crypto.subtle.exportKey('pkcs8', made.privateKey)) as ArrayBuffer
  return { publicKey: await pointOf(crypto, made.publicKey), privateKey: new Uint8Array(privateKey) }
}

/** Seals bytes to a public key for one purpose; the point to agree on stands before the cipher text. */
export async function sealTo(
  crypto: WebCrypto,
  publicKey: Bytes,
  purpose: Bytes,
  plain: Bytes,
): Promise<Bytes> {
  const made = await generate(crypto)
  const point = await pointOf(crypto, made.publicKey)
  const agreed = await agree(crypto, made.privateKey, publicKey)
  const { key, nonce } = await scheduled(crypto, { agreed, point, publicKey, purpose })
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain)
  return joined(point, new Uint8Array(sealed))
}

/** Opens what was sealed; throws where it was sealed to another key, for another purpose, or changed since. */
export async function openSealed(
  crypto: WebCrypto,
  { publicKey, privateKey }: KeyPair,
  purpose: Bytes,
  sealed: Bytes,
): Promise<Bytes> {
  const point = sealed.slice(0, pointBytes)
  const own = await crypto.subtle.importKey('pkcs8', privateKey, curve, false, ['deriveBits'])
  const agreed = await agree(crypto, own, point)
  const { key, nonce } = await scheduled(crypto, { agreed, point, publicKey, purpose })
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed.slice(pointBytes)),
  )
}

async function generate(crypto: WebCrypto) {
  const made = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  return made as { readonly publicKey: SealedKey; readonly privateKey: SealedKey }
}

async function pointOf(crypto: WebCrypto, key: SealedKey): Promise<Bytes> {
  return new Uint8Array((await crypto.subtle.exportKey('raw', key)) as ArrayBuffer)
}

async function agree(crypto: WebCrypto, own: SealedKey, point: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey('raw', point, curve, false, [])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other as never }, own, 256))
}

interface Agreement {
  readonly agreed: Bytes
  readonly point: Bytes
  readonly publicKey: Bytes
  readonly purpose: Bytes
}

/** Key and nonce of the one message (RFC 9180 sections 4.1 and 5.1, mode 0 without a pre-shared key). */
async function scheduled(crypto: WebCrypto, { agreed, point, publicKey, purpose }: Agreement) {
  const inKem = labelled(crypto, kemSuite)
  const shared = await inKem.expand(
    await inKem.extract(nothing, 'eae_prk', agreed),
    'shared_secret',
    joined(point, publicKey),
    32,
  )
  const { extract, expand } = labelled(crypto, wholeSuite)
  const context = joined(
    Uint8Array.of(0),
    await extract(nothing, 'psk_id_hash', nothing),
    await extract(nothing, 'info_hash', purpose),
  )
  const secret = await extract(shared, 'secret', nothing)
  const key = await expand(secret, 'key', context, 32)
  return {
    key: await crypto.subtle.importKey('raw', key, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']),
    nonce: await expand(secret, 'base_nonce', context, 12),
  }
}

/** LabeledExtract and LabeledExpand (RFC 9180 section 4); at most 32 bytes, so one block of HKDF is enough. */
function labelled(crypto: WebCrypto, suite: Bytes) {
  const saltOf = (salt: Bytes) => (salt.length === 0 ? new Uint8Array(32) : salt)
  return {
    extract: (salt: Bytes, label: string, bytes: Bytes) =>
      hmac(crypto, saltOf(salt), joined(version, suite, asciiBytes(label), bytes)),
    expand: async (key: Bytes, label: string, about: Bytes, length: number) => {
      const info = joined(Uint8Array.of(0, length), version, suite, asciiBytes(label), about)
      return (await hmac(crypto, key, joined(info, Uint8Array.of(1)))).slice(0, length)
    },
  }
}
