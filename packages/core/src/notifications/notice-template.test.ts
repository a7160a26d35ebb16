import { describe, expect, it } from 'vitest'
import {
  longestSms,
  type NoticeTemplate,
  templateFindings,
  valueNames,
  writeNotice,
} from './notice-template.ts'

const signatures = { 'zh-CN': '【青岛高新区】', en: '[Qingdao HTZ] ' }

const signed: NoticeTemplate = {
  id: 'signed-by-another',
  event: 'registration.signed',
  to: ['applicant'],
  urgency: 'routine',
  channels: ['sms'],
  service: false,
  link: '/my/cases/{subject}',
  words: {
    'zh-CN': {
      title: '有人完成签名',
      text: '办件{number}：{signer}已签名，还差{missing}人。',
      sms: '办件{number}还差{missing}人签名。',
    },
    en: {
      title: 'Somebody has signed',
      text: 'Case {number}: {signer} has signed, {missing} to go.',
      sms: 'Case {number}: {missing} to sign.',
    },
  },
}

function withSms(sms: string): NoticeTemplate {
  return { ...signed, words: { ...signed.words, 'zh-CN': { ...signed.words['zh-CN'], sms } } }
}

const facts = { subject: 'a1', values: { number: 'QG26-000001-X', signer: '王小青', missing: 2 } }
const inApp = {
  channel: 'in-app',
  language: 'zh-CN',
  utcOffsetMinutes: 480,
  signature: signatures['zh-CN'],
} as const
const writing = { ...inApp, channel: 'sms' } as const

describe(writeNotice, () => {
  it('fills the values in, and hides all of a name but its first character', () => {
    expect(writeNotice(signed, facts, inApp)).toEqual({
      ok: true,
      value: {
        title: '有人完成签名',
        text: '办件QG26-000001-X：王**已签名，还差2人。',
        link: '/my/cases/a1',
      },
    })
  })
  it('signs an SMS', () => {
    expect(writeNotice(signed, facts, writing)).toMatchObject({
      value: { text: '【青岛高新区】办件QG26-000001-X还差2人签名。' },
    })
  })
  it('writes the other language', () => {
    const written = writeNotice(signed, facts, { ...writing, language: 'en', signature: signatures.en })
    expect(written).toMatchObject({ value: { text: '[Qingdao HTZ] Case QG26-000001-X: 2 to sign.' } })
  })
  it('refuses a notice with a hole in it', () => {
    const { missing: _, ...values } = facts.values
    expect(writeNotice(signed, { ...facts, values }, writing)).toMatchObject({
      ok: false,
      code: 'value-missing',
      because: { name: 'missing' },
    })
  })
  it('refuses a value that is neither text nor number', () => {
    const values = { ...facts.values, missing: { count: 2 } }
    expect(writeNotice(signed, { ...facts, values }, writing)).toMatchObject({ code: 'value-missing' })
  })
  it('never takes a value that the event does not list, even where it is there', () => {
    const values = { ...facts.values, phone: '13900000001' }
    expect(writeNotice(withSms('{phone}'), { ...facts, values }, writing)).toMatchObject({
      code: 'value-missing',
    })
  })
  it('refuses an SMS of 71 characters and takes one of 70', () => {
    const room = longestSms - signatures['zh-CN'].length
    expect(writeNotice(withSms('字'.repeat(room)), facts, writing)).toMatchObject({ ok: true })
    expect(writeNotice(withSms('字'.repeat(room + 1)), facts, writing)).toMatchObject({
      code: 'sms-too-long',
    })
  })
  it('leaves braces in a value alone', () => {
    const company = '{carrier}公司'
    const template: NoticeTemplate = {
      ...signed,
      event: 'registration.address-filed',
      words: { ...signed.words, 'zh-CN': { title: '地址', text: '{company}' } },
    }
    const written = writeNotice(template, { subject: 'a1', values: { company, carrier: '某园' } }, inApp)
    expect(written).toMatchObject({ value: { text: '{carrier}公司' } })
  })
})

describe(templateFindings, () => {
  const codesOf = (template: NoticeTemplate) =>
    templateFindings(template, signatures).map(({ code, part }) => `${code} ${part}`)

  it.each([
    ['a good one', signed, []],
    ['an event nobody emits', { ...signed, event: 'registration.dreamt' as never }, ['event-unknown event']],
    ['a relation the event has not', { ...signed, to: ['clerk'] }, ['relation-unknown to']],
    ['a value the event has not', withSms('{phone}'), ['value-unknown zh-CN.sms']],
    ['a shout', withSms('请签名！'), ['exclamation-mark zh-CN.sms']],
    [
      'an SMS that its longest values push over the edge',
      withSms(`{number}${'字'.repeat(50)}`),
      ['sms-too-long zh-CN.sms'],
    ],
    [
      'no words for the SMS',
      { ...signed, words: { ...signed.words, en: { title: 'a', text: 'b' } } },
      ['sms-missing en.sms'],
    ],
  ] as const)('finds in %s', (_, template, codes) => {
    expect(codesOf(template as NoticeTemplate)).toEqual(codes)
  })
  it('keeps a name and a link out of one SMS', () => {
    const words = { title: '签名', text: '签名', sms: '{url}' }
    const template: NoticeTemplate = {
      ...signed,
      event: 'registration.signature-requested',
      to: ['signer'],
      words: { 'zh-CN': words, en: words },
    }
    expect(codesOf(template)).toEqual([])
    // a link with a name needs an event that has both, which none has: planted here as an unknown value instead
    expect(
      codesOf({ ...template, words: { 'zh-CN': { ...words, sms: '{signer}{url}' }, en: words } }),
    ).toEqual(['value-unknown zh-CN.sms'])
  })
})

describe(valueNames, () => {
  it('names each value once, in order', () => {
    expect(valueNames('{b} and {a}, {b} again, {} and { a } not')).toEqual(['b', 'a'])
  })
})
