import { webcrypto } from 'node:crypto'
import {
  type Opener,
  openEnvelope,
  openSplit,
  parseIdentity,
  parseReport,
  receiptSecrets,
  solveWork,
  unwrapKey,
  type Wrap,
} from '@guanjia/core/leads'
import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { codeOn, makeReader, openTestIntake, type TestIntake } from '@guanjia/devkit/test-leads'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let db: TestDatabase
let admin: Client
let intake: TestIntake
let handler: Opener
let involved: Opener
let keeper: Opener

beforeAll(async () => {
  db = await testDatabase()
  admin = new Client({ connectionString: db.adminUrl })
  await admin.connect()
  handler = await makeReader(db.adminUrl)
  involved = await makeReader(db.adminUrl, { belongsTo: ['housing'] })
  keeper = await makeReader(db.adminUrl, { office: 'keeper' })
  intake = await openTestIntake(db.adminUrl, () => new Date('2023-05-04T09:41:27+08:00'))
})

afterAll(async () => {
  await intake[Symbol.asyncDispose]()
  await admin.end()
  await db.close()
})

const words = '验收当天，某某收下两张购物卡'
const report = { kind: 'anonymous', about: 'housing', text: words, who: '某某', when: '', where: '' }

async function lastLead() {
  const { rows } = await admin.query<{ id: string; content: Buffer }>(
    `select lead.id, envelope.content from leads.lead join leads.envelope on lead_id = lead.id and position = 0
     order by lead.ctid desc limit 1`,
  )
  const [lead] = rows
  if (lead === undefined) throw new Error('a lead was taken in')
  const wraps = await admin.query<{ keyId: string; sealed: string }>(
    `select key_id as "keyId", sealed from leads.wrap join leads.envelope on envelope_id = id where lead_id = $1`,
    [lead.id],
  )
  return { id: lead.id, content: lead.content.toString('base64'), wraps: wraps.rows as readonly Wrap[] }
}

async function read(opener: Opener): Promise<string | undefined> {
  const { id, content, wraps } = await lastLead()
  const plain = await openEnvelope(webcrypto, { leadId: id, part: 'content' }, { content, wraps }, opener)
  return plain && new TextDecoder().decode(plain)
}

async function count(): Promise<number> {
  const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from leads.lead')
  return rows[0]?.n ?? -1
}

function photo(note: string): Buffer {
  const notes = Buffer.from(`Exif\0\0${note}`)
  const part = Buffer.concat([Buffer.from([0xff, 0xe1, 0, notes.length + 2]), notes])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    part,
    Buffer.from([0xff, 0xda, 0, 4, 1, 2, 9, 9, 9, 0xff, 0xd9]),
  ])
}

describe('a report from a browser without scripts', () => {
  it('is sealed to the handlers, without those of the unit it is about', async () => {
    const page = await (await intake.form('/report/send', report, [photo('GPS 36.2N')])).text()
    expect(codeOn(page)).toMatch(/^([0-9A-Z]{4} ){4}[0-9A-Z]{4}$/)
    const parsed = parseReport((await read(handler)) ?? '')
    expect(parsed).toMatchObject({ ok: true, value: { text: words, who: '某某' } })
    const [picture] = parsed.ok ? parsed.value.files : []
    expect(Buffer.from(picture?.bytes ?? '', 'base64').includes('GPS')).toBe(false)
    expect(picture?.name).toBe('照片1')
    expect(await read(involved)).toBeUndefined()
    expect(await read(keeper)).toBeUndefined()
  })

  it('leaves a day and no time, and no word of it outside the cipher text', async () => {
    const { rows } = await admin.query<{ row: string }>(
      `select lead::text || event::text as row from leads.lead join leads.lead_event event on lead_id = id`,
    )
    for (const { row } of rows) {
      expect(row).toContain('2023-05-04')
      expect(row).not.toMatch(/09:41|01:41|\d\d:\d\d/)
      expect(row).not.toContain('购物卡')
    }
  })

  it('keeps what was written where something has to be mended, and takes nothing in', async () => {
    const before = await count()
    const hurt = { ...report, retaliation: 'yes' }
    const response = await intake.form('/report/send', hurt, [Buffer.from('no picture')])
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain(words)
    expect(page).toContain('有一张照片读不出来')
    expect(page).toContain('name="retaliation" value="yes" checked')
    expect(await count()).toBe(before)
  })

  it('with a name seals the name in two shares, for a handler and a keeper together', async () => {
    const named = { ...report, kind: 'real-name', name: '王某', phone: '13900000001', address: '' }
    expect((await intake.form('/report/send', named)).status).toBe(200)
    const { id } = await lastLead()
    const kept = await admin.query<{ content: Buffer }>(
      'select content from leads.identity where lead_id = $1',
      [id],
    )
    const shares = await admin.query<{ keyId: string; sealed: string }>(
      'select key_id as "keyId", sealed from leads.identity_wrap where lead_id = $1',
      [id],
    )
    const place = { leadId: id, part: 'identity' } as const
    const [first, second, none] = await Promise.all(
      [handler, keeper, involved].map((opener) => unwrapKey(webcrypto, place, shares.rows, opener)),
    )
    expect(none).toBeUndefined()
    if (first === undefined || second === undefined) throw new Error('each has a share')
    const content = kept.rows[0]?.content.toString('base64') ?? ''
    const plain = await openSplit(webcrypto, place, content, [first, second])
    expect(parseIdentity(new TextDecoder().decode(plain))).toMatchObject({
      ok: true,
      value: { name: '王某' },
    })
  })
})

