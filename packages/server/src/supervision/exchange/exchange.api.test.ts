import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { type ExchangePackage, type ExchangeReceipt, exchangeBytes } from '@guanjia/core/supervision'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyThumbprint, verifyEd25519 } from '../../platform/signing/index.ts'

const base = '/api/supervision/exchange'
const own = 'qingdao-hitech-zone'
const [deskNumber, leadNumber] = ['370202198005050319', '370202197611130154']

let app: TestApp
let desk: Browser
let lead: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T02:00:00Z' })
  desk = await app.signIn({ name: '纪言', identityNumber: deskNumber, roles: ['supervisor'] })
  lead = await app.signIn({ name: '尹正', identityNumber: leadNumber, roles: ['supervisor-lead'] })
  const plans = { land: '2026-01-10', start: '2026-03-01', completion: '2027-12-30' }
  const signed = await desk.post('/api/supervision/signings', {
    on: '2026-01-05',
    document: '集中签约',
    projects: [
      {
        name: '疫苗冷链装备项目',
        company: '青岛示范冷链装备有限公司',
        park: '生物医药产业园',
        sector: '生物医药',
        unit: 'housing',
        landSquareMetres: 40_000,
        plans,
      },
    ],
  })
  if (signed.status !== 201) throw new Error(signed.text)
})

afterAll(() => app.close())

interface Partner {
  readonly id: string
  readonly keyId: string
  readonly privateKey: KeyObject
  /** id of the key as it was entered */
  readonly entered: string
}

/** A partner with a key that two people entered. */
async function partner(id: string): Promise<Partner> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url')
  const sent = await desk.post(`${base}/keys`, { partner: id, publicKey: raw.toString('base64') })
  const key = sent.json() as { id: string; keyId: string; fingerprint: string }
  expect(key.keyId).toBe(keyThumbprint(raw))
  const body = { ending: key.fingerprint.slice(-8) }
  expect((await lead.post(`${base}/keys/${key.id}/confirmation`, body)).status).toBe(200)
  return { id, keyId: key.keyId, privateKey, entered: key.id }
}

/** What a partner signs, as a file; `keyId` where another key is named. */
function fileOf(
  as: 'package' | 'receipt',
  said: ExchangePackage | ExchangeReceipt,
  { privateKey, keyId }: Pick<Partner, 'privateKey' | 'keyId'>,
): string {
  const value = sign(null, exchangeBytes({ ...said }), privateKey).toString('base64')
  return JSON.stringify({ [as]: said, signature: { algorithm: 'Ed25519', keyId, value } })
}

function problems(from: string, over: Partial<ExchangePackage> = {}): ExchangePackage {
  return {
    format: 'guanjia-exchange/1',
    id: randomUUID(),
    from,
    to: own,
    agreement: from === 'environment-office' ? 'office-projects' : 'discipline-tasks',
    schema: 'problems',
    sequence: 1,
    releasedAt: '2026-04-19T02:00:00.000Z',
    records: [
      { number: 'WT-17', title: '三家企业等待供电', words: '配电工程未排期。', raisedOn: '2026-04-18' },
    ],
    ...over,
  }
}

const importing = (file: string) => desk.post(`${base}/imports`, { file })
const desks = async () => (await desk.get(base)).json() as { incoming: object[]; outgoing: object[] }

async function drafted(agreement = 'office-projects'): Promise<string> {
  const answer = await desk.post(`${base}/packages`, { agreement })
  expect(answer.status).toBe(201)
  return (answer.json() as { id: string }).id
}

async function released(agreement?: string) {
  const id = await drafted(agreement)
  const answer = await lead.post(`${base}/packages/${id}/release`)
  expect(answer.status).toBe(200)
  return answer.json() as { id: string; sequence: number; digest: string }
}

async function inspectionWithFinding(): Promise<string> {
  const opened = await desk.post('/api/supervision/inspections', {
    name: '环评措施联合检查',
    purpose: '核对措施',
    basis: '年度计划',
    scope: { projects: [], parks: ['生物医药产业园'], units: [] },
    from: '2026-04-20',
    until: '2026-05-10',
    members: [desk.personId],
    items: ['措施落实'],
  })
  const { id } = opened.json() as { id: string }
  const found = await desk.post(`/api/supervision/inspections/${id}/findings`, {
    place: '东侧',
    words: '喷淋未开。',
    document: '照片',
    grade: 'serious',
    dueOn: '2026-04-30',
    leadUnit: 'approval-service',
    duties: [
      { list: 'territorial', unit: 'park-biomedical', answerable: '负责人', duty: '督促' },
      { list: 'departmental', unit: 'housing', answerable: '负责人', duty: '复查' },
    ],
  })
  expect(found.status).toBe(201)
  return id
}

async function leavesOf(act: string, subject: string): Promise<number> {
  const { rows } = await sql`
    select 1 from ledger_leaf where text like ${`%${act}%`} and text like ${`%${subject}%`}`.execute(
    app.database,
  )
  return rows.length
}

