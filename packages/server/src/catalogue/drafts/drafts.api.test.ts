import { randomUUID } from 'node:crypto'
import type {
  readCatalogueDraft,
  readCatalogueHistory,
  readDraftService,
  saveDraftService,
} from '@guanjia/contract/catalogue'
import type { RouteOutput } from '@guanjia/contract/route'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { publishFirstCatalogue } from '../index.ts'

type Listing = RouteOutput<typeof readCatalogueDraft>
type Edited = RouteOutput<typeof saveDraftService>
type Plain = Record<string, unknown>

let app: TestApp
let keeper: Browser
let second: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-03-02T01:00:00Z' })
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  keeper = await app.signIn({ name: '沈目', roles: ['content-editor'] })
  second = await app.signIn({ name: '林录', roles: ['content-editor'] })
}, 120_000)
afterAll(() => app.close())

/** Gives up whatever draft a test left behind. */
afterEach(async () => {
  const { draft } = await listing(keeper)
  if (draft === null) return
  const { revision } = draft
  if (draft.state === 'proposed') await keeper.post('/api/catalogue/draft/return', { revision, note: '重来' })
  const open = draft.state === 'proposed' ? revision + 1 : revision
  await keeper.post('/api/catalogue/draft/discarding', { revision: open })
})

async function listing(browser: Browser): Promise<Listing> {
  return (await browser.get('/api/catalogue/draft')).json() as Listing
}

async function service(browser: Browser, id: string) {
  return (await browser.get(`/api/catalogue/draft/services/${id}`)).json() as RouteOutput<
    typeof readDraftService
  >
}

function put(browser: Browser, id: string, body: object) {
  const headers = { 'idempotency-key': randomUUID() }
  return browser.send({ method: 'PUT', url: `/api/catalogue/draft/services/${id}`, headers, body })
}

/** Begins a draft and writes one service of it. */
async function edit(browser: Browser, id: string, change: (plain: Plain) => Plain): Promise<Edited> {
  await browser.post('/api/catalogue/draft', { restores: null })
  const { revision, service: plain } = await service(browser, id)
  return (await put(browser, id, { revision, service: change(plain) })).json() as Edited
}

const shorter = (days: number) => (plain: Plain) => ({
  ...plain,
  committed: { ...(plain['committed'] as Plain), value: days },
})

async function propose(browser: Browser, effectiveOn: string, reason = '压减审查时限') {
  const { draft } = await listing(browser)
  return browser.post('/api/catalogue/draft/proposal', { revision: draft?.revision, reason, effectiveOn })
}

async function confirm(browser: Browser) {
  const { draft } = await listing(browser)
  return browser.post('/api/catalogue/draft/confirmation', { revision: draft?.revision })
}

const committedDays = async (id: string) =>
  ((await app.stranger.get(`/api/services/${id}`)).json() as { committed: { value: number } }).committed.value

