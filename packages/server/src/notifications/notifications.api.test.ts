import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { aFilledDraft, anApplicant, ok } from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { simulateSmsGateway } from '../platform/messages/sms-gateway-simulator.ts'
import { notificationsTables } from './notifications-tables.ts'

interface Inbox {
  readonly notices: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly link: string
    readonly readAt: string | null
    readonly service: { readonly servedAt: string | null; readonly because: readonly string[] } | null
  }[]
  readonly unread: number
  readonly more: boolean
}

const day = '2026-03-02T01:00:00Z'
const night = '2026-03-02T14:00:00Z'

async function anApplication(owner: Browser): Promise<string> {
  const answer = await owner.post('/api/registration/applications', { kind: 'LLC' })
  return (answer.json() as { id: string }).id
}

/** Something happens to a subject, as if a command of its room had done it. */
async function happens(app: TestApp, type: string, subject: string, values: object = {}): Promise<void> {
  const command = {
    name: 'test.happen',
    principal: systemPrincipal('test'),
    correlationId: 'c1',
    subject,
    legal: false,
  }
  await app.ports.runCommand(command, async ({ emit }) => {
    emit({ type, subject, body: { number: 'QG26-000001-X', ...values } })
    return accept({})
  })
  await app.settle()
}

/** What a refusal names. */
const ground = { check: '章程为示范文本', article: '公司法 46' }

async function inboxOf(browser: Browser, query = ''): Promise<Inbox> {
  return (await browser.get(`/api/notifications${query}`)).json() as Inbox
}

async function outboxOf(app: TestApp) {
  return app.database
    .selectFrom('sent_message')
    .select(['channel', 'recipient', 'text'])
    .orderBy('sent_at')
    .execute()
}

function rowsOf(app: TestApp) {
  return notificationsTables(app.database).selectFrom('notice').selectAll().orderBy('id').execute()
}

/** The minute passes in which the clockwork looks for what is due. */
async function aMinutePasses(app: TestApp): Promise<void> {
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, 'notifications.look', {}))
  await app.settle()
}

describe('a decision', () => {
  it('is in the list of messages and goes out by SMS, in the words of the zone', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({ name: '林海宁', phone: '13900000001' })
    const id = await anApplication(owner)
    await happens(app, 'registration.approved', id, { licence: '37022220260302000001' })
    const { notices, unread } = await inboxOf(owner)
    expect(unread).toBe(1)
    expect(notices).toMatchObject([{ title: '营业执照已签发', link: `/my/cases/${id}`, readAt: null }])
    expect(notices[0]?.text).toContain('37022220260302000001')
    expect(await outboxOf(app)).toEqual([
      {
        channel: 'sms',
        recipient: '13900000001',
        text: '【青岛高新区】办件QG26-000001-X准予登记，营业执照已签发，可在“我的办件”下载或打印。',
      },
    ])
  })

  it('is told once, though its event is delivered again', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({ phone: '13900000001' })
    const id = await anApplication(owner)
    await happens(app, 'registration.refused', id, ground)
    await app.asSuperuser('update guanjia.outbox_delivery set delivered_at = null')
    await app.settle()
    expect(await rowsOf(app)).toHaveLength(2)
    expect(await outboxOf(app)).toHaveLength(1)
  })

  it('leaves neither number nor words behind once the SMS is out', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({ phone: '13900000001' })
    await happens(app, 'registration.refused', await anApplication(owner), ground)
    const sms = (await rowsOf(app)).find(({ channel }) => channel === 'sms')
    expect(sms).toMatchObject({ state: 'sent', address: null, masked_address: '139****0001', text: '' })
  })

  it.each([
    [false, null, ['未同意电子送达，以窗口领取或邮寄的日期为送达日期']],
    [true, '2026-03-02T01:00:00.000Z', expect.arrayContaining([expect.stringContaining('民事诉讼法')])],
  ])('is served in the portal on who has agreed: %s', async (electronicService, servedAt, because) => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({})
    const preference = { language: 'zh-CN', sms: 'important', mailAddress: null, electronicService }
    const url = '/api/notifications/preference'
    const headers = { 'idempotency-key': 'k1' }
    expect((await owner.send({ method: 'PUT', url, headers, body: preference })).json()).toEqual(preference)
    await happens(app, 'registration.refused', await anApplication(owner), ground)
    expect((await inboxOf(owner)).notices).toMatchObject([{ service: { servedAt, because } }])
  })
})

