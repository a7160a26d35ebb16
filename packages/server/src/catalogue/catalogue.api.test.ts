import type { listServices, readService } from '@guanjia/contract/catalogue'
import type { RouteOutput } from '@guanjia/contract/route'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from './index.ts'

type List = RouteOutput<typeof listServices>
type Guide = RouteOutput<typeof readService>

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }
let app: TestApp

beforeAll(async () => {
  app = await testApp({ now: '2026-03-02T01:00:00Z' })
  await publishFirstCatalogue(app.ports, publisher)
}, 60_000)
afterAll(() => app.close())

async function list(query: string): Promise<List> {
  const answer = await app.stranger.get(`/api/services${query}`)
  expect(answer.status).toBe(200)
  return answer.json() as List
}

async function found(query: string): Promise<readonly string[]> {
  return (await list(query)).services.map(({ id }) => id)
}

describe('the list of services', () => {
  it('shows all of them to everybody, with the version they stand in', async () => {
    expect(await list('')).toMatchObject({ version: 1, effectiveOn: '2026-03-02', total: 77 })
    expect(await found('')).toHaveLength(77)
  })
  it('filters by stage, kind and authority', async () => {
    expect(await found('?stage=3&kind=permit&authority=water')).toEqual(['M310', 'M316'])
    expect(await found('?kind=tender')).toEqual(['M205'])
    expect((await app.stranger.get('/api/services?stage=6')).status).toBe(400)
  })
  it.each([
    ['施工许可证', ['M307', 'M308']],
    ['sgxkz', ['M307', 'M308']],
    ['SGXKZ 分阶段', ['M308']],
    ['permit in phases', ['M308']],
    ['m307', ['M307']],
    ['中标通知书', ['M205']],
    ['没有的事', []],
  ])('finds by %s', async (text, ids) => {
    expect(await found(`?text=${encodeURIComponent(text)}`)).toEqual(ids)
  })
  it('speaks the language of the request', async () => {
    const answer = await app.stranger.send({
      method: 'GET',
      url: '/api/services?text=M307',
      headers: { 'accept-language': 'en' },
    })
    expect(answer.json()).toMatchObject({
      services: [{ name: 'Construction permit', authority: 'Housing and construction authority' }],
    })
  })
})

describe('the guide of a service', () => {
  it('says who, when, how long, with what, on which article, before and after what', async () => {
    const guide = (await app.stranger.get('/api/services/M307')).json() as Guide
    expect(guide).toMatchObject({
      name: '建筑工程施工许可证核发',
      authorities: ['住房城乡建设部门', '行政审批服务部'],
      stage: { stage: 3, name: '施工许可' },
      legalBasis: [{ statute: '建筑法', article: '8', from: '2019-04-23', mark: 'S' }],
      statutory: { value: 7, unit: 'natural-days', mark: 'U' },
      committed: { value: 1, unit: 'working-days', mark: 'U' },
      makeUp: { value: 15, unit: 'working-days' },
      outputs: [{ validity: { value: 3, unit: 'months', mark: 'S' } }],
    })
    expect(guide.when?.words).toContain('总建筑面积 ≥ 300 平方米')
    expect(guide.after).toContainEqual({
      anyOf: [{ id: 'M202', name: '建设工程规划许可证核发' }],
      reason: '建筑法第8条：已取得规划许可',
    })
    expect(guide.before.map(({ id }) => id)).toEqual(['M404', 'M408'])
  })
  it('says of each piece of evidence where it comes from', async () => {
    const { evidence } = (await app.stranger.get('/api/services/M307')).json() as Guide
    const of = (id: string) => evidence.find((one) => one.id === id)
    expect(of('award-notice')).toMatchObject({
      source: 'kept',
      givenBy: [{ id: 'M205' }],
      mayFollow: true,
      when: '依法必须招标',
    })
    expect(of('land-use-proof')).toMatchObject({ source: 'register', registers: ['不动产登记系统'] })
    expect(of('construction-contract')).toMatchObject({ source: 'applicant', registers: [], givenBy: [] })
  })
  it('does not know a service of another name', async () => {
    expect((await app.stranger.get('/api/services/M999')).json()).toMatchObject({ code: 'service-unknown' })
  })
})

describe('a version of the catalogue', () => {
  it('is the first one for ever: the house publishes no second one by itself', async () => {
    await publishFirstCatalogue(app.ports, publisher)
    const { versions } = (await app.stranger.get('/api/catalogue/versions')).json() as {
      versions: readonly { readonly number: number; readonly hash: string }[]
    }
    expect(versions).toHaveLength(1)
    expect(versions[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  })
  it('can be read as content, whole', async () => {
    const version = (await app.stranger.get('/api/catalogue/versions/1')).json() as {
      readonly content: { readonly services: readonly object[] }
    }
    expect(version.content.services).toHaveLength(77)
    expect((await app.stranger.get('/api/catalogue/versions/2')).json()).toMatchObject({
      code: 'version-unknown',
    })
  })
  it('cannot be changed by the app', async () => {
    const change = app.database.withTables<{ catalogue_version: { hash: string } }>()
    await expect(change.updateTable('catalogue_version').set({ hash: 'x' }).execute()).rejects.toThrow(
      /denied/,
    )
    await expect(change.deleteFrom('catalogue_version').execute()).rejects.toThrow(/denied/)
  })
  it('leaves a leaf in the ledger', async () => {
    await app.settle()
    const { leaves } = (await app.stranger.get('/api/ledger/leaves?count=20')).json() as {
      leaves: readonly unknown[]
    }
    expect(JSON.stringify(leaves)).toContain('catalogue.published')
  })
  it('is in force from its day on, and stays readable when a later one follows', async () => {
    await using later = await testApp({ now: '2026-03-02T01:00:00Z' })
    await publishFirstCatalogue(later.ports, publisher)
    await later.asSuperuser(
      `insert into guanjia.catalogue_version
       select 2, hash, content, '2026-03-04', published_at, published_by from guanjia.catalogue_version`,
    )
    const version = async () => ((await later.stranger.get('/api/services')).json() as List).version
    expect(await version()).toBe(1)
    later.clock.advance(2 * 24 * 3_600_000)
    expect(await version()).toBe(2)
    expect((await later.stranger.get('/api/catalogue/versions/1')).status).toBe(200)
  })
  it('is missed, and said to be, where none was published', async () => {
    await using empty = await testApp()
    expect((await empty.stranger.get('/api/services')).json()).toMatchObject({
      code: 'catalogue-unpublished',
    })
  })
})
