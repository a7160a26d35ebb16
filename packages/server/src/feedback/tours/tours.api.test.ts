import { allotUnifiedCode } from '@guanjia/core/access'
import { assert } from '@guanjia/core/kernel'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { codeOf, keptPhoto, moved, view } from '@guanjia/devkit/test-issues'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const start = '2026-04-01T01:30:00Z'
let app: TestApp
let dispatcher: Browser
let builder: Browser
let scientist: Browser
let outsider: Browser
let tourId = ''
let tourNumber = ''

const desk = { name: '秦川', identityNumber: '370202198503160166', roles: ['dispatcher'] } as const
const officer = (name: string, identityNumber: string, authority: string) =>
  ({ name, identityNumber, roles: ['reviewer'], authorities: [authority] }) as const
const people = [
  desk,
  officer('冯雨晴', '370202198610120178', 'housing'),
  officer('陆远', '370212198506074311', 'science-innovation'),
  officer('邱水', '370202198706190189', 'water'),
] as const
let areKnown = false

/** Everybody at work at a moment: sessions of an earlier day have run out, duties have not. */
async function at(moment: string): Promise<void> {
  app.clock.set(moment)
  const [first, second, third, fourth] = people.map(({ name, identityNumber, ...duties }) =>
    app.signIn({ name, identityNumber, ...(areKnown ? { assurance: 'two-factor' } : duties) }),
  )
  assert(first && second && third && fourth, 'four people are signed in')
  ;[dispatcher, builder, scientist, outsider] = await Promise.all([first, second, third, fourth])
  areKnown = true
}

beforeAll(async () => {
  app = await testApp({ now: start })
}, 240_000)
afterAll(() => app.close())

const departments = ['housing', 'science-innovation']
const tour = { title: '走进生物医药产业园', from: '2026-04-01', until: '2026-04-10', departments }

beforeEach(async () => {
  await at(start)
  await sql`update visit_goer set released = true`.execute(app.database)
  const opened = await moved<{ id: string; number: string }>(dispatcher.post('/api/tours', tour))
  tourId = opened.id
  tourNumber = opened.number
})

const code = allotUnifiedCode({ category: '91', registrar: '370222', prefix: 'MA3H', sequence: 7 })
assert(code.ok, 'there are numbers left')
const company = { kind: 'company', code: code.value, place: '青岛海岳新材料有限公司', host: '企业办公室' }

const plan = (over: object = {}) =>
  dispatcher.post(`/api/tours/${tourId}/stops`, {
    ...company,
    on: '2026-04-01',
    half: 'morning',
    goers: [builder.personId, scientist.personId],
    ...over,
  })

async function plannedStop(over: object = {}): Promise<string> {
  return (await moved<{ id: string }>(plan(over))).id
}

interface Figures {
  readonly heard: number
  readonly solved: number
}

interface Shown {
  readonly figures: Figures
  readonly stops: readonly {
    readonly id: string
    readonly state: string
    readonly figures: Figures
    readonly heard: readonly { readonly issue: { readonly id: string; readonly number: string } | null }[]
  }[]
  readonly people: readonly { readonly name: string }[]
}

const shown = async (who: Browser = dispatcher) => (await who.get(`/api/tours/${tourId}`)).json() as Shown

