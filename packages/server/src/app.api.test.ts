import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { platformProblems } from '@guanjia/contract/problem'
import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'
import { createApp, declaredRoutes } from './app.ts'
import { readConfig } from './config.ts'
import { readProblemTexts } from './platform/http/problems/problem-texts.ts'
import { openResources } from './platform/resources.ts'

describe(createApp, () => {
  it('implements every route of the contract, and says who is signed in', async () => {
    await using town = await testApp()
    expect((await town.stranger.get('/api/session')).json()).toMatchObject({ signedIn: false })
    const registrar = await town.signIn({ name: '王敏', roles: ['registrar'] })
    expect((await registrar.get('/api/session')).json()).toMatchObject({ name: '王敏', roles: ['registrar'] })
  })

  it('has a text in both languages for every code that a route may answer with', () => {
    const texts = readProblemTexts(join(import.meta.dirname, '../../../content/qingdao'))
    const codes = [...Object.keys(platformProblems), ...declaredRoutes.flatMap((route) => route.problems)]
    const missing = codes.filter((code) => !texts(code, 'zh-CN') || !texts(code, 'en'))
    expect(codes.length).toBeGreaterThan(20)
    expect([...new Set(missing)]).toEqual([])
  })

  it('serves the description of its routes that is kept beside the contract, statuses of refusals and all', async () => {
    await using town = await testApp()
    const kept = readFileSync(join(import.meta.dirname, '../../contract/openapi.json'), 'utf8')
    const served = (await town.stranger.get('/api/openapi.json')).json() as { paths: Record<string, unknown> }
    expect(served).toEqual(JSON.parse(kept))
    expect(served.paths['/api/registration/applications/{id}/seat']).toMatchObject({
      post: { responses: { 404: { 'x-problems': ['seat-unknown'] } } },
    })
  })

  it('asks for a session before the stream of news', async () => {
    await using town = await testApp()
    expect((await town.stranger.get('/api/events')).json()).toMatchObject({ code: 'log-in-required' })
  })

  it('tells watchers that it lives and can work, and shows figures to this machine alone', async () => {
    await using town = await testApp()
    expect((await town.stranger.get('/healthz')).json()).toEqual({ alive: true })
    expect((await town.stranger.get('/readyz')).json()).toEqual({
      ready: true,
      checks: { database: true, disk: true },
    })
    const figures = await town.stranger.get('/metrics')
    expect(figures.text).toMatch(
      /guanjia_http_request_seconds_count\{method="GET",route="\/readyz",status="200"\} 1/,
    )
    for (const figure of [
      'outbox_waiting',
      'outbox_failing',
      'jobs_waiting',
      'jobs_given_up',
      'ledger_missing',
    ])
      expect(figures.text).toContain(`guanjia_${figure} 0\n`)
    expect(figures.text).toMatch(/guanjia_ledger_waiting \d+\n/)
    expect(figures.text).toMatch(/guanjia_disk_free_bytes \d/)
    const proxied = { method: 'GET', url: '/metrics', headers: { 'x-forwarded-for': '9.9.9.9' } } as const
    expect((await town.stranger.send(proxied)).status).toBe(404)
  })

  it('shows figures elsewhere to whoever brings the token, and to nobody without it', async () => {
    await using town = await testApp({ env: { GUANJIA_METRICS_TOKEN: 'for-prometheus' } })
    const ask = async (headers: Record<string, string>) =>
      (await town.stranger.send({ method: 'GET', url: '/metrics', headers })).status
    const elsewhere = { 'x-forwarded-for': '9.9.9.9' }
    expect(await ask({ ...elsewhere, authorization: 'Bearer for-prometheus' })).toBe(200)
    expect(await ask({ ...elsewhere, authorization: 'Bearer for-prometheu' })).toBe(404)
    expect(await ask({})).toBe(404)
  })

  it('does not open over a ledger that was signed with the keys of another host', async () => {
    await using town = await testApp()
    const act = { name: 'test.act', principal: systemPrincipal('test'), correlationId: 'c', subject: 's' }
    await town.ports.runCommand({ ...act, legal: true }, async ({ record }) => {
      record({ act: 'test.done', subject: 's', body: {} })
      return accept(1)
    })
    await town.settle()
    const env = { GUANJIA_DATA: mkdtempSync(join(tmpdir(), 'other-host-')), GUANJIA_LOG_LEVEL: 'silent' }
    const { config, secrets } = readConfig({ ...env, GUANJIA_DISK_RESERVE_MB: '0' }, { demonstration: true })
    const address = { url: town.adminUrl, role: 'guanjia_app' } as const
    const here = { ...config, logFile: undefined, address, clock: town.clock }
    await using resources = await openResources(here)
    const leadDesk = { ...address, role: 'guanjia_leads_desk' } as const
    await expect(createApp({ config, secrets, resources, leadDesk })).rejects.toThrow('GUANJIA_KEYS')
  })

  it('ends the streams and takes nothing new once it closes', async () => {
    await using town = await testApp()
    const wang = await town.signIn({})
    const stream = wang.get('/api/events')
    const news = { topic: `person:${wang.personId}`, type: 'case.decided', id: '1' }
    await town.database.transaction().execute((tx) => town.app.ports.live.publish(tx, news))
    const closed = town.app.close()
    const { headers, text } = await stream
    expect(headers['content-type']).toBe('text/event-stream')
    expect(text).toMatch(/^retry: 3000\n\n/)
    await closed
  })
})