describe('a night', () => {
  it('holds an SMS back until eight, says why, and then lets it go', async () => {
    await using app = await testApp({ now: night })
    const owner = await app.signIn({ phone: '13900000001' })
    await happens(app, 'registration.approved', await anApplication(owner), { licence: '1' })
    expect((await inboxOf(owner)).unread).toBe(1)
    const waiting = (await rowsOf(app)).find(({ channel }) => channel === 'sms')
    expect(waiting).toMatchObject({ state: 'deferred', due_at: new Date('2026-03-03T00:00:00Z') })
    expect(waiting?.deferred_because).toContain('21:00至08:00')
    app.clock.set('2026-03-02T23:59:00Z')
    await aMinutePasses(app)
    expect(await outboxOf(app)).toEqual([])
    app.clock.set('2026-03-03T00:00:00Z')
    await aMinutePasses(app)
    await aMinutePasses(app)
    expect(await outboxOf(app)).toHaveLength(1)
  })

  it('does not hold back what the law wants known', async () => {
    await using app = await testApp({ now: night })
    const owner = await app.signIn({ phone: '13900000001' })
    await happens(app, 'registration.revoked', await anApplication(owner))
    expect(await outboxOf(app)).toHaveLength(1)
  })

  it('does not hold back a link to sign, which stands nowhere until it is sent', async () => {
    await using gateway = await simulateSmsGateway('secret')
    gateway.answerWith(503)
    const env = { GUANJIA_SMS_GATEWAY_URL: gateway.url, GUANJIA_SMS_GATEWAY_TOKEN: 'secret' }
    await using app = await testApp({ now: '2026-04-01T14:00:00Z', env })
    const wish = { name: '青岛明湖软件科技有限公司', seat: 'zhongou-1-3-12-2' }
    const draft = await aFilledDraft(await anApplicant(app), wish)
    const path = `/api/registration/applications/${draft.id}`
    const { version } = await ok<{ version: number }>(draft.owner.get(path))
    const { links } = await ok<{ links: { url: string }[] }>(
      draft.owner.post(`${path}/signatures`, { version }),
    )
    await app.settle()
    const [{ url } = { url: '' }] = links
    expect(url).toMatch(/\/sign\/[\w-]{16}$/)
    const { rows } = await sql<{ kept: string; waiting: string }>`
      select concat((select string_agg(body::text, ' ') from outbox_event),
        (select string_agg(answer::text, ' ') from idempotency_record)) as kept,
        (select string_agg(concat(s, n.text, n.link), ' ') from registration_signature s, notice n) as waiting`.execute(
      app.database,
    )
    const token = url.slice(url.lastIndexOf('/') + 1)
    expect(rows[0]?.kept).toContain('signerId')
    expect(rows[0]?.kept).not.toMatch(new RegExp(`13900000001|${token}`))
    expect(rows[0]?.waiting).toContain('{url}')
    expect(rows[0]?.waiting).not.toContain(token)
    gateway.answerWith(202)
    app.clock.advance(60_000)
    await aMinutePasses(app)
    expect(gateway.sent).toMatchObject([{ to: '13900000001', text: expect.stringContaining(url) }])
  })
})

