import { randomUUID } from 'node:crypto'
import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { implementOperatorRoutes } from './operator-routes.ts'

let town: TestApp

beforeAll(async () => {
  town = await testApp()
})

afterAll(() => town[Symbol.asyncDispose]())

describe(implementOperatorRoutes, () => {
  it('shows an operator the house, and nobody else', async () => {
    const operator = await town.signIn({ roles: ['operator'] })
    expect((await operator.get('/api/operator/house')).json()).toMatchObject({
      diskNearlyFull: false,
      outbox: [],
      migrations: expect.arrayContaining(['0001-platform-create-command-tables']),
    })
    const registrar = await town.signIn({ roles: ['registrar'] })
    for (const url of ['/api/operator/house', '/api/operator/messages', '/api/audit']) {
      expect([url, (await registrar.get(url)).status]).toEqual([url, 403])
      expect([url, (await town.stranger.get(url)).status]).toEqual([url, 401])
    }
  })

  it('lists the messages kept, the newest first, each id once', async () => {
    const { sendMessage } = town.app.ports
    const [first, second] = [randomUUID(), randomUUID()]
    const message = {
      channel: 'sms',
      recipient: '139',
      subject: '',
      text: '验证码 1',
      correlationId: 'c',
    } as const
    await sendMessage({ ...message, id: first })
    await sendMessage({ ...message, id: first, text: 'again' })
    town.clock.advance(1_000)
    await sendMessage({ ...message, id: second, channel: 'mail', subject: '执照' })
    const operator = await town.signIn({ roles: ['operator'] })
    const { messages } = (await operator.get('/api/operator/messages')).json() as { messages: unknown[] }
    expect(messages).toMatchObject([
      { id: second, channel: 'mail', subject: '执照' },
      { id: first, text: '验证码 1' },
    ])
    const before = '/api/operator/messages?count=1&before=2026-03-02T01:00:01.000Z'
    expect((await operator.get(before)).json()).toMatchObject({ messages: [{ id: first }] })
  })

  it('shows an auditor who did what, page by page', async () => {
    for (const subject of ['s-1', 's-2', 's-1']) {
      await town.app.ports.runCommand(
        {
          name: 'test.act',
          principal: systemPrincipal('test'),
          correlationId: subject,
          subject,
          legal: false,
        },
        async () => accept(1),
      )
    }
    const auditor = await town.signIn({ roles: ['auditor'] })
    const page = async (query: string) =>
      (await auditor.get(`/api/audit?${query}`)).json() as { entries: { number: number; subject: string }[] }
    const { entries } = await page('subject=s-1')
    expect(entries).toMatchObject([
      { principal: 'system:test', command: 'test.act', subject: 's-1' },
      { subject: 's-1' },
    ])
    expect((await page(`count=1&before=${entries[0]?.number}`)).entries).toMatchObject([{ subject: 's-2' }])
  })
})
