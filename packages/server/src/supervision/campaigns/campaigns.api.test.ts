import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/supervision'

interface Tree {
  readonly areas: readonly {
    readonly campaigns: readonly {
      readonly id: string
      readonly runs: readonly {
        readonly figures: object
        readonly conclusion: string | null
        readonly findings: readonly {
          readonly id: string
          readonly state: string
          readonly mayReport: boolean
        }[]
      }[]
    }[]
  }[]
  readonly mark: string
}

let app: TestApp

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T02:00:00Z' })
}, 240_000)
afterAll(() => app.close())

describe('a campaign of supervision', () => {
  it('has its scope, period, findings and rate, and ends once everything found is put right', async () => {
    const one = await app.signIn({ name: '纪言', roles: ['supervisor'] })
    const head = (unit: string) =>
      app.signIn({ name: `部门${unit}`, roles: ['department-head'], authorities: [unit] })
    const [housing, water] = [await head('housing'), await head('water')]
    const tree = async (who: Browser) => (await who.get(`${base}/campaigns`)).json() as Tree
    const runOf = async (who: Browser) =>
      (await tree(who)).areas.flatMap(({ campaigns }) => campaigns).find(({ id }) => id === 'permits')
        ?.runs[0]
    const listed = await tree(one)
    expect(listed.areas).toHaveLength(6)
    expect(listed.areas.flatMap(({ campaigns }) => campaigns)).toHaveLength(10)
    expect(listed.mark).toBe('U')

    const open = (over: object = {}) =>
      one.post(`${base}/campaigns`, {
        subject: 'permits',
        scope: '2026 年一季度受理的施工许可',
        from: '2026-04-20',
        until: '2026-05-20',
        ...over,
      })
    expect((await open({ subject: 'nothing' })).json()).toMatchObject({ code: 'campaign-not-listed' })
    expect((await open({ until: '2026-04-19' })).json()).toMatchObject({
      code: 'period-ends-before-it-begins',
    })
    const { id } = (await open()).json() as { id: string }
    const found = { unit: 'housing', words: '两件许可超期未书面告知', rectifyBy: '2026-05-08' }
    expect((await one.post(`${base}/campaigns/${id}/findings`, { ...found, unit: 'x' })).status).toBe(422)
    const recorded = await one.post(`${base}/campaigns/${id}/findings`, found)
    const { id: finding } = recorded.json() as { id: string }
    expect((await runOf(one))?.figures).toEqual({ findings: 1, rectified: 0, overdue: 0, percent: 0 })
    expect(await runOf(water)).toBeUndefined()
    expect((await runOf(housing))?.findings).toMatchObject([{ state: 'open', mayReport: true }])

    const report = (who: Browser) => who.post(`${base}/findings/${finding}/report`, { words: '已补告知' })
    const check = (passed: boolean) =>
      one.post(`${base}/findings/${finding}/check`, { passed, words: '核对了告知记录' })
    const conclude = () => one.post(`${base}/campaigns/${id}/conclusion`, { words: '全部整改到位' })
    expect((await check(true)).json()).toMatchObject({ code: 'finding-out-of-turn' })
    expect((await report(water)).status).toBe(404)
    expect((await report(housing)).json()).toEqual({ state: 'reported' })
    expect((await check(false)).json()).toEqual({ state: 'open' })
    expect((await conclude()).json()).toMatchObject({ code: 'findings-not-rectified' })
    await report(housing)
    expect((await check(true)).json()).toEqual({ state: 'rectified' })
    expect((await conclude()).status).toBe(200)
    expect(await runOf(one)).toMatchObject({
      conclusion: '全部整改到位',
      figures: { findings: 1, rectified: 1, overdue: 0, percent: 100 },
    })
    const late = await one.post(`${base}/campaigns/${id}/findings`, found)
    expect(late.json()).toMatchObject({ code: 'campaign-concluded' })
  })
})
