import { describe, expect, it } from 'vitest'
import { channelsFor, type RecipientPreference, usualPreference } from './recipient-preference.ts'

const everywhere = { personId: 'p1', phone: '13900000001', mail: 'lin@example.cn' }

describe(channelsFor, () => {
  it.each([
    ['routine', 'all', true],
    ['routine', 'important', false],
    ['routine', 'none', false],
    ['important', 'important', true],
    ['important', 'none', false],
    ['awaited', 'none', false],
    ['awaited', 'important', true],
    ['legal', 'none', true],
  ] as const)('a %s notice to who wants %s SMS: %s', (urgency, sms, sent) => {
    const preference: RecipientPreference = { ...usualPreference, sms }
    const ways = channelsFor({ channels: ['sms'], urgency }, preference, everywhere)
    expect(ways).toEqual(sent ? ['in-app', 'sms'] : ['in-app'])
  })
  it('sends mail only to who asked for it and has an address', () => {
    const template = { channels: ['mail'], urgency: 'legal' } as const
    const wanted = { ...usualPreference, mail: true }
    expect(channelsFor(template, usualPreference, everywhere)).toEqual(['in-app'])
    expect(channelsFor(template, wanted, everywhere)).toEqual(['in-app', 'mail'])
    expect(channelsFor(template, wanted, { ...everywhere, mail: null })).toEqual(['in-app'])
  })
  it('reaches a number without a person by SMS alone, and nobody by nothing', () => {
    const template = { channels: ['sms'], urgency: 'routine' } as const
    const contact = { personId: null, phone: '13900000001', mail: null }
    expect(channelsFor(template, usualPreference, contact)).toEqual(['sms'])
    expect(channelsFor(template, usualPreference, { ...contact, phone: null })).toEqual([])
  })
})
