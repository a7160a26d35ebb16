import { type JsonWebKey, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as contract from '@guanjia/contract/licence'
import { routesOf } from '@guanjia/contract/route'
import { anonymous, type Person, type Role } from '@guanjia/core/access'
import type { LicenceDocument, LicenceStatus } from '@guanjia/core/registration'
import { fakeClock } from '@guanjia/devkit/fake-clock'
import { testDatabase } from '@guanjia/devkit/test-database'
import { Client } from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditPart } from '../../platform/commands/audit-trail.ts'
import { createCommandRunner, type LeafDraft } from '../../platform/commands/command.ts'
import { createHttp, type Http } from '../../platform/http/http.ts'
import { readProblemTexts } from '../../platform/http/problems/problem-texts.ts'
import { newId } from '../../platform/identifier.ts'
import type { Ports } from '../../platform/ports.ts'
import { checkPdfSignature, openDevelopmentSeal, openKeyFolder } from '../../platform/signing/index.ts'
import { issueCredential } from './licence-credential.ts'
import { openLicenceService } from './licence-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'licences-'))
const contentFolder = join(import.meta.dirname, '../../../../../content/qingdao')
const clock = fakeClock('2026-04-01T02:30:00Z')
const signing = openKeyFolder(join(folder, 'keys'))
const roots = openDevelopmentSeal(join(folder, 'keys'), clock.now()).certificates.slice(-1)
const leaves: LeafDraft[] = []
const database = await testDatabase()
const superuser = new Client({ connectionString: database.adminUrl })

function aPerson(id: string, ...roles: Role[]): Person {
  return {
    kind: 'person',
    id,
    name: '王小青',
    assurance: 'face',
    roles,
    authorities: [],
    memberships: [],
    delegations: [],
  }
}

const people: Readonly<Record<string, Person>> = {
  owner: aPerson(newId(), 'applicant'),
  other: aPerson(newId(), 'applicant'),
  clerk: aPerson(newId(), 'clerk'),
}

const http: Http = createHttp({
  declared: routesOf(contract),
  logger: pino({ level: 'silent' }),
  problemTexts: readProblemTexts(contentFolder),
  publicOrigin: 'http://localhost',
  proxyHops: 0,
  bodyLimitBytes: 65_536,
  requestsPerMinute: 0,
  isClosing: () => false,
  isDiskNearlyFull: () => false,
  observeRequest: () => undefined,
  identify: async ({ cookies }) => ({
    principal: people[cookies['who'] ?? ''] ?? anonymous,
    endsAt: new Date(0),
  }),
})

const service = openLicenceService({
  implement: http.implement,
  database: database.database,
  clock,
  newId,
  contentFolder,
  dataFolder: folder,
  keysFolder: join(folder, 'keys'),
  origin: 'http://localhost',
  demonstration: true,
  signing,
  runCommand: createCommandRunner({
    database: database.database,
    clock,
    auditPart,
    leafParts: (drafts) => {
      leaves.push(...drafts)
      return []
    },
    commitValue: () => ({ commitment: '', salt: '' }),
    eventParts: () => [],
    enter: () => () => undefined,
    wake: () => undefined,
    observe: () => undefined,
  }),
} as unknown as Ports)

beforeAll(async () => {
  service.implementRoutes()
  await http.ready()
  await superuser.connect()
  // the rows these licences refer to are the business of other tests
  await superuser.query('set session_replication_role = replica')
})

