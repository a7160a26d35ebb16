import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'

const base = '/api/registration/applications'

interface Listed {
  readonly tasks: readonly {
    readonly id: string
    readonly dueAt: string
    readonly overdue: boolean
    readonly state: string
    readonly script: string
    readonly matters: readonly string[]
  }[]
}

/** Somebody files an address in a park. */
async function fileAnAddress(app: TestApp): Promise<void> {
  const owner = await app.signIn({ name: '林海宁' })
  const { id } = (await owner.post(base, { kind: 'LLC' })).json() as { id: string }
  await owner.post(`${base}/${id}/seat`, { code: 'zhongou-1-3-12-2' })
  const filed = await owner.post(`${base}/${id}/address-filing`, {
    contactName: '刘先生',
    contactPhone: '13900000001',
  })
  expect(filed.json()).toMatchObject({ state: 'filed' })
  await app.settle()
}

async function listed(app: TestApp, clerk: Awaited<ReturnType<TestApp['signIn']>>): Promise<Listed> {
  await app.settle()
  return (await clerk.get('/api/outreach')).json() as Listed
}

describe('a filed address', () => {
  it.each([
    ['in the morning', '2026-04-01T01:30:00Z', '2026-04-01T02:00:00.000Z'],
    ['ten minutes before the break', '2026-04-01T03:50:00Z', '2026-04-01T05:50:00.000Z'],
    ['on a Friday night', '2026-04-17T14:00:00Z', '2026-04-20T01:30:00.000Z'],
  ])('%s is called about within thirty minutes of the hours of the hall', async (_, now, dueAt) => {
    await using app = await testApp({ now })
    await fileAnAddress(app)
    const clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
    const { tasks } = await listed(app, clerk)
    expect(tasks).toMatchObject([{ dueAt, overdue: false, state: 'open' }])
    expect(tasks[0]?.script).toContain('中欧科创园')
    expect(tasks[0]?.matters.length).toBeGreaterThan(0)
  })

  it('ends in a message after two calls without an answer, sent once', async () => {
    await using app = await testApp({ now: '2026-04-01T01:30:00Z' })
    await fileAnAddress(app)
    app.clock.advance(31 * 60_000)
    const clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
    const [task] = (await listed(app, clerk)).tasks
    expect(task?.overdue).toBe(true)
    const url = `/api/outreach/${task?.id}/calls`
    expect((await clerk.post(url, { answered: false })).json()).toEqual({ attempt: 1, state: 'open' })
    expect((await clerk.post(url, { answered: false })).json()).toEqual({ attempt: 2, state: 'message-sent' })
    expect((await clerk.post(url, { answered: true })).json()).toMatchObject({ code: 'outreach-closed' })
    await app.settle()
    const sent = await app.database.selectFrom('sent_message').select(['recipient', 'text']).execute()
    expect(sent).toMatchObject([{ recipient: '13900000001' }])
    expect(sent[0]?.text.length).toBeLessThanOrEqual(70)
  })

  it('ends at the first call that is answered, and stays closed to applicants', async () => {
    await using app = await testApp({ now: '2026-04-01T01:30:00Z' })
    await fileAnAddress(app)
    const clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
    const [task] = (await listed(app, clerk)).tasks
    const url = `/api/outreach/${task?.id}/calls`
    const stranger = await app.signIn({ name: '周文澜' })
    expect((await stranger.post(url, { answered: true })).status).toBe(403)
    expect((await clerk.post(url, { answered: true, note: '约下午来园区' })).json()).toEqual({
      attempt: 1,
      state: 'reached',
    })
  })
})
