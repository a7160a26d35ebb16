import { describe, expect, it } from 'vitest'
import { serveNotice } from './notice-service.ts'

const facts = {
  channel: 'in-app',
  agreed: true,
  arrivedAt: Date.parse('2026-03-02T16:30:00Z'),
  utcOffsetMinutes: 480,
  basis: '民事诉讼法第九十条',
} as const

describe(serveNotice, () => {
  it('counts the arrival in the list of messages, on the day of the zone, and says why', () => {
    const served = serveNotice(facts)
    expect(served).toMatchObject({ ok: true, value: { servedAt: facts.arrivedAt, servedOn: '2026-03-03' } })
    expect(served.ok && served.value.because[1]).toContain('2026-03-03 00:30')
    expect(served.ok && served.value.because[2]).toContain('民事诉讼法第九十条')
  })
  it.each([
    ['electronic-service-not-agreed', { agreed: false }],
    ['channel-serves-nothing', { channel: 'sms' }],
    ['channel-serves-nothing', { channel: 'mail' }],
  ] as const)('refuses: %s', (code, change) => {
    expect(serveNotice({ ...facts, ...change })).toMatchObject({ ok: false, code })
  })
})
