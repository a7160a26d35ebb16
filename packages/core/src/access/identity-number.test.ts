import { describe, expect, it } from 'vitest'
import { ageOn, checkIdentityNumber, maskIdentityNumber, parseIdentityNumber } from './identity-number.ts'

const today = '2026-04-01'

describe(parseIdentityNumber, () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['370214198001010016', '1980-01-01', 'male'],
  ])('reads %s', (text, bornOn, sex) => {
    expect(parseIdentityNumber(text.toLowerCase(), today)).toEqual({ ok: true, value: { text, bornOn, sex } })
  })
  it.each([
    ['37021419800101001', 'length-not-18'],
    ['3702141980010100A7', 'character-not-allowed'],
    ['990214198001010017', 'province-unknown'],
    ['370214198002300017', 'birth-date-impossible'],
    ['370214190002290017', 'birth-date-impossible'],
    ['370214202704010017', 'birth-date-in-future'],
    ['370214198001010017', 'check-character-wrong'],
  ])('refuses %s: %s', (text, finding) => {
    expect(checkIdentityNumber(text, today)).toMatchObject({ valid: false, because: [{ finding }] })
  })
})

describe(ageOn, () => {
  it('counts a birthday on its day, and 29 February from 1 March', () => {
    expect(ageOn('2008-04-01', '2026-03-31')).toBe(17)
    expect(ageOn('2008-04-01', '2026-04-01')).toBe(18)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })
})

describe(maskIdentityNumber, () => {
  it('covers the day of birth', () => {
    expect(maskIdentityNumber('370214198001010017')).toBe('370***********0017')
  })
})
