import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { letterDigest, letterSignatureBytes } from '@guanjia/core/projects'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { publishFirstCatalogue } from '../../catalogue/index.ts'
import { pageTexts, readPdfFile } from '../../platform/documents/index.ts'
import { verifyEd25519 } from '../../platform/signing/index.ts'
import { projectsTables } from '../projects-tables.ts'

const examples = join(import.meta.dirname, '../../../../../content/qingdao/examples/projects')
const { facts } = parse(readFileSync(join(examples, 'p1-tcm-innovation-base.yaml'), 'utf8')) as {
  readonly facts: Readonly<Record<string, unknown>>
}

/** The facts of the example by their dotted names. */
function flat(values: Readonly<Record<string, unknown>>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value] as const],
    ),
  )
}

let app: TestApp
let owner: Browser

beforeAll(async () => {
  app = await testApp({ now: '2023-02-01T01:00:00Z' })
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  await app.signIn({ name: '李卓', roles: ['steward'] })
  await app.signIn({ name: '周航', roles: ['steward'] })
  owner = await app.signIn({ name: '林海宁' })
}, 240_000)
afterAll(() => app.close())

/** A project with a plan; gives the address under which it is asked about. */
async function planned(): Promise<string> {
  const made = await owner.post('/api/projects', {
    name: '中医药传承创新基地一期',
    kind: 'medical',
    facts: flat(facts),
  })
  const url = `/api/projects/${(made.json() as { id: string }).id}`
  expect((await owner.post(`${url}/plans`, { start: '2023-02-01' })).json()).toMatchObject({ version: 1 })
  return url
}

interface Draft {
  readonly digest: string
  readonly document: Parameters<typeof letterDigest>[0]
}

async function draft(url: string, ids: string): Promise<Draft> {
  return (await owner.get(`${url}/commitments/letter?commitments=${ids}`)).json() as Draft
}

async function sign(url: string, ids: readonly string[], confirmed: readonly string[] = []) {
  const { digest } = await draft(url, ids.join(','))
  return owner.post(`${url}/commitments`, { commitments: ids, confirmed, documentDigest: digest })
}

interface Listed {
  readonly commitments: readonly {
    readonly id: string
    readonly later: readonly { readonly name: string; readonly due: string | null }[]
    readonly conditions: readonly { readonly state: string; readonly confirm: string | null }[]
    readonly signed: { readonly letter: string; readonly withdrawable: boolean } | null
  }[]
  readonly letters: readonly { readonly id: string; readonly commitments: readonly object[] }[]
}

async function listed(url: string): Promise<Listed> {
  return (await owner.get(`${url}/commitments`)).json() as Listed
}

async function permitOf(url: string): Promise<number> {
  const { plan } = (await owner.get(`${url}/plan`)).json() as { plan: { workingDays: { permit: number } } }
  return plan.workingDays.permit
}