describe('a package that leaves', () => {
  it('is previewed field by field, released by a second person, and carries the signature of the zone', async () => {
    const id = await drafted()
    const page = (await desk.get(`${base}/packages/${id}`)).json() as {
      content: { fields: { id: string }[]; withheld: string[]; records: object[] }
      mayRelease: boolean
    }
    expect(page.content.fields.map((field) => field.id)).toEqual(['number', 'name', 'park', 'unit', 'lights'])
    expect(page.content.withheld).toContain('企业')
    expect(page.mayRelease).toBe(false)
    expect((await desk.get(`${base}/packages/${id}/file`)).json()).toMatchObject({
      code: 'package-not-released',
    })
    expect((await desk.post(`${base}/packages/${id}/release`)).status).toBe(403)
    const { sequence } = (await lead.post(`${base}/packages/${id}/release`)).json() as { sequence: number }
    const text = (await desk.get(`${base}/packages/${id}/file`)).text
    const file = JSON.parse(text) as { package: ExchangePackage; signature: { value: string } }
    const { publicKey } = ((await desk.get(base)).json() as { own: { publicKey: string } }).own
    const isSigned = (said: ExchangePackage) =>
      verifyEd25519(
        Buffer.from(publicKey, 'base64'),
        exchangeBytes({ ...said }),
        Buffer.from(file.signature.value, 'base64'),
      )
    expect(isSigned(file.package)).toBe(true)
    expect(isSigned({ ...file.package, sequence: sequence + 1 })).toBe(false)
    expect(file.package.records).toEqual(page.content.records)
    expect(text).not.toContain('青岛示范冷链装备有限公司')
    expect((await lead.post(`${base}/packages/${id}/release`)).json()).toMatchObject({
      code: 'package-not-drafted',
    })
    expect(await leavesOf('supervision.package-released', id)).toBe(1)
  })

  it('stays where it is when a field got in that is not on the list', async () => {
    const id = await drafted()
    await app.asSuperuser(
      `update guanjia.exchange_package set records = jsonb_set(records, '{0,company}', '"青岛示范冷链装备有限公司"')
       where id = '${id}'`,
    )
    expect((await lead.post(`${base}/packages/${id}/release`)).json()).toMatchObject({
      code: 'field-not-allowed',
    })
    expect((await desk.get(`${base}/packages/${id}/file`)).status).toBe(409)
    expect((await desk.post(`${base}/packages/${id}/discard`)).json()).toEqual({ state: 'discarded' })
    expect((await lead.post(`${base}/packages/${id}/release`)).status).toBe(409)
  })

  it('is numbered for its partner without a gap, even where two are released at once', async () => {
    const ids = [await drafted('resources-projects'), await drafted('resources-projects')]
    const answers = await Promise.all(ids.map((id) => lead.post(`${base}/packages/${id}/release`)))
    const numbers = answers.map((answer) => (answer.json() as { sequence: number }).sequence)
    expect(numbers.toSorted()).toEqual([1, 2])
  })

  it('is held to have arrived once its partner has signed for these very bytes', async () => {
    const office = await partner('environment-office')
    const { id, sequence, digest } = await released()
    const receipt: ExchangeReceipt = {
      format: 'guanjia-exchange-receipt/1',
      package: id,
      from: office.id,
      to: own,
      sequence,
      digest,
      records: 1,
      receivedAt: '2026-04-20T03:00:00.000Z',
    }
    const take = (over: Partial<ExchangeReceipt>) =>
      desk.post(`${base}/receipts`, { file: fileOf('receipt', { ...receipt, ...over }, office) })
    expect((await take({ digest: '0'.repeat(64) })).json()).toMatchObject({ code: 'receipt-differs' })
    expect((await take({ package: randomUUID() })).json()).toMatchObject({ code: 'receipt-of-nothing' })
    const taken = { id, receivedAt: '2026-04-20T03:00:00.000Z' }
    expect((await take({})).json()).toEqual(taken)
    expect((await take({ receivedAt: '2026-05-01T03:00:00.000Z' })).json()).toEqual(taken)
    expect(await desks()).toMatchObject({
      outgoing: expect.arrayContaining([expect.objectContaining(taken)]),
    })
  })

  it('takes findings to a partner of the inspection alone, and none where there are none', async () => {
    const send = () => desk.post(`${base}/packages`, { agreement: 'ecology-findings' })
    const inspection = await inspectionWithFinding()
    expect((await send()).json()).toMatchObject({ code: 'nothing-to-send' })
    await app.asSuperuser(
      `insert into guanjia.inspection_invitation (id, inspection_id, organisation, person_id, until_day, invited_by, invited_at)
       values ('${randomUUID()}', '${inspection}', 'resident-ecology', '${desk.personId}', '2026-05-10', '${desk.personId}', now())`,
    )
    const { id } = (await send()).json() as { id: string }
    const { content } = (await desk.get(`${base}/packages/${id}`)).json() as {
      content: { records: object[] }
    }
    expect(content.records).toMatchObject([{ words: '喷淋未开。', grade: '较重', dueOn: '2026-04-30' }])
  })
})

