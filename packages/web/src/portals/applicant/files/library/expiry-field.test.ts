import { describe, expect, it } from 'vitest'
import { expiryOf, noExpiry } from './expiry-field.tsx'

describe(expiryOf, () => {
  it('reads a day from its three boxes', () => {
    expect(expiryOf({ year: '2027', month: '3', day: '9' })).toBe('2027-03-09')
  })
  it('takes empty boxes for no end', () => {
    expect(expiryOf(noExpiry)).toBeUndefined()
  })
  it('refuses a day that no calendar has, and half a day', () => {
    expect(expiryOf({ year: '2027', month: '2', day: '30' })).toBe('wrong')
    expect(expiryOf({ year: '2027', month: '', day: '9' })).toBe('wrong')
  })
})
