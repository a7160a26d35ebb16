import { describe, expect, it } from 'vitest'
import { isQuiet, parseQuietHours, sendingTime } from './quiet-hours.ts'

const parsed = parseQuietHours({ from: '21:00', to: '08:00' }, 480)
if (!parsed.ok) throw new Error(parsed.code)
const night = parsed.value

describe(parseQuietHours, () => {
  it.each([
    [{}],
    [{ from: '21:00' }],
    [{ from: '25:00', to: '08:00' }],
    [{ from: '08:00', to: '08:00' }],
    [null],
  ])('refuses %j', (value) => {
    expect(parseQuietHours(value, 480)).toMatchObject({ code: 'quiet-hours-malformed' })
  })
})

describe(isQuiet, () => {
  it.each([
    ['2026-03-02T12:59:59Z', false],
    ['2026-03-02T13:00:00Z', true],
    ['2026-03-02T16:30:00Z', true],
    ['2026-03-02T23:59:59Z', true],
    ['2026-03-03T00:00:00Z', false],
  ])('at %s: %s', (instant, quiet) => {
    expect(isQuiet(night, Date.parse(instant))).toBe(quiet)
  })
  it('knows hours that do not go over midnight', () => {
    const noon = { from: 720, to: 810, utcOffsetMinutes: 480 }
    expect(isQuiet(noon, Date.parse('2026-03-02T04:00:00Z'))).toBe(true)
    expect(isQuiet(noon, Date.parse('2026-03-02T05:30:00Z'))).toBe(false)
  })
})

describe(sendingTime, () => {
  const at = (
    instant: string,
    channel: 'in-app' | 'sms' | 'mail',
    urgency: 'important' | 'awaited' | 'legal',
  ) => sendingTime(night, { channel, urgency }, Date.parse(instant))

  it.each([
    ['before midnight', '2026-03-02T14:00:00Z', '2026-03-03T00:00:00.000Z'],
    ['after midnight', '2026-03-02T18:00:00Z', '2026-03-03T00:00:00.000Z'],
    ['on the last night of a year', '2026-12-31T15:00:00Z', '2027-01-01T00:00:00.000Z'],
  ])('%s an SMS waits until eight', (_, instant, sent) => {
    const time = at(instant, 'sms', 'important')
    expect(new Date(time.at).toISOString()).toBe(sent)
    expect(time.because).toContain('21:00至08:00不发送短信')
  })
  it.each([
    ['sms', 'legal'],
    ['sms', 'awaited'],
    ['mail', 'important'],
    ['in-app', 'important'],
  ] as const)('%s goes out at once when it is %s', (channel, urgency) => {
    const instant = '2026-03-02T14:00:00Z'
    expect(at(instant, channel, urgency)).toEqual({ at: Date.parse(instant), because: undefined })
  })
  it('sends by day without a reason', () => {
    const instant = '2026-03-02T02:00:00Z'
    expect(at(instant, 'sms', 'important')).toEqual({ at: Date.parse(instant), because: undefined })
  })
})
