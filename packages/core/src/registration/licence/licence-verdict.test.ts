import { describe, expect, it } from 'vitest'
import { accept, refuse } from '../../kernel/index.ts'
import { licenceClaims } from './credential.ts'
import { type LicenceDocument, licenceDigest } from './licence-document.ts'
import { licenceVerdict, standingVerdict } from './licence-verdict.ts'

const document: LicenceDocument = {
  number: 'N1',
  unifiedCode: '91370222MACLM5H85T',
  name: '青岛汉唐生物科技有限公司',
  type: '有限责任公司',
  representative: { role: 'legal-representative', name: '王小青' },
  scope: '技术服务',
  capitalMinor: '100',
  composition: null,
  establishedOn: '2026-04-01',
  premises: '1号楼',
  authority: '登记机关',
  issuedOn: '2026-04-01',
}
const digest = licenceDigest(document)
const credential = accept(licenceClaims(document))
const valid = { kind: 'found', status: 'valid', digest } as const

describe(licenceVerdict, () => {
  it('is valid where signature, document and register agree', () => {
    expect(licenceVerdict({ credential, document, standing: valid })).toEqual({
      verdict: 'valid',
      reasons: ['register-agrees', 'signature-genuine'],
    })
  })
  it.each([
    ['revoked', { ...valid, status: 'revoked' }, 'register-says-revoked'],
    ['superseded', { ...valid, status: 'superseded' }, 'register-says-superseded'],
    ['superseded', { ...valid, digest: 'newer' }, 'register-differs'],
    ['unknown', { kind: 'not-found' }, 'number-unknown'],
    ['unknown', { kind: 'not-asked' }, 'register-not-asked'],
  ] as const)('is %s where the register says %j', (verdict, standing, reason) => {
    expect(licenceVerdict({ credential, standing })).toEqual({
      verdict,
      reasons: [reason, 'signature-genuine'],
    })
  })
  it.each([
    ['altered', 'credential-malformed'],
    ['altered', 'signature-wrong'],
    ['unknown', 'key-unknown'],
  ] as const)('is %s for %s, whatever the register says', (verdict, code) => {
    expect(licenceVerdict({ credential: refuse(code), standing: valid })).toEqual({
      verdict,
      reasons: [code],
    })
  })
  it('notices a change of any printed field', () => {
    const changes: readonly Partial<LicenceDocument>[] = [
      { name: '青岛汉唐生物科技有限公司 ' },
      { representative: { role: 'legal-representative', name: '王小清' } },
      { representative: { role: 'operator', name: '王小青' } },
      { scope: '技术服务；武器' },
      { capitalMinor: '1000' },
      { premises: '2号楼' },
      { establishedOn: '2025-04-01' },
      { name: null },
    ]
    for (const change of changes) {
      const presented = { ...document, ...change }
      expect(licenceVerdict({ credential, document: presented, standing: valid }).verdict).toBe('altered')
    }
  })
})

describe(standingVerdict, () => {
  it('answers for a number alone', () => {
    expect(standingVerdict(valid).verdict).toBe('valid')
    expect(standingVerdict({ kind: 'not-found' }).verdict).toBe('unknown')
  })
})
