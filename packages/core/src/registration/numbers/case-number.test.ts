import { describe, expect, it } from 'vitest'
import { caseNumber, isCaseNumber } from './case-number.ts'

describe(caseNumber, () => {
  it('is noticed when one digit slips', () => {
    const number = caseNumber('QG', 2026, 40017)
    expect(number).toMatch(/^QG26-040017-[0-9A-Z]$/)
    expect(isCaseNumber(number)).toBe(true)
    expect(isCaseNumber(number.replace('040017', '040018'))).toBe(false)
    expect(isCaseNumber(number.replace('040017', '040071'))).toBe(false)
  })
})
