import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openKeyFolder } from '../../platform/signing/index.ts'
import { printCode, printCodeHash } from './print-code.ts'

const folder = mkdtempSync(join(tmpdir(), 'codes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const signing = openKeyFolder(join(folder, 'one'))

describe(printCode, () => {
  it('tells the same order the same code, and another house another one', async () => {
    const code = await printCode(signing, 'order-1')
    expect(await printCode(signing, 'order-1')).toBe(code)
    expect(await printCode(openKeyFolder(join(folder, 'two')), 'order-1')).not.toBe(code)
  })

  it('draws codes that differ and hold no look-alikes', async () => {
    const codes = await Promise.all(
      Array.from({ length: 500 }, (_, index) => printCode(signing, `order-${index}`)),
    )
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  })
})

describe(printCodeHash, () => {
  it('forgives small letters, spaces, dashes and look-alikes, and nothing else', () => {
    const hash = printCodeHash('A0B1-1CDE-FGH2')
    for (const typed of ['a0b11cdefgh2', 'AOBI LCDE FGH2', ' a0b1-1cde-fgh2 '])
      expect(printCodeHash(typed)).toBe(hash)
    expect(printCodeHash('A0B1-1CDE-FGH3')).not.toBe(hash)
  })
})
