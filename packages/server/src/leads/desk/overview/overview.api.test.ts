import { type FiledLead, fileLead } from '@guanjia/devkit/filed-lead'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { makeReader } from '@guanjia/devkit/test-leads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let app: TestApp
let handler: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-03-02T01:00:00Z' })
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