describe('a gateway that is down', () => {
  it('is asked again by the rule of the zone, given up in the end, and shown to the operators without a number', async () => {
    await using gateway = await simulateSmsGateway('secret')
    gateway.answerWith(503)
    const env = { GUANJIA_SMS_GATEWAY_URL: gateway.url, GUANJIA_SMS_GATEWAY_TOKEN: 'secret' }
    await using app = await testApp({ now: day, env })
    const owner = await app.signIn({ phone: '13900000001' })
    const failing = async () => {
      const operator = await app.signIn({ name: '赵运', roles: ['operator'] })
      return (await operator.get('/api/operator/notices')).json() as {
        notices: Record<string, unknown>[]
        waiting: number
      }
    }
    await happens(app, 'registration.revoked', await anApplication(owner))
    expect((await failing()).notices).toMatchObject([
      { state: 'failed', attempts: 1, address: '139****0001', nextAt: '2026-03-02T01:01:00.000Z' },
    ])
    for (const minutes of [1, 5, 30, 120, 480]) {
      app.clock.advance(minutes * 60_000)
      await aMinutePasses(app)
    }
    const { notices, waiting } = await failing()
    expect(waiting).toBe(0)
    expect(notices).toMatchObject([{ state: 'given-up', attempts: 6, nextAt: null }])
    expect(JSON.stringify(notices)).not.toContain('13900000001')
    expect((await rowsOf(app)).find(({ channel }) => channel === 'sms')?.address).toBeNull()
    const stranger = await app.signIn({ name: '周文澜' })
    expect((await stranger.get('/api/operator/notices')).status).toBe(403)
  })

  it('gets the message once it is up again', async () => {
    await using gateway = await simulateSmsGateway('secret')
    gateway.answerWith(500)
    const env = { GUANJIA_SMS_GATEWAY_URL: gateway.url, GUANJIA_SMS_GATEWAY_TOKEN: 'secret' }
    await using app = await testApp({ now: day, env })
    const owner = await app.signIn({ phone: '13900000001' })
    await happens(app, 'registration.revoked', await anApplication(owner))
    gateway.answerWith(202)
    app.clock.advance(60_000)
    await aMinutePasses(app)
    expect(gateway.sent).toMatchObject([{ to: '13900000001' }])
    expect((await rowsOf(app)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})

describe('a list of messages', () => {
  it('is read one by one and as a whole, by its owner alone', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({})
    const other = await app.signIn({ name: '周文澜' })
    const id = await anApplication(owner)
    for (const type of ['registration.withdrawn', 'registration.draft-expired', 'registration.seat-lapsed']) {
      app.clock.advance(1000)
      await happens(app, type, id)
    }
    const { notices } = await inboxOf(owner)
    const read = (browser: Browser) => browser.post(`/api/notifications/${notices[1]?.id}/read`)
    expect((await read(other)).status).toBe(404)
    expect((await read(owner)).json()).toEqual({ unread: 2 })
    expect((await read(owner)).json()).toEqual({ unread: 2 })
    expect((await owner.post('/api/notifications/read')).json()).toEqual({ unread: 0 })
    expect((await owner.get('/api/notifications/unread')).json()).toEqual({ unread: 0 })
    expect((await inboxOf(other)).notices).toEqual([])
  })

  it('goes on where it stopped', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({})
    const id = await anApplication(owner)
    // all at the same moment: the order is still one
    for (let count = 0; count < 5; count += 1) await happens(app, 'registration.withdrawn', id)
    const seen: string[] = []
    let before = ''
    for (let page = 0; page < 3; page += 1) {
      const inbox = await inboxOf(owner, `?count=2${before}`)
      seen.push(...inbox.notices.map((notice) => notice.id))
      before = `&before=${seen.at(-1)}`
      expect(inbox.more).toBe(page < 2)
    }
    expect(new Set(seen).size).toBe(5)
  })

  it('speaks the language its owner chose, and mails who gave an address', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({})
    const body = { language: 'en', sms: 'none', mailAddress: 'lin@example.cn', electronicService: false }
    const headers = { 'idempotency-key': 'k1' }
    await owner.send({ method: 'PUT', url: '/api/notifications/preference', headers, body })
    await happens(app, 'registration.referred', await anApplication(owner), { dueAt: '2026-03-02T09:00:00Z' })
    expect((await inboxOf(owner)).notices).toMatchObject([{ title: 'Held for a registrar' }])
    const [mail] = await outboxOf(app)
    expect(mail).toMatchObject({ channel: 'mail', recipient: 'lin@example.cn' })
    expect(mail?.text).toContain('2 Mar 17:00')
  })

  it('of a registrar holds what came to their desk, save their own matter', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({ name: '林海宁', roles: ['registrar'] })
    const registrar = await app.signIn({ name: '孙晓', roles: ['registrar'] })
    await happens(app, 'registration.referred', await anApplication(owner), { dueAt: '2026-03-02T09:00:00Z' })
    expect((await inboxOf(registrar)).notices).toMatchObject([{ title: '新的待审办件', link: '/work/queue' }])
    expect((await inboxOf(owner)).notices.map(({ title }) => title)).toEqual(['已转人工审核'])
  })
})

describe('a notice with a hole in it', () => {
  it('is not sent: the event waits where the operators see it', async () => {
    await using app = await testApp({ now: day })
    const owner = await app.signIn({ phone: '13900000001' })
    await happens(app, 'registration.referred', await anApplication(owner), { dueAt: 'soon' })
    expect(await rowsOf(app)).toEqual([])
    const waiting = await app.database
      .selectFrom('outbox_delivery')
      .select(['subscriber', 'last_error'])
      .where('delivered_at', 'is', null)
      .execute()
    expect(waiting).toEqual([
      {
        subscriber: 'notices:registration.referred',
        last_error: 'the notice referred cannot be written: value-malformed',
      },
    ])
  })
})