describe('the gate', () => {
  it.each([
    ['higher-level', '12388'],
    ['discipline-office', '上一级'],
    ['no-official', '12345'],
  ])('shows who is %s the way, and keeps nothing', async (scope, way) => {
    const before = await count()
    const page = await (await intake.form('/report', { kind: 'anonymous', scope, about: 'housing' })).text()
    expect(page).toContain(way)
    expect(page).not.toContain('<textarea')
    expect(await count()).toBe(before)
  })

  it('asks again where nobody was named, and does not let the form be reached around it', async () => {
    expect((await intake.form('/report', { kind: 'anonymous', scope: 'unit', about: '' })).status).toBe(422)
    expect((await intake.form('/report/send', { ...report, about: 'higher-level' })).status).toBe(422)
  })
})

describe('the readers of a report', () => {
  const readersOf = async (about: string) => await intake.get(`/api/readers?about=${about}`)

  it('are told as they are now, without those of the unit it is about', async () => {
    const told = await readersOf('housing')
    expect(told.headers.get('set-cookie')).toBeNull()
    expect(told.headers.get('cache-control')).toBe('no-store')
    const { handlers } = (await told.json()) as { handlers: readonly { keyId: string }[] }
    const before = handlers.map(({ keyId }) => keyId)
    expect(before).toContain(handler.keyId)
    expect(before).not.toContain(involved.keyId)
  })

  it('are not told for a unit that nobody knows', async () => {
    expect((await readersOf('nobody')).status).toBe(422)
  })
})

