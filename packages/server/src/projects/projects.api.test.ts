import { randomUUID } from 'node:crypto'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'

interface Steward {
  readonly id: string
  readonly duty: string
}

interface Project {
  readonly number: string
  readonly stewards: readonly Steward[]
  readonly stewardships: readonly { readonly duty: string; readonly to: string | null }[]
  readonly contacts: readonly Record<string, unknown>[]
  readonly openQuestions: number
}

/** A leader and two stewards, of whom the second knows medicine. */
async function aTeam(app: TestApp) {
  const lead = await app.signIn({ name: '郑毅', roles: ['steward-lead'] })
  const li = await app.signIn({ name: '李卓', roles: ['steward'] })
  const zhou = await app.signIn({ name: '周航', roles: ['steward'] })
  const known = await put(lead, `/api/stewards/${zhou.personId}/specialties`, { kinds: ['medical'] })
  expect(known.json()).toEqual({ kinds: ['medical'] })
  return { lead, li, zhou }
}

function put(browser: Browser, url: string, body: object) {
  return browser.send({ method: 'PUT', url, headers: { 'idempotency-key': randomUUID() }, body })
}

async function aProject(owner: Browser, kind = 'medical'): Promise<string> {
  const made = await owner.post('/api/projects', { name: '中医药传承创新基地一期', kind })
  expect(made.status).toBe(201)
  return (made.json() as { id: string }).id
}

async function read(browser: Browser, id: string): Promise<Project> {
  return (await browser.get(`/api/projects/${id}`)).json() as Project
}

const primaryOf = ({ stewards }: Project) => stewards.find(({ duty }) => duty === 'primary')?.id

describe('a project', () => {
  it('has a primary steward who knows its kind, and a backup, from its first moment', async () => {
    await using app = await testApp()
    const { zhou } = await aTeam(app)
    const owner = await app.signIn({ name: '林海宁' })
    const project = await read(owner, await aProject(owner))
    expect(project.number).toBe('XM26-0001')
    expect(primaryOf(project)).toBe(zhou.personId)
    expect(project.stewards.map(({ duty }) => duty)).toEqual(['primary', 'backup'])
    await app.settle()
    const told = (await zhou.get('/api/notifications')).json() as { notices: { title: string }[] }
    expect(told.notices.map(({ title }) => title)).toContain('新的项目')
  })

  it('shares the work out when many begin at once', async () => {
    await using app = await testApp()
    const { li, zhou, lead } = await aTeam(app)
    const owner = await app.signIn({ name: '林海宁' })
    await Promise.all(Array.from({ length: 9 }, () => aProject(owner, 'industrial')))
    const { stewards } = (await lead.get('/api/stewards')).json() as {
      stewards: { id: string; primary: number; backup: number }[]
    }
    const loads = new Map(stewards.map(({ id, primary }) => [id, primary]))
    expect([...loads.values()].reduce((sum, one) => sum + one, 0)).toBe(9)
    expect(loads.get(li.personId)).toBe(3)
    expect(loads.get(zhou.personId)).toBe(3)
  })

  it('that finds nobody tells the leader, and is given its stewards once they are there', async () => {
    await using app = await testApp()
    const lead = await app.signIn({ name: '郑毅', roles: ['steward-lead'] })
    const owner = await app.signIn({ name: '林海宁' })
    const id = await aProject(owner)
    expect((await read(owner, id)).stewards).toEqual([])
    await app.settle()
    const told = (await lead.get('/api/notifications')).json() as { notices: { title: string }[] }
    expect(told.notices.map(({ title }) => title)).toContain('项目暂无管家可派')
    await app.signIn({ name: '李卓', roles: ['steward'] })
    await app.asSuperuser(`select graphile_worker.add_job('projects.assign-stewards', '{}'::json)`)
    await app.settle()
    expect((await read(owner, id)).stewards.map(({ duty }) => duty)).toEqual(['primary', 'backup'])
  })

  it('is refused with a kind that content does not name', async () => {
    await using app = await testApp()
    const owner = await app.signIn({ name: '林海宁' })
    const refused = await owner.post('/api/projects', { name: '项目', kind: 'castle' })
    expect([refused.status, (refused.json() as { code: string }).code]).toEqual([422, 'project-kind-unknown'])
  })
})