describe('a package that comes in', () => {
  it('is taken in once, however often it is sent, and answered with a receipt of the zone', async () => {
    const from = await partner('chengyang-discipline')
    const said = problems(from.id)
    const file = fileOf('package', said, from)
    const first = await importing(file)
    expect(first.json()).toMatchObject({ state: 'new', sequence: 1, records: 1 })
    const { id } = first.json() as { id: string }
    expect((await importing(file)).json()).toMatchObject({ id, state: 'known' })
    const { rows } = await sql`select 1 from exchange_import where package_id = ${said.id}`.execute(
      app.database,
    )
    expect(rows).toHaveLength(1)
    const receipt = JSON.parse((await desk.get(`${base}/imports/${id}/receipt`)).text) as object
    expect(receipt).toMatchObject({ receipt: { package: said.id, to: from.id, from: own, sequence: 1 } })
    expect((await desk.get(`${base}/imports/${id}`)).json()).toMatchObject({
      content: { records: said.records },
    })
    expect(await leavesOf('supervision.package-imported', id)).toBe(1)
  })

  it('is refused whole with what is wrong, and nothing of it stays', async () => {
    const from = await partner('environment-office')
    const other = generateKeyPairSync('ed25519').privateKey
    const sound = problems(from.id)
    const before = (await desks()).incoming.length
    const second = { ...sound, sequence: 2 }
    for (const [code, file] of [
      ['exchange-file-malformed', '{"package":1}'],
      ['exchange-file-malformed', fileOf('package', sound, from).replace('WT-17', '\\ud800')],
      ['exchange-signature-wrong', fileOf('package', sound, { ...from, privateKey: other })],
      ['exchange-signature-wrong', fileOf('package', sound, from).replace('WT-17', 'WT-18')],
      ['exchange-key-unknown', fileOf('package', sound, { ...from, keyId: 'another' })],
      ['package-not-for-us', fileOf('package', { ...sound, to: 'elsewhere' }, from)],
      ['sequence-gap', fileOf('package', second, from)],
      ['agreement-unknown', fileOf('package', { ...sound, agreement: 'discipline-tasks' }, from)],
      [
        'field-not-allowed',
        fileOf('package', { ...sound, records: [...sound.records, { contact: '王某' }] }, from),
      ],
      ['field-malformed', fileOf('package', { ...sound, records: [{ raisedOn: '昨天' }] }, from)],
    ] as const) {
      const answer = await importing(file)
      expect([answer.json(), answer.status]).toMatchObject([
        { code },
        expect.toSatisfy((status) => status >= 400),
      ])
      // the reader is told in words
      expect((answer.json() as { detail: string }).detail).not.toContain('{')
    }
    expect((await desks()).incoming).toHaveLength(before)
    expect((await importing(fileOf('package', sound, from))).status).toBe(200)
    const replayed = fileOf('package', { ...sound, id: randomUUID() }, from)
    expect((await importing(replayed)).json()).toMatchObject({ code: 'sequence-replayed' })
    const altered = fileOf('package', { ...sound, records: [{ number: 'WT-99' }] }, from)
    expect((await importing(altered)).json()).toMatchObject({ code: 'package-altered' })
    expect((await desk.post(`${base}/keys/${from.entered}/retirement`)).status).toBe(200)
    expect((await importing(fileOf('package', second, from))).json()).toMatchObject({
      code: 'exchange-key-unknown',
    })
  })
})

describe('the key of a partner', () => {
  it('is believed by nobody before a second person has heard its fingerprint', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const raw = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url')
    const body = { partner: 'resident-ecology', publicKey: raw.toString('base64') }
    const key = (await desk.post(`${base}/keys`, body)).json() as { id: string; fingerprint: string }
    expect((await lead.post(`${base}/keys`, body)).json()).toMatchObject({ code: 'partner-key-known' })
    const said = problems('resident-ecology', { agreement: 'ecology-findings' })
    const file = fileOf('package', said, { privateKey, keyId: keyThumbprint(raw) })
    expect((await importing(file)).json()).toMatchObject({ code: 'exchange-key-unknown' })
    const confirm = (who: Browser, ending: string) =>
      who.post(`${base}/keys/${key.id}/confirmation`, { ending })
    const ending = key.fingerprint.slice(-8)
    expect((await lead.get(base)).text).not.toContain(ending)
    expect((await confirm(desk, ending)).status).toBe(403)
    const wrong = ending.startsWith('0') ? '1'.repeat(8) : '0'.repeat(8)
    expect((await confirm(lead, wrong)).json()).toMatchObject({ code: 'fingerprint-differs' })
    expect((await confirm(lead, ending)).status).toBe(200)
    expect((await importing(file)).status).toBe(200)
    // the agreement ends in June
    app.clock.advance(90 * 86_400_000)
    desk = await app.signIn({ identityNumber: deskNumber, assurance: 'two-factor' })
    const next = fileOf(
      'package',
      { ...said, id: randomUUID(), sequence: 2 },
      { privateKey, keyId: keyThumbprint(raw) },
    )
    expect((await importing(next)).json()).toMatchObject({ code: 'agreement-not-in-force' })
    expect((await desk.post(`${base}/packages`, { agreement: 'ecology-findings' })).json()).toMatchObject({
      code: 'agreement-not-in-force',
    })
  })
})