describe('the draft of the next version', () => {
  it('begins with the text of the newest version, once, however many begin it', async () => {
    expect((await listing(keeper)).draft).toBeNull()
    const begun = await Promise.all(
      [keeper, second].map((browser) => browser.post('/api/catalogue/draft', { restores: null })),
    )
    expect(begun.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const { draft, services, newest } = await listing(second)
    expect(draft).toMatchObject({ base: 1, state: 'open', findings: [], services: [], others: [] })
    expect(newest).toMatchObject({ number: 1, effectiveOn: '2026-03-02' })
    expect(services).toHaveLength(77)
    expect(services.find(({ id }) => id === 'M307')).toMatchObject({
      name: '建筑工程施工许可证核发',
      initials: expect.stringContaining('sgxkz'),
      authority: '住房城乡建设部门',
      committed: { value: 1, unit: 'working-days' },
    })
  })

  it('tells what an edit changes', async () => {
    const edited = await edit(keeper, 'M302', shorter(3))
    expect(edited.findings).toEqual([])
    expect(edited.changes).toEqual([{ path: ['committed', 'value'], before: 5, after: 3 }])
    const { services } = await listing(keeper)
    expect(services.filter(({ change }) => change !== null).map(({ id }) => id)).toEqual(['M302'])
    expect(await committedDays('M302')).toBe(5)
  })

  it.each<[what: string, change: (plain: Plain) => Plain, code: string, path: readonly (string | number)[]]>([
    ['a time longer than the law allows', shorter(16), 'committed-too-long', ['committed', 'value']],
    [
      'a number without its source',
      (plain) => ({ ...plain, committed: { value: 3, unit: 'working-days', mark: 'U' } }),
      'text-missing',
      ['committed', 'source'],
    ],
    [
      'a condition on what nobody is asked',
      (plain) => ({ ...plain, when: 'fire.spezial' }),
      'attribute-unknown',
      ['when'],
    ],
    [
      'a prerequisite that is not there',
      (plain) => ({ ...plain, after: ['M999'] }),
      'id-unknown',
      ['after', 0],
    ],
    [
      'evidence that a register supplies',
      (plain) => ({ ...plain, evidence: [{ type: 'contractor-qualification', source: 'applicant' }] }),
      'evidence-obtainable',
      ['evidence', 0, 'source'],
    ],
    ['a circle', (plain) => ({ ...plain, after: ['M307'] }), 'after-in-a-circle', ['after']],
  ])('is kept with %s, which is told at its field and cannot be proposed', async (_, change, code, path) => {
    const { findings, text } = await edit(keeper, 'M302', change)
    const own = findings.filter(({ service: id }) => id === 'M302')
    const found = own.find((finding) => finding.code === code)
    expect(found?.path.slice(0, path.length)).toEqual(path)
    expect(text.split('\n')[(found?.line ?? 0) - 1]).toContain(String(path[0]))
    const refused = await propose(keeper, '2026-03-02')
    expect(refused.json()).toMatchObject({ status: 422, code: 'draft-has-findings' })
  })

  it('is written as YAML too, and shows the line and column of what cannot be read', async () => {
    await keeper.post('/api/catalogue/draft', { restores: null })
    const { revision, text } = await service(keeper, 'M302')
    const broken = text.replace('kind: permit', 'kind: [permit')
    const line = text.split('\n').indexOf('kind: permit') + 1
    const refused = (await put(keeper, 'M302', { revision, text: broken })).json() as {
      code: string
      errors: { field: string }[]
    }
    expect(refused.code).toBe('text-not-readable')
    expect(Number(refused.errors[0]?.field.split('.')[1])).toBeGreaterThanOrEqual(line)
    const changed = stringify({ ...(parse(text) as Plain), when: 'fire.special and build.civil' })
    const saved = (await put(keeper, 'M302', { revision, text: changed })).json() as Edited
    expect(saved.changes).toEqual([
      { path: ['when'], before: 'fire.special', after: 'fire.special and build.civil' },
    ])
  })

  it('is not written over by somebody who has not seen the latest save, and services keep their ids', async () => {
    await edit(keeper, 'M302', shorter(3))
    const late = await put(second, 'M302', { revision: 1, service: { id: 'M302' } })
    expect(late.json()).toMatchObject({ status: 409, code: 'draft-changed-meanwhile' })
    const renamed = await put(second, 'M302', { revision: 2, service: { id: 'M399' } })
    expect(renamed.json()).toMatchObject({ status: 422, code: 'service-renamed' })
    expect((await put(second, 'M999', { revision: 2, service: { id: 'M999' } })).status).toBe(404)
  })

  it('can be given up and begun anew', async () => {
    await edit(keeper, 'M302', shorter(3))
    expect((await keeper.post('/api/catalogue/draft/discarding', { revision: 2 })).status).toBe(200)
    expect((await listing(keeper)).draft).toBeNull()
    expect((await keeper.post('/api/catalogue/draft', { restores: null })).status).toBe(201)
    expect((await service(keeper, 'M302')).changes).toEqual([])
  })
})

/** Publishes an edit, in force at once; gives its number. */
async function publishShorter(days: number): Promise<number> {
  await edit(keeper, 'M302', shorter(days))
  await propose(keeper, '2026-03-02')
  return ((await confirm(second)).json() as { number: number }).number
}

describe('publishing', () => {
  it('takes two people, a reason and a first day, and leaves its leaves', async () => {
    await edit(keeper, 'M302', shorter(4))
    expect((await propose(keeper, '2026-03-01')).json()).toMatchObject({ code: 'effective-date-past' })
    expect((await propose(keeper, '2026-03-02')).status).toBe(200)
    expect((await confirm(keeper)).status).toBe(403)
    expect((await confirm(second)).json()).toMatchObject({ number: 2, effectiveOn: '2026-03-02' })
    expect(await committedDays('M302')).toBe(4)
    const history = (await second.get('/api/catalogue/history')).json()
    expect((history as RouteOutput<typeof readCatalogueHistory>).versions).toMatchObject([
      {
        number: 2,
        state: 'in-force',
        reason: '压减审查时限',
        proposedBy: { name: '沈目' },
        confirmedBy: { name: '林录' },
        services: [{ id: 'M302', kind: 'changed', name: '特殊建设工程消防设计审查' }],
        others: 0,
      },
      { number: 1, state: 'past', reason: null, proposedBy: null },
    ])
    await app.settle()
    const leaves = JSON.stringify((await app.stranger.get('/api/ledger/leaves?count=50')).json())
    expect(leaves).toContain('catalogue.proposed')
    expect(leaves).toContain('catalogue/2')
    expect(leaves).not.toContain(keeper.personId)
  })

  it('can be returned by the second person with a note, and is open again', async () => {
    await edit(keeper, 'M302', shorter(3))
    await propose(keeper, '2026-03-02')
    const locked = await put(keeper, 'M302', { revision: 3, service: { id: 'M302' } })
    expect(locked.json()).toMatchObject({ code: 'draft-proposed' })
    const returned = await second.post('/api/catalogue/draft/return', { revision: 3, note: '请附依据' })
    expect(returned.status).toBe(200)
    expect((await listing(keeper)).draft).toMatchObject({ state: 'open', returnedNote: '请附依据' })
    expect((await confirm(second)).json()).toMatchObject({ code: 'draft-not-proposed' })
  })

  it('publishes once where two confirm at the same moment', async () => {
    const third = await app.signIn({ name: '第三人', roles: ['content-editor'] })
    const { newest } = await listing(keeper)
    await edit(keeper, 'M302', shorter(2))
    await propose(keeper, '2026-03-02')
    const answers = await Promise.all([confirm(second), confirm(third)])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await listing(keeper)).newest.number).toBe(newest.number + 1)
  })

  it('refuses a draft that says nothing else, and one person in the place of two', async () => {
    await keeper.post('/api/catalogue/draft', { restores: null })
    expect((await propose(keeper, '2026-03-02')).json()).toMatchObject({ code: 'catalogue-unchanged' })
    await expect(
      app.asSuperuser(
        `insert into guanjia.catalogue_version (number, hash, content, effective_on, published_at, published_by,
           proposed_by, confirmed_by)
         select 99, hash, content, effective_on, now(), 'x', '${keeper.personId}', '${keeper.personId}'
         from guanjia.catalogue_version where number = 1`,
      ),
    ).rejects.toThrow(/catalogue_version_two_people/)
  })

  it('rolls back by publishing the text of an earlier version as a new one, by two people again', async () => {
    const number = await publishShorter(1)
    const again = await second.post('/api/catalogue/draft', { restores: number })
    expect(again.json()).toMatchObject({ code: 'catalogue-unchanged' })
    expect((await second.post('/api/catalogue/draft', { restores: 1 })).status).toBe(201)
    expect((await listing(second)).draft).toMatchObject({ origin: 'restored', restores: 1, base: number })
    await propose(second, '2026-03-02', '人手不足，恢复原时限')
    expect((await confirm(second)).status).toBe(403)
    expect((await confirm(keeper)).json()).toMatchObject({ number: number + 1 })
    expect(await committedDays('M302')).toBe(5)
    const compared = (await keeper.get(`/api/catalogue/history/${number + 1}?against=1`)).json()
    expect(compared).toMatchObject({ services: [], others: [] })
    const undone = (await keeper.get(`/api/catalogue/history/${number + 1}`)).json()
    expect(undone).toMatchObject({
      against: number,
      services: [{ id: 'M302', changes: [{ path: ['committed', 'value'], before: 1, after: 5 }] }],
    })
  })

  it('waits for its first day: no later one takes its text into force sooner, but a restored one replaces it', async () => {
    await edit(keeper, 'M302', shorter(3))
    await propose(keeper, '2026-03-04')
    const coming = ((await confirm(second)).json() as { number: number }).number
    expect(await committedDays('M302')).toBe(5)
    const states = async () => {
      const history = (await second.get('/api/catalogue/history')).json()
      const { versions } = history as RouteOutput<typeof readCatalogueHistory>
      return new Map(versions.map(({ number, state }) => [number, state]))
    }
    expect((await states()).get(coming)).toBe('coming')
    await edit(keeper, 'M307', (plain) => ({ ...plain, name: { 'zh-CN': '施工许可', en: 'Permit' } }))
    const early = (await propose(keeper, '2026-03-02')).json()
    expect(early).toMatchObject({ code: 'effective-before-newest', status: 422 })
    expect(JSON.stringify(early)).toContain('2026年3月4日')
    const { draft } = await listing(keeper)
    await keeper.post('/api/catalogue/draft/discarding', { revision: draft?.revision })
    await second.post('/api/catalogue/draft', { restores: coming - 1 })
    await propose(second, '2026-03-02')
    const restored = ((await confirm(keeper)).json() as { number: number }).number
    const after = await states()
    expect([after.get(coming), after.get(restored)]).toEqual(['skipped', 'in-force'])
    app.clock.advance(3 * 24 * 3_600_000)
    expect(await committedDays('M302')).toBe(5)
    keeper = await app.signIn({ name: '沈目', roles: ['content-editor'] })
  })
})
