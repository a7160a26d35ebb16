import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from '../../ledger/index.ts'
import {
  type Envelope,
  type EnvelopePlace,
  keyIdOf,
  type Opener,
  openEnvelope,
  sealEnvelope,
  unwrapKey,
  wrapKey,
} from './envelope.ts'
import { makeKeyPair } from './hybrid-sealing.ts'
import { openSplit, sealSplit } from './split-envelope.ts'
import { asciiBytes } from './web-crypto.ts'
import { unwrapPrivateKey, wrapPrivateKey } from './wrapped-key.ts'

const place: EnvelopePlace = { leadId: 'f5f1c2a0', part: 'content' }
const words = asciiBytes('a parcel of tea, on the third of May')

async function reader(): Promise<Opener> {
  const { publicKey, privateKey } = await makeKeyPair(webcrypto)
  const keyId = await keyIdOf(webcrypto, publicKey)
  return { keyId, publicKey: encodeBase64(publicKey), privateKey }
}

function flipped(text: string, at: number): string {
  const bytes = decodeBase64(text) ?? new Uint8Array()
  return encodeBase64(bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte)))
}

describe('an envelope', () => {
  it('opens for each of its readers and for nobody else', async () => {
    const [first, second, stranger] = [await reader(), await reader(), await reader()]
    const sealed = await sealEnvelope(webcrypto, place, words, [first, second])
    for (const one of [first, second])
      expect(await openEnvelope(webcrypto, place, sealed, one)).toEqual(words)
    expect(await openEnvelope(webcrypto, place, sealed, stranger)).toBeUndefined()
    const pretending = { ...stranger, keyId: first.keyId }
    expect(await openEnvelope(webcrypto, place, sealed, pretending)).toBeUndefined()
  })

  it('opens in its own place alone', async () => {
    const own = await reader()
    const sealed = await sealEnvelope(webcrypto, place, words, [own])
    for (const other of [
      { ...place, leadId: 'f5f1c2a1' },
      { ...place, part: 'identity' },
    ] as const)
      expect(await openEnvelope(webcrypto, other, sealed, own)).toBeUndefined()
  })

  it('does not open once a bit of it was changed', async () => {
    const own = await reader()
    const { content, wraps } = await sealEnvelope(webcrypto, place, words, [own])
    const [wrap] = wraps
    if (wrap === undefined) throw new Error('there is a wrap')
    const changed: readonly Envelope[] = [
      { content: flipped(content, 7), wraps },
      { content: flipped(content, 4_000), wraps },
      { content, wraps: [{ ...wrap, sealed: flipped(wrap.sealed, 3) }] },
      { content, wraps: [{ ...wrap, sealed: flipped(wrap.sealed, 90) }] },
    ]
    for (const envelope of changed)
      expect(await openEnvelope(webcrypto, place, envelope, own)).toBeUndefined()
  })

  it('shows a size class, not how much was said', async () => {
    const own = await reader()
    const lengths = [0, 1, 4_000].map(async (length) => {
      const { content } = await sealEnvelope(webcrypto, place, new Uint8Array(length), [own])
      return content.length
    })
    expect(new Set(await Promise.all(lengths)).size).toBe(1)
    await expect(sealEnvelope(webcrypto, place, new Uint8Array(4 * 1024 * 1024), [own])).rejects.toThrow()
  })

  it('is handed on to a successor by whoever can read it', async () => {
    const [handler, successor] = [await reader(), await reader()]
    const sealed = await sealEnvelope(webcrypto, place, words, [handler])
    const key = await unwrapKey(webcrypto, place, sealed.wraps, handler)
    if (key === undefined) throw new Error('the handler opens it')
    const wraps = [...sealed.wraps, ...(await wrapKey(webcrypto, place, key, [successor]))]
    expect(await openEnvelope(webcrypto, place, { ...sealed, wraps }, successor)).toEqual(words)
  })
})

describe('the envelope of an identity', () => {
  it('opens with a share of a handler and one of a keeper together', async () => {
    const [handler, keeper] = [await reader(), await reader()]
    const named: EnvelopePlace = { ...place, part: 'identity' }
    const sealed = await sealSplit(webcrypto, named, words, { handlers: [handler], keepers: [keeper] })
    const first = await unwrapKey(webcrypto, named, sealed.handlerWraps, handler)
    const second = await unwrapKey(webcrypto, named, sealed.keeperWraps, keeper)
    if (first === undefined || second === undefined) throw new Error('each has a share')
    expect(await openSplit(webcrypto, named, sealed.content, [first, second])).toEqual(words)
    for (const alone of [first, second])
      expect(await openSplit(webcrypto, named, sealed.content, [alone, new Uint8Array(32)])).toBeUndefined()
    expect(await unwrapKey(webcrypto, named, sealed.keeperWraps, handler)).toBeUndefined()
  })
})

describe('a private key', () => {
  it('comes back with its own secret and with no other', async () => {
    const { privateKey } = await makeKeyPair(webcrypto)
    const secret = new Uint8Array(32).fill(9)
    const wrapped = await wrapPrivateKey(webcrypto, secret, privateKey)
    expect(await unwrapPrivateKey(webcrypto, secret, wrapped)).toEqual(privateKey)
    expect(await unwrapPrivateKey(webcrypto, new Uint8Array(32), wrapped)).toBeUndefined()
    expect(await unwrapPrivateKey(webcrypto, secret, 'not base64!')).toBeUndefined()
  })
})