describe('a hand-over', () => {
  it('ends one stewardship and begins another at the same instant, with history and without gap', async () => {
    await using app = await testApp()
    const { li, zhou } = await aTeam(app)
    const owner = await app.signIn({ name: '林海宁' })
    const id = await aProject(owner)
    app.clock.advance(600_000)
    const wish = { primary: li.personId, backup: zhou.personId, reason: '休假' }
    const done = await zhou.post(`/api/projects/${id}/hand-over`, wish)
    expect(done.status).toBe(200)
    const project = await read(owner, id)
    expect(primaryOf(project)).toBe(li.personId)
    const ended = project.stewardships.filter(({ to }) => to !== null)
    expect(ended.length).toBeGreaterThan(0)
    expect((await zhou.post(`/api/projects/${id}/hand-over`, wish)).json()).toMatchObject({
      code: 'nothing-changes',
    })
    expect(
      (await li.post(`/api/projects/${id}/hand-over`, { ...wish, primary: owner.personId })).json(),
    ).toMatchObject({ code: 'steward-unknown' })
  })

  it('leaves the door open for what its steward wrote down before it, and for that alone', async () => {
    await using app = await testApp()
    const { li, zhou } = await aTeam(app)
    const wu = await app.signIn({ name: '吴敏', roles: ['steward'] })
    const owner = await app.signIn({ name: '林海宁' })
    const id = await aProject(owner)
    app.clock.advance(600_000)
    const before = new Date(app.clock.now().getTime() - 60_000).toISOString()
    const after = app.clock.now().toISOString()
    const wish = { primary: li.personId, backup: wu.personId, reason: '休假' }
    expect((await zhou.post(`/api/projects/${id}/hand-over`, wish)).status).toBe(200)
    const contact = randomUUID()
    const send = (at: string, as: string = randomUUID()) =>
      zhou.post(`/api/projects/${id}/contacts`, {
        id: as,
        channel: 'visit',
        by: 'steward',
        at,
        text: '现场核对手续',
        checked: [],
        nextContactOn: '2026-03-20',
      })
    const sendPhoto = async () => {
      const body = { id: randomUUID(), contact, upload: randomUUID() }
      return ((await zhou.post(`/api/projects/${id}/photos`, body)).json() as { code: string }).code
    }
    app.clock.advance(1_200_000)
    expect((await send(before, contact)).status).toBe(201)
    expect(await sendPhoto()).toBe('upload-unknown')
    expect((await read(owner, id)).contacts).toHaveLength(1)
    expect((await send(after)).status).toBe(404)
    await app.asSuperuser(
      `update guanjia.stewardship set from_at = from_at - interval '31 days', to_at = to_at - interval '31 days'
       where to_at is not null;
       update guanjia.project_contact set at = at - interval '31 days'`,
    )
    expect(await sendPhoto()).not.toBe('upload-unknown')
    const monthAgo = new Date(Date.parse(before) - 31 * 86_400_000).toISOString()
    expect((await send(monthAgo)).status).toBe(404)
  })

  it('is held by the database too: a second primary steward cannot be written', async () => {
    await using app = await testApp()
    const { lead } = await aTeam(app)
    const owner = await app.signIn({ name: '林海宁' })
    const id = await aProject(owner)
    await expect(
      app.asSuperuser(
        `insert into guanjia.stewardship (id, project_id, steward_id, duty, from_at, reason)
         values ('${randomUUID()}', '${id}', '${lead.personId}', 'primary', now() + interval '1 year', 'x')`,
      ),
    ).rejects.toThrow('stewardship_one_primary')
  })
})

describe('the timeline', () => {
  it('holds a question with its clock until a steward has answered', async () => {
    await using app = await testApp({ now: '2026-03-02T03:45:00Z' })
    const { zhou } = await aTeam(app)
    const owner = await app.signIn({ name: '林海宁' })
    const id = await aProject(owner)
    const asked = await owner.post(`/api/projects/${id}/messages`, { text: '施工许可要等中标通知书吗？' })
    expect(asked.json()).toMatchObject({ responseDueAt: '2026-03-02T06:15:00.000Z' })
    // an hour of office hours and the noon break; the session stays awake
    for (let waits = 0; waits < 8; waits += 1) {
      app.clock.advance(20 * 60_000)
      await Promise.all([read(owner, id), read(zhou, id)])
    }
    expect(await read(owner, id)).toMatchObject({ openQuestions: 1, contacts: [{ isOverdue: true }] })
    const at = app.clock.now().toISOString()
    const answer = { id: randomUUID(), channel: 'call', by: 'steward', at, text: '可以先签承诺书' }
    await zhou.post(`/api/projects/${id}/contacts`, answer)
    const project = await read(owner, id)
    expect(project.openQuestions).toBe(0)
    expect(project.contacts.map(({ isOverdue }) => isOverdue)).toEqual([false, false])
  })

  it('takes a visit that a phone recorded without network, once, however often it is sent', async () => {
    await using app = await testApp({ now: '2026-03-02T08:00:00Z' })
    const { zhou, lead } = await aTeam(app)
    const owner = await app.signIn({ name: '林海宁' })
    const id = await aProject(owner)
    const visit = {
      id: randomUUID(),
      channel: 'visit',
      by: 'steward',
      at: '2026-03-02T02:10:00.000Z',
      text: '现场核对手续',
      place: '项目现场',
      position: { latitude: 36.26, longitude: 120.27 },
      checked: ['M307', 'M202'],
    }
    const url = `/api/projects/${id}/contacts`
    expect((await zhou.post(url, visit)).status).toBe(201)
    expect((await zhou.post(url, visit)).status).toBe(201)
    expect((await lead.post(url, visit)).json()).toMatchObject({ code: 'contact-recorded-otherwise' })
    expect((await read(owner, id)).contacts).toMatchObject([
      { channel: 'visit', at: visit.at, checked: ['M307', 'M202'], place: '项目现场' },
    ])
    const ahead = { ...visit, id: randomUUID(), at: '2026-03-02T09:00:00.000Z' }
    expect((await zhou.post(url, ahead)).json()).toMatchObject({ code: 'contact-ahead-of-time' })
  })
})

describe('leave', () => {
  it('names the projects to hand over, and is planned once', async () => {
    await using app = await testApp()
    const { zhou } = await aTeam(app)
    const owner = await app.signIn({ name: '林海宁' })
    const id = await aProject(owner)
    const days = { from: '2026-03-09', to: '2026-03-13' }
    expect((await zhou.post('/api/stewards/leaves', days)).json()).toEqual({ projectsToHandOver: [id] })
    expect((await zhou.post('/api/stewards/leaves', days)).json()).toMatchObject({
      code: 'leave-planned-already',
    })
    const back = { from: '2026-03-13', to: '2026-03-09' }
    expect((await zhou.post('/api/stewards/leaves', back)).json()).toMatchObject({ code: 'leave-backwards' })
  })
})
