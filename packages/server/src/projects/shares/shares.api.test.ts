import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { publishFirstCatalogue } from '../../catalogue/index.ts'
import { pageTexts, readPdfFile } from '../../platform/documents/index.ts'
import { shareTables } from './share-store.ts'

const examples = join(import.meta.dirname, '../../../../../content/qingdao/examples/projects')

function factsOf(example: string): Record<string, unknown> {
  const file = readFileSync(join(examples, example), 'utf8')
  return (parse(file) as { readonly facts: Record<string, unknown> }).facts
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

/** A project with the first version of its plan. */
async function plannedProject(
  app: TestApp,
  example = 'p1-tcm-innovation-base.yaml',
): Promise<{ owner: Browser; url: string }> {
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  await app.signIn({ name: '李卓', roles: ['steward'] })
  await app.signIn({ name: '周航', roles: ['steward'] })
  const owner = await app.signIn({ name: '林海宁' })
  const made = await owner.post('/api/projects', { name: '中医药传承创新基地一期', kind: 'medical' })
  const url = `/api/projects/${(made.json() as { id: string }).id}`
  const headers = { 'idempotency-key': randomUUID() }
  await owner.send({
    method: 'PATCH',
    url: `${url}/facts`,
    headers,
    body: { answersVersion: 1, facts: flat(factsOf(example)) },
  })
  await owner.post(`${url}/plans`, { start: '2023-02-01' })
  return { owner, url }
}

interface Share {
  readonly id: string
  readonly url: string
  readonly opened: number
}

async function shareOf(owner: Browser, url: string, kind: 'read' | 'calendar'): Promise<Share> {
  const made = await owner.post(`${url}/shares`, { kind })
  expect(made.status).toBe(201)
  return made.json() as Share
}

/** The address of the API behind a link. */
function addressBehind({ url }: Share): string {
  return `/api/shared-plans/${/\/(?:plan|shared-plans)\/([\w-]+)/.exec(url)?.[1] ?? ''}`
}

describe('a read-only link', () => {
  it('opens the plan without signing in, tells nothing personal, and counts how often', async () => {
    await using app = await testApp()
    const { owner, url } = await plannedProject(app)
    const share = await shareOf(owner, url, 'read')
    expect(share.url).toMatch(/\/plan\/[\w-]{22}$/)
    const opened = await app.stranger.get(addressBehind(share))
    expect(opened.json()).toMatchObject({
      project: { name: '中医药传承创新基地一期', stewards: [expect.stringMatching(/^(李卓|周航)$/)] },
      version: 1,
    })
    expect(opened.text).not.toContain('林海宁')
    await app.stranger.get(addressBehind(share))
    const { shares } = (await owner.get(`${url}/shares`)).json() as { shares: Share[] }
    expect(shares).toMatchObject([{ id: share.id, url: share.url, opened: 2 }])
  })

  it('is a picture with its code for whoever may share, and none for a calendar or a stranger', async () => {
    await using app = await testApp()
    const { owner, url } = await plannedProject(app)
    const share = await shareOf(owner, url, 'read')
    const card = await owner.get(`${url}/shares/${share.id}/card.svg`)
    expect(card.headers['content-type']).toBe('image/svg+xml')
    expect(card.text).toContain('中医药传承创新基地一期')
    expect(card.text).not.toContain('林海宁')
    const feed = await shareOf(owner, url, 'calendar')
    expect(await owner.get(`${url}/shares/${feed.id}/card.svg`)).toMatchObject({ status: 410 })
    expect((await app.stranger.get(`${url}/shares/${share.id}/card.svg`)).status).toBe(401)
  })

  it('opens no more once it is stopped, has ended, or is none', async () => {
    await using app = await testApp()
    const { owner, url } = await plannedProject(app)
    const [stopped, ending] = [await shareOf(owner, url, 'read'), await shareOf(owner, url, 'read')]
    const headers = { 'idempotency-key': randomUUID() }
    const revoked = await owner.send({ method: 'DELETE', url: `${url}/shares/${stopped.id}`, headers })
    expect(revoked.json()).toEqual({ revoked: 1 })
    const visitor = app.stranger
    expect(await visitor.get(addressBehind(stopped))).toMatchObject({ status: 410 })
    expect(await visitor.get('/api/shared-plans/AAAAAAAAAAAAAAAAAAAAAA')).toMatchObject({ status: 410 })
    expect((await visitor.get(addressBehind(ending))).status).toBe(200)
    app.clock.advance(92 * 86_400_000)
    expect((await visitor.get(addressBehind(ending))).json()).toMatchObject({ code: 'share-gone' })
  })

  it('lasts a year at most, keeps its token nowhere, and opens no calendar', async () => {
    await using app = await testApp()
    const { owner, url } = await plannedProject(app)
    const far = await owner.post(`${url}/shares`, { kind: 'read', until: '2099-01-01' })
    expect(far.json()).toMatchObject({ code: 'share-too-long' })
    const share = await shareOf(owner, url, 'read')
    const token = share.url.split('/').at(-1) ?? ''
    expect(await app.stranger.get(`/api/shared-plans/${token}/calendar.ics`)).toMatchObject({ status: 410 })
    const kept = await shareTables(app.database).selectFrom('project_share').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(token)
  })
})

describe('a calendar feed', () => {
  it('keeps the id of every event from version to version, and says that it changed', async () => {
    await using app = await testApp()
    const { owner, url } = await plannedProject(app)
    const share = await shareOf(owner, url, 'calendar')
    const read = async () => {
      const feed = await app.stranger.get(`${addressBehind(share)}/calendar.ics`)
      expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8')
      return feed.text
    }
    const idsIn = (feed: string) => [...feed.matchAll(/^UID:(.*)$/gm)].map(([, id]) => id?.trim())
    const first = await read()
    expect(first).toContain('BEGIN:VALARM')
    expect(first).toContain('SEQUENCE:1')
    await owner.post(`${url}/plans`, { durations: { A703: 4 } })
    const second = await read()
    expect(second).toContain('SEQUENCE:2')
    expect(idsIn(second)).toEqual(idsIn(first))
    expect(new Set(idsIn(first)).size).toBe(idsIn(first).length)
  })
})

describe('the papers of a plan', () => {
  it('are one A3 page that names every step', async () => {
    await using app = await testApp()
    const { owner, url } = await plannedProject(app, 'p4-office-fitout.yaml')
    const pdf = await owner.get(`${url}/plan/paper?format=pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const pages = pageTexts(readPdfFile(pdf.bytes))
    expect(pages).toHaveLength(1)
    const { plan } = (await owner.get(`${url}/plan`)).json() as { plan: { steps: { name: string }[] } }
    const [page = ''] = pages
    const missing = plan.steps
      .map(({ name }) => name.replaceAll(/（[^）]*）/g, ''))
      .filter((name) => !page.replaceAll(/\s/g, '').includes(name.replaceAll(/\s/g, '')))
    expect(missing).toEqual([])
  })

  it('are files for other software, and none for a commitment that is unknown', async () => {
    await using app = await testApp()
    const { owner, url } = await plannedProject(app)
    const kinds = ['svg', 'xlsx', 'mspdi'].map(async (format) => {
      const answered = await owner.get(`${url}/plan/paper?format=${format}`)
      return [answered.status, answered.headers['content-type'], answered.headers['content-disposition']]
    })
    expect(await Promise.all(kinds)).toEqual([
      [200, 'image/svg+xml', expect.stringMatching(/^attachment; filename="XM.*-1\.svg"$/)],
      [200, expect.stringContaining('spreadsheetml'), expect.stringMatching(/\.xlsx"$/)],
      [200, 'application/xml', expect.stringMatching(/\.xml"$/)],
    ])
    expect((await owner.get(`${url}/plan/paper?format=pdf&sign=C9`)).json()).toMatchObject({
      code: 'commitment-unknown',
    })
  })
})