afterAll(async () => {
  await http.close()
  await superuser.end()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

let sequence = 0

/** A licence that stands in the register. */
async function anIssuedLicence(status: LicenceStatus = 'valid', answers: object = {}) {
  sequence += 1
  const document: LicenceDocument = {
    number: `QG26-${String(sequence).padStart(6, '0')}-X`,
    unifiedCode: `91370222MA${String(sequence).padStart(8, '0')}`,
    name: '青岛汉唐生物科技有限公司',
    type: '有限责任公司',
    representative: { role: 'legal-representative', name: '王小青' },
    scope: '技术服务',
    capitalMinor: '500000000',
    composition: null,
    establishedOn: '2026-04-01',
    premises: '中欧科创园1号楼',
    authority: '青岛高新技术产业开发区行政审批服务局',
    issuedOn: '2026-04-01',
  }
  const credential = await service.issueCredential(document)
  const { number, unifiedCode } = document
  const revokedAt = status === 'revoked' ? '2026-05-01T00:00:00Z' : null
  const applicationId = newId()
  await superuser.query(
    `insert into guanjia.registration_application
       (id, number, owner_id, kind, answers, created_at, updated_at)
     values ($1, $2, $3, 'LLC', $4, now(), now())`,
    [applicationId, number, people['owner']?.id, answers],
  )
  await superuser.query(
    `insert into guanjia.licence
       (id, number, unified_code, application_id, document, credential, status, issued_at, revoked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), number, unifiedCode, applicationId, document, credential, status, clock.now(), revokedAt],
  )
  return { document, credential, number }
}

const get = (who: string, url: string) => http.inject({ method: 'GET', url, cookies: { who } })
const post = (who: string, url: string, body: unknown, key: string = randomUUID()) =>
  http.inject({ method: 'POST', url, cookies: { who }, headers: { 'idempotency-key': key }, body })

async function aCode(
  number: string,
  order: { copy?: string; reason?: string; place?: number } = {},
): Promise<string> {
  const response = await post('owner', `/api/licences/${number}/prints`, { copy: 'original', ...order })
  expect([response.status, response.text]).toEqual([201, expect.any(String)])
  return (response.json() as { code: string }).code
}

let sheet = 0
function aSheet(code: string) {
  sheet += 1
  return { code, device: 'kiosk-3', paperStock: '正本纸', paperSerial: `A${sheet}` }
}

describe('verification', () => {
  it('answers with the same members for valid, revoked and unknown numbers', async () => {
    const valid = await anIssuedLicence()
    const revoked = await anIssuedLicence('revoked')
    const answers = await Promise.all(
      [valid.number, revoked.number, 'QG26-999999-X'].map(async (number) => {
        const response = await get('', `/api/licences/${number}`)
        expect(response.status).toBe(200)
        return response.json() as Record<string, unknown>
      }),
    )
    expect(answers.map(({ verdict }) => verdict)).toEqual(['valid', 'revoked', 'unknown'])
    expect(answers.map((answer) => Object.keys(answer))).toEqual(
      answers.map(() => Object.keys(answers[0] ?? {})),
    )
    expect(answers[0]).toMatchObject({ name: valid.document.name, representative: '王**', revokedAt: null })
    expect(answers[1]).toMatchObject({ revokedAt: '2026-05-01T00:00:00.000Z' })
    expect(answers[0]).toMatchObject({ headline: '这份营业执照有效', explanations: ['已与登记簿核对一致。'] })
    expect(answers[2]).toMatchObject({ name: null, unifiedCode: null })
  })

  it('judges a credential, and the document it came with', async () => {
    const { credential, document } = await anIssuedLicence()
    const verdictOf = async (body: unknown) =>
      ((await post('', '/api/licences/verify', body)).json() as { verdict: string }).verdict
    expect(await verdictOf({ credential })).toBe('valid')
    expect(await verdictOf({ credential, document })).toBe('valid')
    expect(await verdictOf({ credential, document: { ...document, scope: '金融业务' } })).toBe('altered')
    expect(await verdictOf({ credential: forged(credential) })).toBe('altered')
    const foreign = await aForeignCredential(document)
    expect(await verdictOf({ credential: foreign })).toBe('unknown')
  })

  it('shows nothing of the register beside a forged credential', async () => {
    const { credential } = await anIssuedLicence()
    const response = await post('', '/api/licences/verify', { credential: forged(credential) })
    expect(response.json()).toMatchObject({ verdict: 'altered', name: null, number: '' })
  })

  it('publishes the keys with which WebCrypto checks a credential', async () => {
    const { credential } = await anIssuedLicence()
    const { keys } = (await get('', '/api/licences/keys')).json() as { keys: JsonWebKey[] }
    const key = await crypto.subtle.importKey('jwk', keys[0] ?? {}, 'Ed25519', false, ['verify'])
    const [head, body, seal = ''] = credential.split('.')
    const message = Buffer.from(`${head}.${body}`)
    expect(await crypto.subtle.verify('Ed25519', key, Buffer.from(seal, 'base64url'), message)).toBe(true)
  })
})

/** The last sign of the signature changed for another. */
function forged(credential: string): string {
  return credential.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
}

async function aForeignCredential(document: LicenceDocument): Promise<string> {
  return issueCredential(openKeyFolder(join(folder, 'foreign')), document)
}

describe('the papers', () => {
  it('go to their owner, signed, and to nobody else', async () => {
    const { number, document, credential } = await anIssuedLicence()
    for (const copy of ['original', 'duplicate'] as const) {
      const url = `/api/licences/${number}/${copy}.pdf`
      expect((await get('', url)).status).toBe(401)
      expect((await get('other', url)).status).toBe(404)
      const { status, headers } = await get('owner', url)
      const issued = { document, credential, issuedAt: clock.now() }
      const pdf = await service.papers.licence(issued, copy)
      expect(checkPdfSignature(pdf, roots)).toMatchObject({ ok: true })
      expect([status, headers['content-type'], Number(headers['content-length'])]).toEqual([
        200,
        'application/pdf',
        pdf.length,
      ])
    }
    expect((await get('owner', `/api/licences/${number}/approval.pdf`)).status).toBe(200)
    expect((await get('owner', '/api/licences/none/original.pdf')).status).toBe(404)
  })

  it('are no longer given for a revoked licence', async () => {
    const { number } = await anIssuedLicence('revoked')
    const response = await get('owner', `/api/licences/${number}/original.pdf`)
    expect([response.status, response.json()]).toEqual([
      410,
      expect.objectContaining({ code: 'licence-not-valid' }),
    ])
  })

  it('come with the credential that checks against the register', async () => {
    const { number, credential } = await anIssuedLicence()
    const read = (await get('owner', `/api/licences/${number}/licence`)).json() as {
      verificationLink: string
    }
    expect(read.verificationLink).toBe(`http://localhost/verify/${number}#${credential}`)
  })
})

