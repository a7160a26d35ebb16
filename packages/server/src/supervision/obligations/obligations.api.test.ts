import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { water } from '@guanjia/devkit/test-issues'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../../catalogue/index.ts'

interface Row {
  readonly kind: string
  readonly number: string
  readonly light: string
  readonly sentence: string
  readonly place: string | null
  readonly open: string | null
}

interface Board {
  readonly rows: readonly Row[]
  readonly counts: Readonly<Record<string, number>>
  readonly kinds: readonly { readonly kind: string; readonly count: number; readonly red: number }[]
}

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }
const duties = [
  { list: 'territorial', unit: 'park-biomedical', answerable: '园区负责人', duty: '移交施工场地' },
  { list: 'departmental', unit: 'housing', answerable: '建设部门负责人', duty: '办理施工许可' },
]
const permit = {
  service: 'M307',
  applicant: { name: '林海宁', identityNumber: '370214198804120016' },
  papers: ['application-form'],
  facts: { 'bidding.required': false, 'build.type': 'fitout', 'build.facadeChange': false },
}
const project = {
  name: '精密仪器仪表生产基地',
  company: '青岛示范仪器有限公司',
  sector: '精密仪器仪表',
  park: '精密仪器仪表产业园',
  unit: 'housing',
  landSquareMetres: 66_700,
  plans: { land: '2026-01-20', start: '2026-02-25', completion: '2027-06-30' },
}

let app: TestApp

const supervisor = () => app.signIn({ name: '纪言', roles: ['supervisor'] })
const board = async (who: Browser, query = '') =>
  (await who.get(`/api/supervision/obligations${query}`)).json() as Board

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T02:00:00Z' })
  await publishFirstCatalogue(app.ports, publisher)
  const one = await supervisor()
  const clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
  const projects = [project]
  const sent = [
    await clerk.post('/api/counter/cases', permit),
    await app.stranger.post('/api/voice/issues', water),
    await one.post('/api/supervision/signings', { on: '2026-01-05', document: '集中签约', projects }),
    await one.post('/api/supervision/tasks', {
      text: '场地移交',
      source: 'visit',
      dueOn: '2026-04-30',
      leadUnit: 'approval-service',
      duties,
    }),
  ]
  const refused = sent.find(({ status }) => status !== 201)
  if (refused !== undefined) throw new Error(`the board is not furnished: ${refused.status}`)
}, 240_000)
afterAll(() => app.close())

describe('the board of everything owed', () => {
  it('holds projects, cases, issues and tasks, judged by one rule, and says where each is stuck', async () => {
    const { rows, kinds } = await board(await supervisor())
    expect(kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['project', 1],
      ['case', 1],
      ['commitment', 0],
      ['issue', 1],
      ['task', 1],
    ])
    const of = (kind: string) => rows.find((row) => row.kind === kind)
    expect(rows[0]).toMatchObject({ kind: 'project', light: 'red', place: '精密仪器仪表产业园' })
    expect(of('case')?.sentence).toContain('受理或一次性告知')
    expect(of('issue')?.sentence).toContain('分派')
    expect(of('task')).toMatchObject({ place: '生物医药及医疗器械产业园管理机构', light: 'green' })
  })

  it('gives the way to a thing to those alone who may read it, and a department what it answers for', async () => {
    const opened = async (who: Browser) =>
      (await board(who)).rows
        .filter(({ open }) => open !== null)
        .map(({ kind }) => kind)
        .toSorted()
    expect(await opened(await supervisor())).toEqual(['project', 'task'])
    const head = (unit: string) =>
      app.signIn({ name: `部门${unit}`, roles: ['department-head'], authorities: [unit] })
    expect(await opened(await head('housing'))).toEqual(['case', 'task'])
    expect((await board(await head('water'))).rows).toEqual([])
  })

  it('turns with the days: what is over is red, with the days and who has not reported', async () => {
    app.clock.set('2026-05-09T02:00:00Z')
    const { rows, counts } = await board(await supervisor(), '?light=red')
    expect(counts['red']).toBe(rows.length)
    const of = (kind: string) => rows.find((row) => row.kind === kind)
    expect(of('case')?.sentence).toMatch(/应于.+前完成，已超 \d+ 日/)
    expect(of('issue')?.light).toBe('red')
    expect(of('task')?.sentence).toContain('生物医药及医疗器械产业园管理机构、住房城乡建设部门未报进展')
    const { rows: ofHousing } = await board(await supervisor(), '?unit=housing&kind=task')
    expect(ofHousing.map(({ kind }) => kind)).toEqual(['task'])
  })

  it('is a spreadsheet with the same lines, days as days', async () => {
    const who = await supervisor()
    const { rows } = await board(who)
    const file = await who.get('/api/supervision/obligations.xlsx')
    const { Workbook } = (await import('exceljs')).default
    const book = new Workbook()
    await book.xlsx.load(file.bytes as never)
    const sheet = book.getWorksheet('全部事项')
    expect(sheet?.rowCount).toBe(rows.length + 1)
    expect(sheet?.getCell('C2').value).toBe(rows[0]?.number)
    expect(sheet?.getCell('H2').value).toBeInstanceOf(Date)
    expect(book.getWorksheet('说明')?.getCell('B4').value).toContain('待确认')
  })

  it('names neither applicant nor asker, nor what they wrote', async () => {
    const { rows } = await board(await supervisor())
    const text = JSON.stringify(rows)
    for (const word of ['林海宁', water.words, water.phone]) expect(text).not.toContain(word)
  })
})
