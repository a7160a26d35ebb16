import { type FiledLead, fileLead } from '@guanjia/devkit/filed-lead'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { makeReader } from '@guanjia/devkit/test-leads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let app: TestApp
let handler: Browser

beforeAll(async () => {
  const env = { GUANJIA_LEADS_ORIGIN: 'https://jubao.example.gov.cn' }
  app = await testApp({ now: '2026-03-02T01:00:00Z', env })
  handler = await app.signIn({ roles: ['lead-handler'] })
  await makeReader(app.adminUrl)
})
afterAll(() => app.close())

/** Files a report about the housing authority, as the intake does. */
function file(): Promise<FiledLead> {
  const report = { text: '试验', when: '', where: '', who: '', isRetaliation: false, files: [] }
  return fileLead({ url: app.adminUrl, day: '2026-03-02', report })
}

describe('whoever reads no lead', () => {
  it('knows how many are overdue, and no more', async () => {
    await file()
    app.clock.set('2026-04-03T01:00:00Z')
    const supervisor = await app.signIn({ roles: ['supervisor'] })
    const counted = await supervisor.get('/api/leads/overdue')
    app.clock.set('2026-03-02T01:00:00Z')
    expect(counted.json()).toMatchObject({
      limits: expect.arrayContaining([{ name: '提出处置意见', overdue: expect.any(Number) }]),
    })
    expect((counted.json() as { overdue: number }).overdue).toBeGreaterThan(0)
    expect((await (await app.signIn({ roles: ['supervisor'] })).get('/api/leads')).status).toBe(404)
  })

  it('sees patterns without their small numbers', async () => {
    const supervisor = await app.signIn({ roles: ['supervisor'] })
    const table = (await supervisor.get('/api/leads/patterns?year=2026')).json() as {
      cells: (number | null)[][]
      departments: object[]
    }
    expect(table.departments.length).toBeGreaterThan(20)
    expect(table.cells.flat().every((count) => count === null)).toBe(true)
    for (let more = 0; more < 3; more += 1) {
      const { id } = await file()
      const coding = { types: ['type-2'], field: 'land', department: 'housing' }
      expect((await handler.post(`/api/leads/${id}/acts`, { type: 'code', coding })).status).toBe(200)
    }
    const after = (await supervisor.get('/api/leads/patterns?year=2026')).json() as typeof table
    expect(after.cells.flat()).toContain(3)
  })
})

describe('the way to the intake', () => {
  it('is printed as a poster for handlers, with the code of its address', async () => {
    const poster = await handler.get('/api/leads/poster.pdf')
    expect(poster.status).toBe(200)
    expect(Buffer.from(poster.bytes).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const supervisor = await app.signIn({ roles: ['supervisor'] })
    expect((await supervisor.get('/api/leads/poster.pdf')).status).toBe(404)
  })

  it('was shown to others by month, and nobody sees fewer than three', async () => {
    await app.asSuperuser(`insert into guanjia.misconduct_stub (day, source, count) values
      ('2026-02-01', 'window', 2), ('2026-02-28', 'hotline', 1), ('2026-03-01', 'window', 2)`)
    const { months } = (await handler.get('/api/leads/turned-away')).json() as { months: object[] }
    expect(months).toEqual([
      { month: '2026-03', count: null },
      { month: '2026-02', count: 3 },
    ])
  })
})
