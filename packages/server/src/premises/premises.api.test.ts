import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { codeOf, moved as ok } from '@guanjia/devkit/test-issues'
import { aNeed, offered, ownRooms, readyToLease } from '@guanjia/devkit/test-rooms'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const { Workbook } = exceljs
let app: TestApp
let visitor: Browser
let department: Browser
let keeper: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T01:30:00Z' })
}, 240_000)
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-04-20T01:30:00Z')
  visitor = await app.signIn({ name: '纪明远', roles: ['supervisor'] })
  department = await app.signIn({ name: '卢思齐', roles: ['reviewer'], authorities: ['science-innovation'] })
  keeper = await app.signIn({ name: '贺园', roles: ['carrier'], authorities: ['carrier:zhongou'] })
})

type Line = Readonly<Record<string, string | number>>

/** The form as the house gives it, filled in with these lines. */
async function workbookOf(who: Browser, lines: readonly Line[]): Promise<string> {
  const book = await downloaded(who)
  const sheet = book.getWorksheet('房源')
  for (const line of lines) {
    const row = sheet?.addRow([])
    for (const [title, value] of Object.entries(line)) {
      const place = titlesOf(book).indexOf(title)
      if (row !== undefined) row.getCell(place + 1).value = value
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
}

async function downloaded(who: Browser): Promise<InstanceType<typeof Workbook>> {
  const answer = await who.get('/api/space/own-rooms.xlsx')
  const book = new Workbook()
  await book.xlsx.load(Uint8Array.from(answer.bytes).buffer)
  return book
}

function titlesOf(book: InstanceType<typeof Workbook>): readonly string[] {
  const titles: string[] = []
  book
    .getWorksheet('房源')
    ?.getRow(1)
    .eachCell((cell) => titles.push(String(cell.value)))
  return titles
}

const lineOf = (unit: string, change: Line = {}): Line => ({
  '楼栋*': '厂房一',
  '楼层*': 1,
  '房号*': unit,
  '面积（㎡）*': 1250.5,
  '最小分割（㎡）': 600,
  '层高（m）*': 7.2,
  '承重（t/㎡）*': '2',
  '供电（kVA）*': 315,
  '排污*': '是',
  '排风*': '是',
  '租金（元/㎡·天）*': 0.88,
  '可入驻日期*': new Date('2026-05-01T00:00:00Z') as unknown as string,
  ...change,
})

describe('the table of a carrier', () => {
  it('of twenty lines with two bad ones gives nineteen offers and a draft with its reason, and reads back unchanged', async () => {
    const own = await app.signIn({ name: '蓝湾', roles: ['carrier'], authorities: ['carrier:lanwan'] })
    const lines = Array.from({ length: 20 }, (_, place) => lineOf(`1${String(place).padStart(2, '0')}`))
    lines[3] = lineOf('103', { '层高（m）*': '约6米' })
    lines[11] = lineOf('111', { '承重（t/㎡）*': '' })
    const bytes = await workbookOf(own, lines)
    expect(await ok(own.post('/api/space/own-rooms/import', { bytes }))).toEqual({
      added: 20,
      changed: 0,
      unchanged: 0,
      faulty: 2,
      leftAlone: [],
    })
    expect(await ok(own.post('/api/space/own-rooms/publication'))).toMatchObject({ published: 18, kept: 2 })
    const [first, second] = await ownRooms(own)
    expect([first?.faults, second?.faults]).toEqual([
      [{ column: 'height', code: 'not-a-number' }],
      [{ column: 'load', code: 'missing' }],
    ])
    const cells = { ...first?.cells, height: '6' }
    const fixed = { method: 'PUT' as const, url: `/api/space/own-rooms/${first?.id}` }
    expect(await ok(own.send({ ...fixed, body: { version: 1, cells } }))).toMatchObject({ faults: [] })
    expect(await ok(own.post('/api/space/own-rooms/publication'))).toMatchObject({ published: 1, kept: 1 })
    const standings = (await ownRooms(own)).map(({ standing }) => standing)
    expect(standings.filter((each) => each === 'offered')).toHaveLength(19)
    expect(standings.filter((each) => each === 'draft')).toHaveLength(1)
    const again = Buffer.from(await (await downloaded(own)).xlsx.writeBuffer()).toString('base64')
    expect(await ok(own.post('/api/space/own-rooms/import', { bytes: again }))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 20,
      faulty: 1,
      leftAlone: [],
    })
  })

  it('is refused where it is no spreadsheet or lacks a column, and changes nothing', async () => {
    const book = new Workbook()
    book.addWorksheet('房源').addRow(['楼栋', '面积'])
    const lacking = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
    for (const bytes of ['AAAA', lacking])
      expect(await codeOf(keeper.post('/api/space/own-rooms/import', { bytes }))).toBe(
        'workbook-not-readable',
      )
  })

  it('keeps the second line of a place as a draft', async () => {
    const bytes = await workbookOf(keeper, [lineOf('同号'), lineOf('同号')])
    expect(await ok(keeper.post('/api/space/own-rooms/import', { bytes }))).toMatchObject({
      added: 2,
      faulty: 1,
    })
    expect((await ownRooms(keeper)).flatMap(({ faults }) => faults)).toContainEqual({
      column: 'unit',
      code: 'place-twice',
    })
  })
})

describe('a line of a room that is let', () => {
  it('changes nothing where the leases do not fit into it, and is named with its row', async () => {
    const [room = ''] = await offered(keeper, ['满租'])
    const place = async () => (await ownRooms(keeper)).find(({ id }) => id === room)
    const before = await place()
    await ok(
      keeper.post(`/api/space/own-rooms/${room}/standing`, { version: before?.version, standing: 'let' }),
    )
    const book = await downloaded(keeper)
    const sheet = book.getWorksheet('房源')
    const columnOf = (title: string) => titlesOf(book).indexOf(title) + 1
    let at = 0
    sheet?.eachRow((row, number) => {
      if (row.getCell(columnOf('房号*')).value === '满租') at = number
    })
    const area = sheet?.getCell(at, columnOf('面积（㎡）*'))
    if (area !== undefined) area.value = '400'
    const bytes = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
    expect(await ok(keeper.post('/api/space/own-rooms/import', { bytes }))).toMatchObject({
      added: 0,
      changed: 0,
      leftAlone: [{ row: at, place: '5号楼 1 满租' }],
    })
    expect(await place()).toMatchObject({ standing: 'let', cells: before?.cells })
  })
})

interface Found {
  readonly hits: readonly { readonly room: { readonly id: string } }[]
  readonly rejected: readonly {
    readonly room: { readonly id: string }
    readonly verdicts: readonly object[]
  }[]
  readonly relaxations: readonly { readonly loosened: readonly object[]; readonly rooms: number }[]
}

/** The link that the last SMS to a phone holds. */
async function linkOf(phone: string): Promise<string> {
  await app.settle()
  const messages = await app.database
    .selectFrom('sent_message')
    .select(['text', 'sent_at'])
    .where('recipient', '=', phone)
    .orderBy('sent_at', 'desc')
    .execute()
  return /\/(?:need|offer)\/([\w-]+)/.exec(messages[0]?.text ?? '')?.[1] ?? ''
}

describe('a search', () => {
  it('without a hit says of every room what is missing, and proposes the smallest loosening', async () => {
    const [id = ''] = await offered(keeper, ['矮间'], { height: '5.4', industries: 'C14' })
    const url = '/api/space/rooms?industry=C14&area=1000&height=6&rent=0.5&soft=rent'
    const { hits, rejected, relaxations } = await ok<Found>(app.stranger.get(url))
    expect(hits).toEqual([])
    expect(rejected.find(({ room }) => room.id === id)?.verdicts).toContainEqual({
      field: 'height',
      weight: 'hard',
      wished: '6',
      outcome: 'failed',
      has: '5.4',
      by: '0.6',
    })
    expect(relaxations[0]).toMatchObject({
      loosened: [{ field: 'height', from: '6', to: '5.4' }],
      rooms: 1,
    })
    expect((await app.stranger.get('/api/space/rooms?area=很大')).status).toBe(400)
  })
})

interface Need {
  readonly version: number
  readonly acts: readonly string[]
  readonly matching: Found
  readonly handOffs: readonly {
    readonly step: string
    readonly done: string | null
    readonly light: string
  }[]
}

describe('the need of a firm that was visited', () => {
  it('goes from the visit by the department, a viewing and a lease to the mark of the firm, every hand-off timed', async () => {
    const [room = '', other = ''] = await offered(keeper, ['甲', '乙'])
    const refused = visitor.post('/api/space/recorded-needs', { ...aNeed, agreed: false })
    expect(await codeOf(refused)).toBe('firm-has-not-agreed')
    const { id } = await ok<{ id: string }>(
      visitor.post('/api/space/recorded-needs', { ...aNeed, agreed: true }),
    )
    const at = (act: string) => `/api/space/needs/${id}/${act}`
    const read = (who: Browser) => ok<Need>(who.get(`/api/space/needs/${id}`))
    let version = 1
    const act = async (who: Browser, name: string, body: object = {}) => {
      const moved = await ok<{ version: number }>(who.post(at(name), { version, ...body }))
      version = moved.version
    }
    expect((await read(visitor)).acts).toEqual(['transfer'])
    await act(visitor, 'transfer')
    await act(department, 'receipt')
    const { matching } = await read(department)
    expect(matching.hits.map((hit) => hit.room.id)).toEqual(expect.arrayContaining([room, other]))
    await act(department, 'candidates', { rooms: [room, other] })
    await act(visitor, 'urgings', { reason: '企业停产待搬' })
    await act(department, 'viewings', { room, viewAt: '2026-04-22T02:00:00Z' })
    expect(await codeOf(department.post(at('lease'), { version, room, area: '1000' }))).toBe(
      'room-not-viewed',
    )
    await act(department, 'viewing-records', { viewing: 0, suits: true, note: '层高与承重合适' })
    await act(department, 'lease', { room, area: '1000' })
    expect((await app.stranger.get(`/api/space/rooms/${room}`)).status).toBe(404)
    const token = await linkOf(aNeed.phone)
    const link = `/api/space/needs/by-link/${token}`
    const marked = { mark: 5, words: '找到了娘家人' }
    expect(await ok(app.stranger.post(`${link}/mark`, marked))).toEqual({ situation: 'rated' })
    expect(await codeOf(app.stranger.post(`${link}/mark`, marked))).toBe('need-not-leased')
    const { handOffs } = await ok<Need>(app.stranger.get(link))
    expect(handOffs.map(({ step, light }) => [step, light])).toEqual([
      ['transfer', 'green'],
      ['receipt', 'green'],
      ['candidates', 'green'],
      ['viewing', 'green'],
      ['lease', 'green'],
      ['rating', null],
    ])
    expect(handOffs.every(({ done }) => done !== null)).toBe(true)
    for (const table of ['space_need_event', 'outbox_event', 'ledger_leaf', 'audit_entry']) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} as line
        where line::text ~ '扩产车间不外传|欧阳某人|13912345678|找到了娘家人'`.execute(app.database)
      expect([table, rows[0]?.n]).toEqual([table, 0])
    }
  })

  it('is nobody else’s business', async () => {
    const { id } = await ok<{ id: string }>(
      visitor.post('/api/space/recorded-needs', { ...aNeed, agreed: true }),
    )
    const another = await app.signIn({ name: '尹正', roles: ['supervisor'] })
    expect((await another.get(`/api/space/needs/${id}`)).status).toBe(404)
    const { needs } = await ok<{ needs: readonly { id: string }[] }>(department.get('/api/space/needs'))
    expect(needs.map((need) => need.id)).not.toContain(id)
    expect((await app.stranger.get('/api/space/needs/by-link/AAAAAAAAAAAAAAAA')).status).toBe(404)
  })
})

describe('the list of needs', () => {
  it('has every need that is open before all that are over', async () => {
    const [room = ''] = await offered(keeper, ['末'])
    const ended = await readyToLease({ firm: app.stranger, department }, room)
    const waiting = await ok<{ id: string }>(app.stranger.post('/api/space/needs', aNeed))
    await ok(
      department.post(`/api/space/needs/${ended.id}/no-room`, {
        version: ended.version,
        reason: '企业不再需要',
      }),
    )
    const { needs } = await ok<{ needs: readonly { id: string; situation: string }[] }>(
      department.get('/api/space/needs'),
    )
    const isOver = needs.map(({ situation }) => ['leased', 'rated', 'not-found'].includes(situation))
    expect(isOver).toEqual(isOver.toSorted())
    const places = [waiting, ended].map(({ id }) => needs.findIndex((need) => need.id === id))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })
})

describe('the link of a need', () => {
  it('is in no answer that is kept', async () => {
    const { link } = await ok<{ link: string }>(app.stranger.post('/api/space/needs', aNeed))
    const { rows } = await sql`select from idempotency_record
      where strpos(answer::text, ${link.replace('/need/', '')}) > 0`.execute(app.database)
    expect(rows).toEqual([])
  })
})

describe('a room', () => {
  it('is let once, however many sign at the same moment', async () => {
    const [room = ''] = await offered(keeper, ['争'])
    const needs = await Promise.all(
      Array.from({ length: 4 }, () => readyToLease({ firm: app.stranger, department }, room)),
    )
    const answers = await Promise.all(
      needs.map(({ id, version }) =>
        department.post(`/api/space/needs/${id}/lease`, { version, room, area: '1000' }),
      ),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, 409, 409, 409])
    const { rows } = await sql<{ let: number }>`
      select let_dm2 as let from space_room where id = ${room}`.execute(app.database)
    expect(rows).toEqual([{ let: 100_000 }])
  })

  it('that is wholly let to several is a draft with the area of the one who leaves; the others stay', async () => {
    const [room = ''] = await offered(keeper, ['多'], { area: '3000', part: '600' })
    for (const area of ['1200', '1800']) {
      const { id, version } = await readyToLease({ firm: app.stranger, department }, room)
      await ok(department.post(`/api/space/needs/${id}/lease`, { version, room, area }))
    }
    const own = async () => (await ownRooms(keeper)).find((each) => each.id === room)
    const before = await own()
    expect(before).toMatchObject({
      standing: 'let',
      leases: [
        { firm: aNeed.firm, areaSquareDecimetres: 120_000, notedOn: '2026-04-20' },
        { firm: aNeed.firm, areaSquareDecimetres: 180_000 },
      ],
    })
    const end = (version?: number) =>
      keeper.post(`/api/space/own-rooms/${room}/leases/${before?.leases[0]?.id}/end`, { version })
    expect(await ok(end(before?.version))).toMatchObject({ standing: 'draft', letSquareDecimetres: 180_000 })
    const after = await own()
    expect(after?.leases).toEqual(before?.leases.slice(1))
    expect(await codeOf(end(before?.version))).toBe('room-changed-meanwhile')
    expect(await codeOf(end(after?.version))).toBe('lease-not-running')
    await ok(keeper.post('/api/space/own-rooms/publication'))
    expect(await ok(app.stranger.get(`/api/space/rooms/${room}`))).toMatchObject({
      facts: { areaSquareDecimetres: 120_000 },
    })
  })

  it('that is let in parts is offered with what is left', async () => {
    const [room = ''] = await offered(keeper, ['分'], { area: '3000', part: '600' })
    const { id, version } = await readyToLease({ firm: app.stranger, department }, room)
    await ok(department.post(`/api/space/needs/${id}/lease`, { version, room, area: '1200' }))
    expect(await ok(app.stranger.get(`/api/space/rooms/${room}`))).toMatchObject({
      facts: { areaSquareDecimetres: 180_000, partSquareDecimetres: 60_000 },
    })
    for (const standing of ['withdrawn', 'free']) {
      const own = (await ownRooms(keeper)).find((each) => each.id === room)
      await ok(keeper.post(`/api/space/own-rooms/${room}/standing`, { version: own?.version, standing }))
    }
    const { rows } = await sql`select let_dm2, ended_at from space_lease join space_room r on r.id = room_id
      where room_id = ${room}`.execute(app.database)
    expect(rows).toEqual([{ let_dm2: 120_000, ended_at: null }])
  })
})

describe('an offer that ends soon', () => {
  it('is renewed, or noted as let, by the link its carrier is sent, once', async () => {
    const [kept = '', gone = ''] = await offered(keeper, ['续', '租出'])
    app.clock.set('2026-05-17T01:30:00Z')
    const { database, jobs } = app.ports
    const ask = async () => {
      await database.transaction().execute((tx) => jobs.enqueue(tx, 'premises.ask-for-renewal', {}))
      await app.settle()
    }
    await ask()
    await ask()
    const asked = await sql`select from space_renewal where carrier = 'zhongou'`.execute(app.database)
    expect(asked.rows).toHaveLength(1)
    const link = `/api/space/renewals/${await linkOf('13900000101')}`
    const { rooms } = await ok<{ rooms: readonly { id: string }[] }>(app.stranger.get(link))
    expect(rooms.map(({ id }) => id)).toEqual(expect.arrayContaining([kept, gone]))
    const free = rooms.map(({ id }) => id).filter((id) => id !== gone)
    expect(await ok(app.stranger.post(link, { free }))).toMatchObject({ let: 1, until: '2026-06-16' })
    expect(await codeOf(app.stranger.post(link, { free }))).toBe('renewal-answered')
    app.clock.set('2026-06-10T01:30:00Z')
    expect(await ok(app.stranger.get(`/api/space/rooms/${kept}`))).toMatchObject({
      offeredUntil: '2026-06-16',
    })
    expect((await app.stranger.get(`/api/space/rooms/${gone}`)).status).toBe(404)
    app.clock.set('2026-06-17T01:30:00Z')
    expect((await app.stranger.get(`/api/space/rooms/${kept}`)).status).toBe(404)
    expect(await codeOf(app.stranger.get(link))).toBe('renewal-link-over')
  })
})
