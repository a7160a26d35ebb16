import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NoticeEventType, noticeEvent, noticeEvents, type ValueKind } from './notice-event.ts'
import { longestSms, type NoticeTemplate, templateFindings, writeNotice } from './notice-template.ts'
import { longestValue, writeValue } from './notice-value.ts'
import { isQuiet, sendingTime } from './quiet-hours.ts'

const signatures = { 'zh-CN': '【青岛高新区】', en: '[Qingdao HTZ] ' }
const kinds = Object.keys(longestValue) as ValueKind[]
const values: Readonly<Record<ValueKind, fc.Arbitrary<string>>> = {
  'case-number': fc.stringMatching(/^[A-Z0-9-]{1,14}$/),
  'file-number': fc.stringMatching(/^[A-Z0-9]{1,24}$/),
  'licence-number': fc.stringMatching(/^\d{1,24}$/),
  'entity-name': fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
  'person-name': fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  'place-name': fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  'check-title': fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  article: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  count: fc.nat(9999).map(String),
  date: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  moment: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  link: fc.stringMatching(/^https:\/\/[a-z]{1,20}\/sign\/$/),
  remark: fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }),
}

describe(writeValue, () => {
  it('never becomes longer than its kind allows, so that what was measured with the longest fits', () => {
    const cases = fc
      .constantFrom(...kinds)
      .chain((kind) =>
        fc.tuple(fc.constant(kind), values[kind], fc.constantFrom('zh-CN' as const, 'en' as const)),
      )
    fc.assert(
      fc.property(cases, ([kind, value, language]) => {
        const written = writeValue(kind, value, { language, utcOffsetMinutes: 480 })
        if (written.ok) expect(written.value.length).toBeLessThanOrEqual(longestValue[kind])
      }),
      { numRuns: 2000 },
    )
  })
})

describe(templateFindings, () => {
  it('lets nothing pass that becomes two SMS once the values are real', () => {
    const types = Object.keys(noticeEvents) as NoticeEventType[]
    const cases = fc.constantFrom(...types).chain((event) => {
      const given = Object.entries(noticeEvent(event).values)
      return fc.record({
        event: fc.constant(event),
        words: fc
          .array(
            fc.oneof(fc.constantFrom(...given.map(([name]) => `{${name}}`)), fc.string({ maxLength: 30 })),
          )
          .map((parts) => parts.join('').replace(/[!！]/g, '')),
        values: fc.record(Object.fromEntries(given.map(([name, kind]) => [name, values[kind]]))),
      })
    })
    fc.assert(
      fc.property(cases, ({ event, words, values: given }) => {
        const said = { title: '甲', text: '乙', sms: words }
        const template: NoticeTemplate = {
          id: 'any',
          event,
          to: [...noticeEvent(event).relations],
          urgency: 'important',
          channels: ['sms'],
          service: false,
          link: '/my',
          words: { 'zh-CN': said, en: said },
        }
        fc.pre(templateFindings(template, signatures).length === 0)
        const written = writeNotice(
          template,
          { subject: 'a1', values: given },
          { channel: 'sms', language: 'zh-CN', utcOffsetMinutes: 480, signature: signatures['zh-CN'] },
        )
        if (!written.ok) expect(['value-malformed', 'value-missing']).toContain(written.code)
        else expect(written.value.text.length).toBeLessThanOrEqual(longestSms)
      }),
      { numRuns: 1000 },
    )
  })
})

describe(sendingTime, () => {
  it('never sends an important SMS in the quiet hours, never early, and less than a day late', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, fc.nat(4_000_000_000_000), (from, to, instant) => {
        fc.pre(from !== to)
        const quiet = { from, to, utcOffsetMinutes: 480 }
        const { at, because } = sendingTime(quiet, { channel: 'sms', urgency: 'important' }, instant)
        expect(isQuiet(quiet, at)).toBe(false)
        expect(at).toBeGreaterThanOrEqual(instant)
        expect(at - instant).toBeLessThan(86_400_000)
        expect(because === undefined).toBe(at === instant)
      }),
    )
  })
})
