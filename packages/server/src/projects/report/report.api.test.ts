import { randomUUID } from 'node:crypto'
import { plannedProject, stewardedHouse, stewardsDay } from '@guanjia/devkit/stewarded-house'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { pageTexts, readPdfFile } from '../../platform/documents/index.ts'

describe('the weekly report', () => {
  it('counts the week of one steward, and says the same in Word and PDF', async () => {
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const late = await plannedProject(owner, '晚了的项目', '2026-02-02')
    await app.settle()
    await owner.post(`/api/projects/${late}/messages`, { text: '先办哪一项？' })
    const visit = { id: randomUUID(), channel: 'visit', by: 'steward', at: stewardsDay, text: '看现场' }
    await steward.post(`/api/projects/${late}/contacts`, { ...visit, nextContactOn: '2026-03-06' })
    const before = { ...visit, id: randomUUID(), at: '2026-02-27T01:00:00Z' }
    await steward.post(`/api/projects/${late}/contacts`, before)
    const report = (await steward.get('/api/stewards/report')).json() as {
      week: string
      figures: { id: string; value: number }[]
      sections: { id: string; lines: { text: string }[] }[]
    }
    expect(report.week).toBe('2026-W10')
    const values = Object.fromEntries(report.figures.map(({ id, value }) => [id, value]))
    expect(values).toEqual({
      projects: 1,
      contacts: 1,
      visits: 1,
      questions: 1,
      inTime: 1,
      reminders: 0,
      atRisk: 1,
    })
    expect(report.sections.find(({ id }) => id === 'next')?.lines).toMatchObject([{ text: '3 月 6 日 联系' }])
    const last = (await steward.get('/api/stewards/report?week=2026-W09')).json()
    expect(last).toMatchObject({ from: '2026-02-23', to: '2026-03-01' })
    expect((await steward.get('/api/stewards/report?week=2025-W53')).json()).toMatchObject({
      code: 'week-not-readable',
    })

    const word = await steward.get('/api/stewards/report/paper?format=docx')
    const zip = await JSZip.loadAsync(word.bytes)
    const text = await zip.file('word/document.xml')?.async('string')
    const pdf = await steward.get('/api/stewards/report/paper?format=pdf')
    const pages = pageTexts(readPdfFile(pdf.bytes)).join('')
    for (const words of ['项目管家周报', '晚了的项目', '周航', '2026-W10']) {
      expect(text).toContain(words)
      expect(pages).toContain(words)
    }
  })
})
