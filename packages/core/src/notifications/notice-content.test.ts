import { describe, expect, it } from 'vitest'
import { parseNoticeTemplate } from './notice-content.ts'

const words = { title: '题', text: '文' }
const given = {
  id: 'a',
  event: 'registration.signed',
  to: ['applicant'],
  urgency: 'routine',
  link: '/my',
  'zh-CN': words,
  en: words,
}

describe(parseNoticeTemplate, () => {
  it('reads a template with the usual left out', () => {
    expect(parseNoticeTemplate(given)).toMatchObject({
      ok: true,
      value: { channels: [], service: false, words: { 'zh-CN': words, en: words } },
    })
  })
  it.each([
    ['urgency is one of routine, important, awaited, legal', { urgency: 'soon' }],
    ['to names nobody', { to: [] }],
    ['there is no channel fax', { channels: ['sms', 'fax'] }],
    ['en.text is missing', { en: { title: 'a' } }],
    ['en.sms is empty', { en: { ...words, sms: ' ' } }],
    ['en.body is not a part of a notice', { en: { ...words, body: 'a' } }],
    ['link is missing', { link: undefined }],
  ])('says: %s', (fault, change) => {
    expect(parseNoticeTemplate({ ...given, ...change })).toMatchObject({
      ok: false,
      because: { faults: [fault] },
    })
  })
  it('says everything at once of what is no template at all', () => {
    const read = parseNoticeTemplate('notice')
    expect(!read.ok && read.because['faults']).toHaveLength(9)
  })
})
