import { messagesOf, plannedProject, stewardedHouse } from '@guanjia/devkit/stewarded-house'
import type { Browser } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'

describe('reminders', () => {
  async function drafts(steward: Browser, ids: readonly string[]) {
    const answer = await steward.post('/api/stewards/reminders/preview', { projects: ids })
    return answer.json() as {
      messages: { projectId: string; recipientId: string; recipient: string; text: string }[]
      without: { projectId: string }[]
    }
  }

  it('are seen before they are sent, and leave after ten seconds with the words that were seen', async () => {
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const late = await plannedProject(owner, '晚了的项目', '2026-02-02')
    const calm = await plannedProject(owner, '明年的项目', '2026-06-01')
    await app.settle()
    const { messages, without } = await drafts(steward, [late, calm])
    expect(messages).toMatchObject([{ projectId: late, recipientId: owner.personId, recipient: '林海宁' }])
    expect(without).toMatchObject([{ projectId: calm }])
    const words = '请本周内完成申报，材料清单在项目页。'
    const [one] = messages
    const sent = await steward.post('/api/stewards/reminders/send', {
      messages: [{ projectId: one?.projectId, recipientId: one?.recipientId, text: words }],
    })
    expect(sent.json()).toMatchObject({ messages: 1, sendsAt: '2026-03-03T01:00:10.000Z' })
    expect(await messagesOf(app, owner)).not.toContain(words)
    app.clock.advance(10_000)
    await app.ports.database
      .transaction()
      .execute((tx) => app.ports.jobs.enqueue(tx, 'projects.look-for-reminders', {}))
    expect(await messagesOf(app, owner)).toContain(words)
    const page = (await steward.get(`/api/stewards/projects/${late}`)).json() as { reminders: object[] }
    expect(page.reminders).toMatchObject([
      { text: words, by: '周航', recipient: '林海宁', role: 'applicant' },
    ])
    const kept = await app.database.selectFrom('outbox_event').select('body').execute()
    expect(JSON.stringify(kept)).not.toContain(words)
  })

  it('are taken back within ten seconds, and not after', async () => {
    const { app, steward, backup, owner } = await stewardedHouse()
    await using _ = app
    const late = await plannedProject(owner, '晚了的项目', '2026-02-02')
    await app.settle()
    const { messages } = await drafts(steward, [late])
    const send = () =>
      steward.post('/api/stewards/reminders/send', {
        messages: messages.map(({ projectId, recipientId, text }) => ({ projectId, recipientId, text })),
      })
    const undo = (browser: Browser, batch: string) => browser.post('/api/stewards/reminders/undo', { batch })
    const first = ((await send()).json() as { batch: string }).batch
    expect((await undo(backup, first)).json()).toMatchObject({ code: 'reminders-unknown' })
    app.clock.advance(9_000)
    expect((await undo(steward, first)).status).toBe(200)
    app.clock.advance(60_000)
    await app.ports.database
      .transaction()
      .execute((tx) => app.ports.jobs.enqueue(tx, 'projects.look-for-reminders', {}))
    const texts = await messagesOf(app, owner)
    expect(texts.filter((text) => text.includes('晚了的项目'))).toEqual([])
    const second = ((await send()).json() as { batch: string }).batch
    app.clock.advance(10_000)
    expect((await undo(steward, second)).json()).toMatchObject({ code: 'reminders-sent' })
  })

  it('go to nobody who is not concerned, and about no project of others', async () => {
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const late = await plannedProject(owner, '晚了的项目', '2026-02-02')
    const stranger = await app.signIn({ name: '韩雪', roles: ['steward'] })
    await app.settle()
    const one = { projectId: late, recipientId: steward.personId, text: '请尽快办理' }
    const send = (browser: Browser, messages: object[]) =>
      browser.post('/api/stewards/reminders/send', { messages })
    expect((await send(steward, [one])).json()).toMatchObject({ code: 'recipient-not-concerned' })
    const right = { ...one, recipientId: owner.personId }
    expect((await send(steward, [right, right])).json()).toMatchObject({ code: 'recipient-named-twice' })
    expect((await send(stranger, [right])).json()).toMatchObject({ code: 'project-not-stewarded' })
  })
})
