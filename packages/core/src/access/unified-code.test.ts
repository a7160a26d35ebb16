import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allotUnifiedCode, checkUnifiedCode, unifiedCodeCharacters } from './unified-code.ts'

const findings = (code: string) => checkUnifiedCode(code).because.map(({ finding }) => finding)

describe(checkUnifiedCode, () => {
  it.each([
    '91110108551385082Q',
    '914403001922038216',
    '91330100799655058B',
    '91370200163562681G',
    '91350100M000100Y43',
    '91440300708461136T',
    '91370222MA3C00011K',
    '91370222MA3C0002XB',
    '91370222MACLM5H85T',
    '92370222MA3C000A56',
  ])('accepts %s', (code) => {
    expect(checkUnifiedCode(code)).toEqual({ valid: true, because: [] })
  })
  it('accepts lower case, full width and spaces', () => {
    expect(checkUnifiedCode(' 9137 0222 ma3c00011k').valid).toBe(true)
    expect(checkUnifiedCode('９１３７０２２２ＭＡ３Ｃ０００１１Ｋ').valid).toBe(true)
  })
  it('says how many characters were typed', () => {
    expect(checkUnifiedCode('9137').because).toEqual([
      { finding: 'length-not-18', level: 'error', text: '请输入 18 位统一社会信用代码，您输入了 4 位' },
    ])
  })
  it('warns that a pilot code may be lawful although its check fails', () => {
    expect(findings('91350100M0001TGQXM')).toContain('maybe-legacy-pilot')
    expect(checkUnifiedCode('91350100M0001TGQXM').valid).toBe(false)
  })
  it('names letters that no code holds', () => {
    expect(findings('91370222MA3C0001IK')).toEqual(['character-not-allowed'])
  })
  it.each([
    ['0X999999MA3C00011U', ['category-unknown', 'province-unknown']],
    ['YY000000MA3C00011W', ['category-unknown', 'province-unknown']],
    ['9A370222MA3C00011K', ['category-unknown']],
    ['91990222MA3C00011K', ['province-unknown']],
    ['91A70222MA3C00011K', ['region-not-digits']],
  ])('refuses the impossible head of %s', (code, found) => {
    expect(findings(code)).toEqual(found)
  })
  it('speaks with the comma of the language it speaks', () => {
    const texts = checkUnifiedCode('91350100M000100Y44').because.map(({ text }) => text)
    expect(texts[0]).toBe('第 18 位应为 3，现为 4')
  })
  it('notices every single wrong character', () => {
    const code = '91370222MA3C00011K'
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...unifiedCodeCharacters), (place, character) => {
        fc.pre(code.charAt(place) !== character)
        expect(checkUnifiedCode(code.slice(0, place) + character + code.slice(place + 1)).valid).toBe(false)
      }),
    )
  })
})

describe(allotUnifiedCode, () => {
  const base = { category: '91', registrar: '370222', prefix: 'MA' } as const
  it('gives valid codes, one for each number', () => {
    fc.assert(
      fc.property(fc.nat(31 ** 6 - 1), fc.nat(31 ** 6 - 1), (one, other) => {
        const [first, second] = [one, other].map((sequence) => allotUnifiedCode({ ...base, sequence }))
        expect(first?.ok && checkUnifiedCode(first.value).valid).toBe(true)
        expect(JSON.stringify(first) === JSON.stringify(second)).toBe(one === other)
      }),
    )
  })
  it('refuses beyond the last number of the prefix', () => {
    expect(allotUnifiedCode({ ...base, sequence: 31 ** 6 })).toMatchObject({ code: 'code-numbers-exhausted' })
  })
})
