import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSecretSeal, secretSeal } from './secret-seal.ts'

describe(secretSeal, () => {
  const { seal, open } = secretSeal(randomBytes(32))

  it('opens what it sealed, for its owner alone', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', 'p1')
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
    expect(seal('JBSWY3DPEHPK3PXP', 'p1')).not.toBe(sealed)
    expect(open(sealed, 'p1')).toBe('JBSWY3DPEHPK3PXP')
    expect(() => open(sealed, 'p2')).toThrow()
  })

  it('opens nothing that was touched, cut short, never sealed, or sealed with another key', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', 'p1')
    const at = sealed.length - 3
    const touched = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    for (const text of [touched, sealed.slice(0, 20), 'JBSWY3DPEHPK3PXP', ''])
      expect(() => open(text, 'p1')).toThrow()
    expect(() => secretSeal(randomBytes(32)).open(sealed, 'p1')).toThrow()
  })
})

describe(openSecretSeal, () => {
  it('keeps its key in the folder, for the owner of the house alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'))
    const sealed = openSecretSeal(folder).seal('secret', 'p1')
    expect(openSecretSeal(folder).open(sealed, 'p1')).toBe('secret')
    expect(statSync(join(folder, 'staff-secrets.key')).mode & 0o777).toBe(0o600)
    rmSync(folder, { recursive: true })
  })
})
