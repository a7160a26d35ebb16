import { webcrypto } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { describe, expect, it } from 'vitest'
import { makeKeyPair, openSealed, sealTo } from './hybrid-sealing.ts'
import { asciiBytes } from './web-crypto.ts'

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
const pointBytes = 65
const purpose = asciiBytes('lead/f5f1c2a0/content')
const plain = asciiBytes('the key of one report')

async function theirsOf(pair: Awaited<ReturnType<typeof makeKeyPair>>) {
  const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
  const { subtle } = webcrypto
  return {
    publicKey: await suite.kem.deserializePublicKey(pair.publicKey),
    privateKey: await subtle.importKey('pkcs8', pair.privateKey, curve, true, ['deriveBits']),
  }
}

describe('sealing to a public key', () => {
  it('is opened by another implementation of RFC 9180', async () => {
    const pair = await makeKeyPair(webcrypto)
    const sealed = await sealTo(webcrypto, pair.publicKey, purpose, plain)
    const recipient = await suite.createRecipientContext({
      recipientKey: await theirsOf(pair),
      enc: sealed.slice(0, pointBytes),
      info: purpose,
    })
    expect(new Uint8Array(await recipient.open(sealed.slice(pointBytes)))).toEqual(plain)
  })

  it('opens what another implementation has sealed, and not for another purpose', async () => {
    const pair = await makeKeyPair(webcrypto)
    const { publicKey } = await theirsOf(pair)
    const sender = await suite.createSenderContext({ recipientPublicKey: publicKey, info: purpose })
    const cipher = new Uint8Array(await sender.seal(plain))
    const sealed = new Uint8Array([...new Uint8Array(sender.enc), ...cipher])
    expect(await openSealed(webcrypto, pair, purpose, sealed)).toEqual(plain)
    await expect(openSealed(webcrypto, pair, asciiBytes('another'), sealed)).rejects.toThrow()
  })
})