describe('mail by code', () => {
  it('is opened and answered with the code', async () => {
    const code = codeOn(await (await intake.form('/report/send', report)).text())
    const first = await (await intake.form('/mailbox', { code: code.toLowerCase() })).text()
    expect(first).toContain('2023-05-04 提交。已收到')
    const told = await (await intake.form('/mailbox/say', { code, words: '还有一张<收据>' })).text()
    expect(told).toContain('还有一张&lt;收据&gt;')
    expect(await (await intake.form('/mailbox', { code })).text()).toContain('还有一张')
  })

  it('says that it is over only once the conclusion was confirmed by a second person', async () => {
    const code = codeOn(await (await intake.form('/report/send', report)).text())
    const { id } = await lastLead()
    let position = 1
    const happens = async (type: string, body: object) => {
      position += 1
      await admin.query(
        `insert into leads.lead_event (lead_id, position, type, body, happened_on, by)
         values ($1, $2, $3, $4, '2023-05-05', null)`,
        [id, position, type, JSON.stringify(body)],
      )
    }
    const look = async () => await (await intake.form('/mailbox', { code })).text()
    await happens('proposed', { disposition: 'verification' })
    await happens('confirmed', {})
    await happens('proposed', { disposition: 'concluded' })
    expect(await look()).toContain('承办人正在办理')
    await happens('confirmed', {})
    expect(await look()).toContain('已经办结')
  })

  it('shows a fault of the script outside of what is hidden once the mail is open', async () => {
    const page = await (await intake.get('/mailbox')).text()
    expect(page.split('data-fault')).toHaveLength(2)
    expect(page.indexOf('data-fault')).toBeLessThan(page.indexOf('data-asking'))
  })

  it('answers a code that nobody has, and one with a slip, with as many bytes as a right one', async () => {
    const code = codeOn(await (await intake.form('/report/send', report)).text())
    const others = ['0000 0000 0000 0000 0000', code.slice(0, -1), 'nonsense']
    const pages = await Promise.all(
      [code, ...others].map((typed) => intake.form('/mailbox', { code: typed })),
    )
    const bodies = await Promise.all(pages.map((page) => page.arrayBuffer()))
    expect(new Set(bodies.map((body) => body.byteLength))).toEqual(new Set([19_900]))
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
  })

  it('gives the script boxes of the same number and length, for any word', async () => {
    const code = codeOn(await (await intake.form('/report/send', report)).text()).replaceAll(' ', '')
    const { lookup } = await receiptSecrets(webcrypto, code)
    const look = async (word: string) => {
      const task = (await (await intake.get('/api/work')).json()) as { stamp: string; bits: number }
      const work = { stamp: task.stamp, number: await solveWork(webcrypto, task) }
      return await (await intake.json('/api/mailbox', { work, lookup: word })).text()
    }
    const [known, unknown] = [await look(lookup), await look('0'.repeat(64))]
    expect(known.length).toBe(unknown.length)
    expect(known).not.toContain('2023')
    expect(Object.keys(JSON.parse(known) as object)).toEqual(Object.keys(JSON.parse(unknown) as object))
  })

  it('asks for work, once a stamp', async () => {
    const task = (await (await intake.get('/api/work')).json()) as { stamp: string; bits: number }
    const work = { stamp: task.stamp, number: await solveWork(webcrypto, task) }
    const look = (done: object) => intake.json('/api/mailbox', { work: done, lookup: '1'.repeat(64) })
    expect((await look({ ...work, number: work.number + 1 })).status).toBe(409)
    expect((await look({ ...work, stamp: `9${work.stamp}` })).status).toBe(409)
    expect((await look(work)).status).toBe(200)
    expect((await look(work)).status).toBe(409)
  })
})

describe('the origin', () => {
  it.each(['/', '/report?kind=anonymous', '/report?kind=real-name', '/mailbox', '/protection'])(
    'answers %s without cookie, store or stranger, in 20 KB',
    async (path) => {
      const response = await intake.get(path)
      const page = await response.text()
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'/,
      )
      expect(Buffer.byteLength(page)).toBeLessThan(13_000)
      const outside = [...page.matchAll(/(?:src|action)="([^"]+)"/g)].filter(([, to]) => !to?.startsWith('/'))
      expect(outside).toEqual([])
    },
  )

  it('has nothing else, and says so the same way', async () => {
    expect((await intake.get('/work/leads')).status).toBe(404)
    expect((await intake.form('/', {})).status).toBe(404)
    expect(intake.faults).toEqual([])
  })
})

describe('the schema of leads', () => {
  it.each(['guanjia_app', 'guanjia_reader'])('is closed to %s', async (role) => {
    const { rows } = await admin.query<{ usage: boolean; tables: number }>(
      `select has_schema_privilege($1, 'leads', 'usage, create') as usage,
         (select count(*)::int from pg_class where relnamespace = 'leads'::regnamespace and relkind = 'r'
            and has_table_privilege($1, oid, 'select, insert, update, delete')) as tables`,
      [role],
    )
    expect(rows).toEqual([{ usage: false, tables: 0 }])
  })

  it('is all that the intake reaches, and no name can be read back by it', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
       where relkind in ('r', 'v') and has_any_column_privilege('guanjia_leads', c.oid, 'select')
         and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       order by 1`,
    )
    const reached = rows.map(({ name }) => name).filter((name) => !name.startsWith('graphile_worker.'))
    expect(reached.every((name) => name.startsWith('leads.'))).toBe(true)
    expect(reached).not.toContain('leads.identity')
    expect(reached).not.toContain('leads.identity_wrap')
  })
})