describe('a letter of commitment', () => {
  it('says before it is signed what is promised, what comes later and what follows if it does not', async () => {
    const url = await planned()
    const { document, digest } = await draft(url, 'C1,C3')
    expect(letterDigest(document)).toBe(digest)
    expect(document.told.map(({ id }) => id)).toEqual(['C1', 'C3'])
    const words = JSON.stringify(document)
    for (const part of [
      '中标候选人公示已结束',
      '中标通知书、',
      '自取得许可之日起15个工作日',
      '依法撤销',
      '林海宁',
    ])
      expect(words).toContain(part)
  })

  it('is refused while a condition is neither known nor stated, and over other words than were read', async () => {
    const url = await planned()
    expect((await sign(url, ['C1'])).json()).toMatchObject({ code: 'commitment-condition-open' })
    const { digest } = await draft(url, 'C3')
    const other = { commitments: ['C1'], confirmed: ['tender.candidatePublished'], documentDigest: digest }
    expect((await owner.post(`${url}/commitments`, other)).json()).toMatchObject({ code: 'document-changed' })
    expect((await listed(url)).letters).toEqual([])
  })

  it('is refused to whom the condition cannot be met, whatever is stated', async () => {
    const url = await planned()
    const answered = { answersVersion: 1, facts: { 'build.lowRisk': false } }
    await owner.send({
      method: 'PATCH',
      url: `${url}/facts`,
      headers: { 'idempotency-key': url },
      body: answered,
    })
    await owner.post(`${url}/plans`)
    const drafted = await owner.get(`${url}/commitments/letter?commitments=C2`)
    expect(drafted.json()).toMatchObject({ code: 'commitment-not-applicable' })
  })

  it('counts in the plan at once, with both a working week sooner and the first plan untouched', async () => {
    const url = await planned()
    const before = await permitOf(url)
    const signed = await sign(url, ['C1', 'C3'], ['tender.candidatePublished'])
    expect(signed.status).toBe(201)
    expect(before - (await permitOf(url))).toBeGreaterThanOrEqual(5)
    const { versions } = (await owner.get(`${url}/plans`)).json() as {
      versions: { version: number; changes: { kind: string; what: string }[] }[]
    }
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
    expect(versions[0]?.changes.map(({ kind }) => kind)).toEqual([
      'facts',
      'commitment-signed',
      'commitment-signed',
    ])
    const saved = (await owner.get(`${url}/days-saved`)).json() as {
      lines: Record<string, { workingDays: number }>
      total: { workingDays: number }
    }
    expect(saved.lines['commitments']?.workingDays).toBe(saved.total.workingDays)
    expect(saved.total.workingDays).toBe(before - (await permitOf(url)))
    expect((await sign(url, ['C3'])).json()).toMatchObject({ code: expect.any(String) })
  })

  it('carries a signature over its own digest, and prints what was signed', async () => {
    const url = await planned()
    const { letter, signedAt } = (await sign(url, ['C3'])).json() as { letter: string; signedAt: string }
    const row = await projectsTables(app.database)
      .selectFrom('project_letter')
      .selectAll()
      .where('id', '=', letter)
      .executeTakeFirstOrThrow()
    const statement = {
      projectId: row.project_id,
      documentDigest: letterDigest(row.document),
      signerId: owner.personId,
      signedAt,
    }
    expect(verifyEd25519(row.public_key, letterSignatureBytes(statement), row.signature)).toBe(true)
    expect(
      verifyEd25519(row.public_key, letterSignatureBytes({ ...statement, signedAt: '' }), row.signature),
    ).toBe(false)
    const paper = await owner.get(`${url}/letters/${letter}`)
    expect(paper.headers['content-type']).toBe('application/pdf')
    const text = pageTexts(readPdfFile(paper.bytes)).join('').replace(/\s/g, '')
    expect(text).toContain('承诺书')
    expect(text).toContain(row.digest.slice(0, 16))
  })

  it('is signed by the person themselves alone, after a face check', async () => {
    const url = await planned()
    const { digest } = await draft(url, 'C3')
    const steward = await app.signIn({ name: '李卓', roles: ['steward'] })
    const body = { commitments: ['C3'], confirmed: [], documentDigest: digest }
    expect((await steward.post(`${url}/commitments`, body)).status).toBe(404)
  })
})

describe('a commitment', () => {
  it('is withdrawn before the approval, and the plan goes back to the longer way', async () => {
    const url = await planned()
    const before = await permitOf(url)
    await sign(url, ['C3'])
    const withdrawn = await owner.post(`${url}/commitments/withdrawal`, { commitment: 'C3' })
    expect(withdrawn.json()).toEqual({ version: 3 })
    expect(await permitOf(url)).toBe(before)
    expect((await listed(url)).commitments.find(({ id }) => id === 'C3')?.signed).toBeNull()
    const again = await owner.post(`${url}/commitments/withdrawal`, { commitment: 'C3' })
    expect(again.json()).toMatchObject({ code: 'commitment-not-signed' })
    expect((await sign(url, ['C3'])).status).toBe(201)
  })

  it('stands in the case of its service from the moment that case is opened', async () => {
    const url = await planned()
    await sign(url, ['C1', 'C3'], ['tender.candidatePublished'])
    const opened = (await owner.post(`${url}/steps/M307/case`)).json() as { caseId: string; isNew: boolean }
    expect(opened.isNew).toBe(true)
    const { service } = (await owner.get(`/api/cases/${opened.caseId}`)).json() as {
      service: {
        promises: { id: string; signed: boolean }[]
        requirements: { id: string; state: string }[]
      }
    }
    expect(service.promises).toContainEqual(expect.objectContaining({ id: 'C1', signed: true }))
    expect(service.requirements).toContainEqual(
      expect.objectContaining({ id: 'award-notice', state: 'promised' }),
    )
    const again = (await owner.post(`${url}/steps/M307/case`)).json()
    expect(again).toMatchObject({ caseId: opened.caseId, isNew: false })
  })

  it('reaches a case that is open already, and leaves it when it is withdrawn', async () => {
    const url = await planned()
    const { caseId } = (await owner.post(`${url}/steps/M307/case`)).json() as { caseId: string }
    const promised = async () => {
      const { service } = (await owner.get(`/api/cases/${caseId}`)).json() as {
        service: { promises: { id: string; signed: boolean }[] }
      }
      return service.promises.filter(({ signed }) => signed).map(({ id }) => id)
    }
    await sign(url, ['C1'], ['tender.candidatePublished'])
    expect(await promised()).toEqual(['C1'])
    await owner.post(`${url}/commitments/withdrawal`, { commitment: 'C1' })
    expect(await promised()).toEqual([])
  })
})