describe('a print', () => {
  it('happens once among sixteen requests with one code', async () => {
    const { number } = await anIssuedLicence()
    const code = await aCode(number)
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => post('', '/api/licences/print', aSheet(code))),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(15).fill(404)])
  })

  it('happens once among sixteen codes of the same copy without a reason', async () => {
    const { number } = await anIssuedLicence()
    const codes = await Promise.all(Array.from({ length: 16 }, () => aCode(number)))
    const answers = await Promise.all(codes.map((code) => post('', '/api/licences/print', aSheet(code))))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(15).fill(409)])
  })

  it('wants a reason the second time, and keeps it with the sheet', async () => {
    const { number } = await anIssuedLicence()
    const first = await post('', '/api/licences/print', aSheet((await aCode(number)).toLowerCase()))
    expect(first.headers['content-type']).toBe('application/pdf')
    const refused = await post('owner', `/api/licences/${number}/prints`, { copy: 'original' })
    expect([refused.status, refused.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'print-needs-reason' }),
    ])
    const sheetOfSecond = aSheet(await aCode(number, { reason: '打印机卡纸' }))
    expect((await post('', '/api/licences/print', sheetOfSecond)).status).toBe(200)
    const { prints } = (await get('owner', `/api/licences/${number}/licence`)).json() as { prints: unknown[] }
    expect(prints).toHaveLength(2)
    expect(prints).toContainEqual(
      expect.objectContaining({ reason: '打印机卡纸', paperSerial: sheetOfSecond.paperSerial }),
    )
    expect(leaves.filter(({ act, subject }) => act === 'licence.printed' && subject === number)).toHaveLength(
      2,
    )
  })

  it('numbers the duplicates one after the other, and wants a reason for one that was printed', async () => {
    const { number } = await anIssuedLicence('valid', { duplicates: 2 })
    const copy = 'duplicate'
    const print = async (order: { reason?: string; place?: number } = {}) => {
      const { headers } = await post(
        '',
        '/api/licences/print',
        aSheet(await aCode(number, { copy, ...order })),
      )
      return /duplicate-\d-\d/.exec(String(headers['content-disposition']))?.[0]
    }
    expect([await print(), await print()]).toEqual(['duplicate-2-1', 'duplicate-2-2'])
    const order = (body: object) => post('owner', `/api/licences/${number}/prints`, { copy, ...body })
    expect((await order({})).json()).toMatchObject({ status: 409, code: 'print-needs-reason' })
    expect((await order({ place: 1 })).json()).toMatchObject({ code: 'print-needs-reason' })
    expect((await order({ place: 3 })).json()).toMatchObject({ status: 404, code: 'duplicate-unknown' })
    expect(await print({ place: 1, reason: '副本遗失' })).toBe('duplicate-2-1')
  })

  it('does not use a sheet twice, and the code stays good', async () => {
    const one = await anIssuedLicence()
    const two = await anIssuedLicence()
    const used = aSheet(await aCode(one.number))
    expect((await post('', '/api/licences/print', used)).status).toBe(200)
    const code = await aCode(two.number)
    const refused = await post('', '/api/licences/print', { ...used, code })
    expect(refused.json()).toMatchObject({ code: 'paper-serial-used' })
    expect((await post('', '/api/licences/print', aSheet(code))).status).toBe(200)
  })

  it('refuses an expired code and one for a licence revoked meanwhile', async () => {
    const { number } = await anIssuedLicence()
    const late = await aCode(number)
    clock.advance(31 * 60_000)
    expect((await post('', '/api/licences/print', aSheet(late))).json()).toMatchObject({
      code: 'print-code-unknown',
    })
    const code = await aCode(number)
    await superuser.query(
      `update guanjia.licence set status = 'revoked', revoked_at = now() where number = $1`,
      [number],
    )
    expect((await post('', '/api/licences/print', aSheet(code))).status).toBe(410)
    expect((await post('owner', `/api/licences/${number}/prints`, { copy: 'original' })).status).toBe(410)
  })

  it('gives the same code to whoever repeats the order, and keeps none in the database', async () => {
    const { number } = await anIssuedLicence()
    const key = randomUUID()
    const order = () => post('owner', `/api/licences/${number}/prints`, { copy: 'duplicate' }, key)
    const [first, again] = [(await order()).json(), (await order()).json()] as { code: string }[]
    expect(again).toEqual(first)
    expect(first?.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const { rows } = await superuser.query(
      `select (select string_agg(p::text, '') from guanjia.licence_print p)
           || (select string_agg(i::text, '') from guanjia.idempotency_record i) as everything`,
    )
    const code = first?.code ?? ''
    expect(rows[0].everything).not.toContain(code)
    expect(rows[0].everything).not.toContain(code.replaceAll('-', ''))
  })

  it('repeats the paper to a kiosk that lost the answer', async () => {
    const { number } = await anIssuedLicence()
    const request = aSheet(await aCode(number))
    const key = randomUUID()
    expect((await post('', '/api/licences/print', request, key)).status).toBe(200)
    expect((await post('', '/api/licences/print', request, key)).status).toBe(200)
  })

  it('is ordered by the owner or a clerk, not by others', async () => {
    const { number } = await anIssuedLicence()
    const order = (who: string) => post(who, `/api/licences/${number}/prints`, { copy: 'original' })
    expect((await order('other')).status).toBe(404)
    expect((await order('')).status).toBe(401)
    expect((await order('clerk')).status).toBe(201)
  })
})
