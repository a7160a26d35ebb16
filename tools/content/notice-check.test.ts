import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ContentFile, isRecord, readZone } from './content-file.ts'
import { noticeFindings } from './notice-check.ts'

const home = join(import.meta.dirname, '../..')
const { files } = readZone(join(home, 'content/qingdao'), home)
const place = 'notices/registration.yaml'

/** The zone's notices with the one called `id` changed. */
function changed(id: string, change: Readonly<Record<string, unknown>>): readonly ContentFile[] {
  return files.map((file) => {
    if (file.place !== place || !isRecord(file.value) || !Array.isArray(file.value.notices)) return file
    const notices = file.value.notices.map((notice: Record<string, unknown>) =>
      notice.id === id ? { ...notice, ...change } : notice,
    )
    return { ...file, value: { ...file.value, notices } }
  })
}

function codesOf(found: ReturnType<typeof noticeFindings>): readonly string[] {
  return found.map(({ code }) => code)
}

describe(noticeFindings, () => {
  it('finds nothing in the zone, and looks at more than a dozen notices', () => {
    const file = files.find((one) => one.place === place)
    expect(
      isRecord(file?.value) && Array.isArray(file.value.notices) && file.value.notices.length,
    ).toBeGreaterThan(12)
    expect(noticeFindings(files)).toEqual([])
  })
  it('asks nothing of a zone without notices', () => {
    expect(noticeFindings(files.filter((file) => !file.place.startsWith('notices/')))).toEqual([])
  })
  it.each([
    ['an event that does not happen', { event: 'registration.dreamt' }, ['event-unknown', 'notice-missing']],
    [
      'an SMS that grows too long',
      { 'zh-CN': { title: '题', text: '文', sms: '长'.repeat(64) } },
      ['sms-too-long'],
    ],
    ['a value of nobody', { en: { title: 'a', text: '{phone}', sms: 'b' } }, ['value-unknown']],
    ['a notice that is not whole', { urgency: 'someday' }, ['notice-malformed', 'notice-missing']],
    ['a name used twice', { id: 'revoked' }, ['notice-repeated']],
    ['nobody told', { to: ['signer'] }, ['relation-unknown', 'notice-missing']],
  ] as const)('finds %s', (_, change, codes) => {
    expect(codesOf(noticeFindings(changed('licence-issued', change)))).toEqual(codes)
  })
  it('points at the line of the text', () => {
    const [finding] = noticeFindings(
      changed('licence-issued', { en: { title: 'a', text: '{phone}', sms: 'b' } }),
    )
    expect(finding).toMatchObject({ file: `content/qingdao/${place}` })
    expect(finding?.line).toBeGreaterThan(40)
  })
  it('asks for the rules of delivery', () => {
    expect(codesOf(noticeFindings(files.filter((file) => file.place !== 'notices/delivery.yaml')))).toEqual([
      'delivery-missing',
    ])
  })
})