describe('a tour', () => {
  it('is of two departments at least and is read by those that take part', async () => {
    const few = { ...tour, departments: ['housing'] }
    expect(await codeOf(dispatcher.post('/api/tours', few))).toBe('departments-too-few')
    const unlisted = { ...tour, departments: ['housing', 'nobody'] }
    expect(await codeOf(dispatcher.post('/api/tours', unlisted))).toBe('authority-not-listed')
    expect((await shown()).people.map(({ name }) => name)).toEqual(['冯雨晴', '陆远'])
    expect((await shown(builder)).people).toEqual([])
    expect((await outsider.get(`/api/tours/${tourId}`)).status).toBe(404)
    const listed = (await outsider.get('/api/tours')).json() as { tours: readonly object[] }
    expect(listed.tours).toEqual([])
  })

  it('sends nobody on a day off, outside its days, or to two places in one half day, and says why', async () => {
    expect(await codeOf(plan({ on: '2026-04-04' }))).toBe('day-not-worked')
    expect(((await plan({ on: '2026-04-04' })).json() as { detail: string }).detail).toContain('清明节')
    expect(await codeOf(plan({ on: '2026-04-13' }))).toBe('day-outside-tour')
    expect(await codeOf(plan({ goers: [] }))).toBe('nobody-goes')
    expect(await codeOf(plan({ goers: [outsider.personId] }))).toBe('goer-of-no-department')
    const first = await plannedStop({ kind: 'park', code: undefined, place: '蓝湾创业园' })
    const clash = await plan({ goers: [builder.personId] })
    expect(clash.json()).toMatchObject({
      code: 'goer-elsewhere',
      detail: expect.stringContaining('蓝湾创业园'),
    })
    await plannedStop({ half: 'afternoon' })
    await moved(dispatcher.post(`/api/tours/stops/${first}/drop`, { reason: '园区检修' }))
    await plannedStop()
    expect(await codeOf(dispatcher.post(`/api/tours/stops/${first}/drop`, { reason: '再取消' }))).toBe(
      'stop-dropped',
    )
  })

  it('tells those who were to go that a stop is off, and nobody else', async () => {
    const stop = await plannedStop({ on: '2026-04-02' })
    await moved(dispatcher.post(`/api/tours/stops/${stop}/drop`, { reason: '企业检修' }))
    await app.settle()
    const told = async (who: Browser) => {
      const { notices } = (await who.get('/api/notifications')).json() as {
        notices: readonly { title: string; text: string }[]
      }
      const texts = notices.filter(({ title }) => title === '走访取消').map(({ text }) => text)
      return texts.filter((text) => text.startsWith('2026年4月2日'))
    }
    const words = expect.stringContaining('到青岛海岳新材料有限公司的走访已取消')
    expect([await told(builder), await told(scientist)]).toEqual([[words], [words]])
    expect([await told(outsider), await told(dispatcher)]).toEqual([[], []])
  })

  it('keeps one person in one place when two desks send them at the same moment', async () => {
    const answers = await Promise.all([plan(), plan(), plan()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  })

  it('knows a company by its code and a project by its number', async () => {
    expect(await codeOf(plan({ code: '9'.repeat(18) }))).toBe('company-code-wrong')
    expect(await codeOf(plan({ place: undefined }))).toBe('place-missing')
    expect(await codeOf(plan({ kind: 'project', code: 'XM2026-9999' }))).toBe('project-number-unknown')
    const owner = await app.signIn({ name: '林海宁' })
    const { id } = await moved<{ id: string }>(
      owner.post('/api/projects', { name: '海岳新材料基地', kind: 'medical' }),
    )
    const { number } = (await owner.get(`/api/projects/${id}`)).json() as { number: string }
    await plannedStop({ kind: 'project', code: number })
    expect((await shown()).stops).toMatchObject([{ place: '海岳新材料基地', code: number }])
  })
})

describe('a need heard at a stop', () => {
  const heard = (who: Browser, stop: string, over: object = {}) =>
    who.post(`/api/tours/stops/${stop}/heard`, {
      topic: 'utilities',
      words: '园区三号路夜间停水，影响生产',
      name: '刘先生',
      phone: '13900000061',
      ...over,
    })

  it('is answered on the spot, or an issue with department and day that knows the stop', async () => {
    const stop = await plannedStop()
    await moved(heard(builder, stop, { answer: '今晚起已恢复双回路供水。' }))
    app.clock.advance(60_000)
    const raised = await moved<{ issue: { number: string; replyDue: string } }>(heard(scientist, stop))
    expect(raised.issue).toMatchObject({ lead: { id: 'housing' }, replyDue: '2026-04-09' })
    const [called] = (await shown()).stops
    expect(called).toMatchObject({
      state: 'visited',
      figures: { heard: 2, answeredOnSite: 1, raised: 1, solved: 0 },
      heard: [{ answeredBy: { id: 'housing' }, issue: null }, { issue: { situation: 'in-hand' } }],
    })
    const led = async (who: Browser) => (await shown(who)).stops[0]?.heard[1]?.issue
    expect([await led(builder), await led(scientist)]).toMatchObject([{ mayRead: true }, { mayRead: false }])
    const issue = await view(dispatcher, called?.heard[1]?.issue?.id ?? '')
    expect(issue).toMatchObject({
      source: 'great-visit',
      asker: { name: '刘先生', phone: '13900000061' },
      stop: { tourId, place: '青岛海岳新材料有限公司', on: '2026-04-01' },
    })
    expect(await codeOf(dispatcher.post(`/api/tours/stops/${stop}/drop`, { reason: '取消' }))).toBe(
      'stop-visited',
    )
  })

  it('leaves name and number of whoever asked in the issue alone', async () => {
    const stop = await plannedStop()
    await moved(heard(builder, stop))
    expect(JSON.stringify(await shown())).not.toMatch(/刘先生|13900000061/)
    const { rows } = await sql<{ told: string }>`
      select (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from outbox_event o)::text
        || (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from audit_entry a)::text
        || (select coalesce(jsonb_agg(to_jsonb(h)), '[]') from visit_heard h)::text as told`.execute(
      app.database,
    )
    expect(rows[0]?.told).not.toMatch(/刘先生|13900000061/)
  })

  it('is written down by those who go, not before the day, and counts as solved once the asker says so', async () => {
    const stop = await plannedStop({ on: '2026-04-02' })
    expect(await codeOf(heard(builder, stop))).toBe('stop-to-come')
    expect(
      await codeOf(builder.post(`/api/tours/stops/${stop}/visit`, { seen: '看了车间', before: null })),
    ).toBe('stop-to-come')
    await at('2026-04-02T02:00:00Z')
    expect((await heard(outsider, stop)).status).toBe(404)
    expect((await heard(dispatcher, stop)).status).toBe(403)
    const note = (who: Browser, seen: string, before: string | null) =>
      who.post(`/api/tours/stops/${stop}/visit`, { seen, before })
    await moved(note(builder, '看了车间和仓库', null))
    expect(await codeOf(note(scientist, '看了实验室', null))).toBe('stop-noted-meanwhile')
    await moved(note(scientist, '看了车间、仓库和实验室', '看了车间和仓库'))
    await moved(heard(builder, stop))
    const id = (await shown()).stops[0]?.heard[0]?.issue?.id ?? ''
    await at('2026-04-07T02:00:00Z')
    const evidence = [await keptPhoto(builder)]
    const reply = { version: 2, outcome: 'done', words: '已恢复供水', evidence }
    const { version } = await moved(builder.post(`/api/voice/issues/${id}/reply`, reply))
    await at('2026-04-08T02:00:00Z')
    const call = { version, isReached: true, note: '', satisfied: 5 }
    await moved(dispatcher.post(`/api/voice/issues/${id}/call-backs`, call))
    expect((await shown()).figures).toMatchObject({
      visited: 1,
      raised: 1,
      solved: 1,
      medianDaysToReply: 5,
      medianDaysToSolution: 6,
    })
  })

  it('stands on the page of whoever goes, with the stops of the day open', async () => {
    await plannedStop({ half: 'afternoon' })
    await plannedStop({ on: '2026-04-02', goers: [scientist.personId] })
    const own = async (who: Browser) => {
      const read = (await who.get('/api/my/stops')).json() as {
        stops: readonly { tour: { number: string } }[]
      }
      return read.stops.filter((stop) => stop.tour.number === tourNumber)
    }
    const afternoon = { on: '2026-04-01', half: 'afternoon', isOpen: true }
    expect(await own(builder)).toMatchObject([afternoon])
    expect(await own(scientist)).toMatchObject([afternoon, { on: '2026-04-02', isOpen: false }])
    expect(await own(outsider)).toEqual([])
  })
})

describe('the itinerary', () => {
  it('is a paper with every stop', async () => {
    await plannedStop()
    const paper = await builder.get(`/api/tours/${tourId}/itinerary`)
    expect(paper.headers['content-type']).toBe('application/pdf')
    expect(paper.status).toBe(200)
  })
})
