import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type CredentialKey,
  credentialInput,
  licenceClaims,
  sealCredential,
  type VerifySignature,
  verifyCredential,
} from './credential.ts'
import type { LicenceDocument } from './licence-document.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const spki = publicKey.export({ format: 'der', type: 'spki' })
const keys: readonly CredentialKey[] = [{ keyId: 'k1', publicKey: spki.subarray(-32) }]

const verifyWithNode: VerifySignature = async (key, message, signature) => {
  const der = Buffer.concat([spki.subarray(0, -32), key.publicKey])
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
}

const document: LicenceDocument = {
  number: 'QG26-040017-X',
  unifiedCode: '91370222MACLM5H85T',
  name: '青岛汉唐生物科技有限公司',
  type: '有限责任公司（自然人投资或控股）',
  representative: { role: 'legal-representative', name: '王𬭎' },
  scope: '一般项目：技术服务。',
  capitalMinor: '500000000',
  composition: null,
  establishedOn: '2026-04-01',
  premises: '中欧科创园1号楼',
  authority: '登记机关',
  issuedOn: '2026-04-01',
}

function signed(input: string): string {
  return sealCredential(input, sign(null, Buffer.from(input), privateKey))
}

const credential = signed(credentialInput(licenceClaims(document), 'k1'))
const answer = (text: string) => verifyCredential(text, keys, verifyWithNode)

function encoded(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
}

describe(verifyCredential, () => {
  it('accepts what was signed and gives its claims', async () => {
    expect(await answer(credential)).toEqual({ ok: true, value: licenceClaims(document) })
  })

  it('refuses every single flipped bit', async () => {
    const bytes = Buffer.from(credential, 'latin1')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect([bit, (await answer(changed.toString('latin1'))).ok]).toEqual([bit, false])
    }
  })

  it('refuses a credential cut short or drawn out anywhere', async () => {
    for (let at = 0; at < credential.length; at += 1) {
      expect((await answer(credential.slice(0, at))).ok).toBe(false)
      expect((await answer(`${credential.slice(0, at)}A${credential.slice(at)}`)).ok).toBe(false)
    }
    expect((await answer(`${credential}.`)).ok).toBe(false)
    expect((await answer('A'.repeat(5000))).ok).toBe(false)
  })

  it('refuses a key that is not published, whoever signed', async () => {
    const foreign = signed(credentialInput(licenceClaims(document), 'k2'))
    expect(await answer(foreign)).toMatchObject({ ok: false, code: 'key-unknown' })
  })

  it.each([
    ['no algorithm', { kid: 'k1' }],
    ['"none"', { alg: 'none', kid: 'k1' }],
    ['another algorithm', { alg: 'HS256', kid: 'k1' }],
    ['an own key', { alg: 'EdDSA', jwk: 'x', kid: 'k1' }],
    ['members out of order', '{"kid":"k1","alg":"EdDSA"}'],
    ['a member twice', '{"alg":"EdDSA","kid":"k1","kid":"k1"}'],
  ])('refuses a header with %s, though the signature is good', async (_name, header) => {
    const [, body] = credential.split('.')
    expect(await answer(signed(`${encoded(header)}.${body}`))).toMatchObject({ code: 'credential-malformed' })
  })

  it.each([
    ['a claim missing', { ...licenceClaims(document), name: undefined }],
    ['a claim too many', { ...licenceClaims(document), more: '1' }],
    ['a number as claim', { ...licenceClaims(document), number: 1 }],
    ['white space', JSON.stringify(licenceClaims(document), null, 1)],
    ['a list', []],
    ['nothing', 'null'],
  ])('refuses claims with %s, though the signature is good', async (_name, claims) => {
    const [head] = credential.split('.')
    expect(await answer(signed(`${head}.${encoded(claims)}`))).toMatchObject({ code: 'credential-malformed' })
  })

  it('stays short enough for a QR code that a phone reads from paper', () => {
    expect(credential.length).toBeLessThan(450)
  })
})
