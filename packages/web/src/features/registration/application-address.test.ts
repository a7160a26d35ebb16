import { describe, expect, it } from 'vitest'
import { registrationAddress, signAddress } from './application-address.ts'

describe('the address of an application', () => {
  it('is where it is gone on with while it is open, else what came of it', () => {
    expect(registrationAddress({ id: 'a', stage: 'signing' })).toBe('/apply/company/resume?id=a')
    expect(registrationAddress({ id: 'a', stage: 'expired' })).toBe('/my/cases/a')
  })

  it('is, for whoever signs it, their own link, or how signing stands where it has run out', () => {
    expect(signAddress({ id: 'a', url: 'https://zone.example:8443/sign/Zm9v' })).toBe('/sign/Zm9v')
    expect(signAddress({ id: 'a', url: null })).toBe('/apply/company/sign?id=a')
  })
})
