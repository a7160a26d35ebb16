import { join } from 'node:path'
import { platformProblems } from '@guanjia/contract/problem'
import { testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'
import { createApp, declaredRoutes } from './app.ts'
import { readProblemTexts } from './platform/http/problems/problem-texts.ts'

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
    expect(figures.text).toContain('guanjia_outbox_waiting 0')
    const proxied = { method: 'GET', url: '/metrics', headers: { 'x-forwarded-for': '9.9.9.9' } } as const
    expect((await town.stranger.send(proxied)).status).toBe(404)
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
