import { describe, expect, it } from 'vitest'
import { identityText, parseIdentity, parseReport, type Report, reportText } from './report.ts'

const report: Report = {
  text: '某某在验收时收受购物卡',
  when: '2023年4月',
  where: '',
  who: '某科室某某',
  isRetaliation: false,
  files: [{ name: '照片1', type: 'image/jpeg', bytes: 'AAAA' }],
}

describe('a report', () => {
  it('reads back as it was written', () => {
    expect(parseReport(reportText(report))).toEqual({ ok: true, value: report })
    const identity = { name: '王某', phone: '', address: '' }
    expect(parseIdentity(identityText(identity))).toEqual({ ok: true, value: identity })
  })

  it('is refused where something else was sealed', () => {
    const wrong = [
      'not JSON',
      'null',
      JSON.stringify({ ...report, files: undefined }),
      JSON.stringify({ ...report, text: 7 }),
      JSON.stringify({ ...report, text: 'x'.repeat(8_001) }),
      JSON.stringify({ ...report, files: [{ name: 'x', type: 'text/html', bytes: '' }] }),
      JSON.stringify({ ...report, files: Array.from({ length: 4 }, () => report.files[0]) }),
    ]
    for (const text of wrong) expect(parseReport(text)).toMatchObject({ ok: false, code: 'report-malformed' })
    expect(parseIdentity('{"name":1}')).toMatchObject({ ok: false })
  })
})
