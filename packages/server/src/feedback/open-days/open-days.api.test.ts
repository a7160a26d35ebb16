import { allotUnifiedCode } from '@guanjia/core/access'
import { assert } from '@guanjia/core/kernel'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { codeOf, moved, view } from '@guanjia/devkit/test-issues'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const start = '2026-04-01T01:30:00Z'
let app: TestApp
let dispatcher: Browser
let round = 3

function codeAt(sequence: number): string {
  const code = allotUnifiedCode({ category: '91', registrar: '370222', prefix: 'MA3H', sequence })
  assert(code.ok, 'there are numbers left')
  return code.value
}

const company = { code: codeAt(1), name: '青岛海岳新材料有限公司' }

beforeAll(async () => {
  app = await testApp({ now: start })
}, 240_000)
beforeEach(async () => {
  app.clock.set(start)
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
  round += 1
  const hosts = ['science-innovation', 'party-affairs', 'approval-service']
  await moved(dispatcher.post('/api/open-days', { round, hosts }))
})
afterAll(() => app.close())

async function session(carrier = '蓝湾创业园', companies: readonly object[] = [company]): Promise<string> {
  const body = { carrier, heldOn: '2026-04-01', phone: '13900000077', companies }
  const { id } = await moved<{ id: string }>(dispatcher.post(`/api/open-days/${round}/sessions`, body))
  return id
}

interface Recorded {
  readonly id: string
  readonly issue: string | null
  readonly replyDue: string | null
}

async function asked(content: object = {}): Promise<Recorded> {
  const body = {
    session: await session(),
    company: company.code,
    topic: 'people',
    words: '人才公寓什么时候可以申请？',
    phone: '13900000088',
    ...content,
  }
  return moved<Recorded>(dispatcher.post(`/api/open-days/${round}/questions`, body))
}

interface Shown {
  readonly figures: Readonly<Record<string, number>>
  readonly questions: readonly {
    readonly answered: string
    readonly answer: string | null
    readonly isWithheld: boolean
    readonly light: string
  }[]
}

async function shown(): Promise<Shown> {
  return (await app.stranger.get(`/api/open-days/${round}`)).json() as Shown
}

interface Desk {
  readonly questions: readonly { readonly issue: { readonly id: string } | null }[]
}

async function issueId(): Promise<string> {
  const desk = (await dispatcher.get(`/api/open-days/${round}/desk`)).json() as Desk
  return desk.questions[0]?.issue?.id ?? ''
}

async function linkOf(question: string): Promise<string> {
  const { url } = await moved<{ url: string }>(dispatcher.post(`/api/open-days/questions/${question}/link`))
  return new URL(url).pathname.replace('/ask/', '/api/ask/')
}

const answer = { name: '周经理', words: '六月一日起在载体服务台申请，带劳动合同。' }

describe('a round', () => {
  it('is counted from its records: companies once, answers on the spot, the rest with department and day', async () => {
    const one = await session('蓝湾创业园', [company, { code: codeAt(2), name: '青岛远帆软件有限公司' }])
    await session('中欧科创园', [company])
    const record = (body: object) =>
      moved<Recorded>(
        dispatcher.post(`/api/open-days/${round}/questions`, {
          session: one,
          company: company.code,
          topic: 'policy',
          words: '研发费用补贴怎样申报？',
          ...body,
        }),
      )
    const onSite = { authority: 'science-innovation', words: '每年按申报通知在网上提交。' }
    await record({ answer: onSite })
    expect(await record({})).toMatchObject({ issue: expect.any(String), replyDue: '2026-04-09' })
    const { figures, questions } = await shown()
    expect(figures).toEqual({
      hosts: 3,
      carriers: 2,
      companies: 2,
      answeredOnSite: 1,
      toRegister: 1,
      closed: 0,
    })
    expect(questions.map(({ answered }) => answered)).toEqual(['on-site', 'not-yet'])
    expect(JSON.stringify(await shown())).not.toContain(company.code)
    expect(JSON.stringify(await shown())).not.toContain('海岳')
  })

  it('takes no company without a unified code, and no question of one that was not there', async () => {
    const wrong = {
      carrier: '某园',
      heldOn: '2026-04-01',
      companies: [{ code: '9'.repeat(18), name: '某公司' }],
    }
    expect(await codeOf(dispatcher.post(`/api/open-days/${round}/sessions`, wrong))).toBe(
      'company-code-wrong',
    )
    const body = { session: await session(), company: codeAt(9), topic: 'people', words: '问一个问题' }
    expect(await codeOf(dispatcher.post(`/api/open-days/${round}/questions`, body))).toBe('company-not-there')
    const named = { ...body, company: company.code, words: '青岛海岳新材料有限公司的补贴到账了吗' }
    expect(await codeOf(dispatcher.post(`/api/open-days/${round}/questions`, named))).toBe(
      'words-tell-who-asked',
    )
  })

  it('gives what was not answered to the department of the content, with the usual one beside it', async () => {
    await asked()
    const issue = (await view(dispatcher, await issueId())) as unknown as {
      lead: { id: string }
      assisting: readonly { id: string }[]
    }
    expect(issue).toMatchObject({
      source: 'open-day',
      situation: 'in-hand',
      lead: { id: 'science-innovation' },
      assisting: [{ id: 'human-resources' }],
    })
  })

  it('counts a question as closed when the company has said so', async () => {
    const { issue } = await asked()
    const officer = await app.signIn({
      name: '陆远',
      roles: ['reviewer'],
      authorities: ['science-innovation'],
    })
    const reply = { version: 2, outcome: 'explained', words: '请致电 13912345678 咨询。', evidence: [] }
    await moved(officer.post(`/api/voice/issues/${await issueId()}/reply`, reply))
    const before = await shown()
    expect(before.figures['closed']).toBe(0)
    // a number of somebody does not go onto the public page
    expect(before.questions).toMatchObject([{ answered: 'later', answer: null, isWithheld: true }])
    await moved(app.stranger.post('/api/voice/last-word', { number: issue, phoneTail: '0088', satisfied: 4 }))
    expect((await shown()).figures['closed']).toBe(1)
  })
})

describe('an overdue question', () => {
  it('is told to the lead and to the dispatcher once, as soon as the day for calling the company is over', async () => {
    const lead = await app.signIn({ name: '陆远', roles: ['reviewer'], authorities: ['science-innovation'] })
    await asked()
    const subject = await issueId()
    const toldOn = async (instant: string) => {
      app.clock.set(instant)
      const { database, jobs } = app.ports
      await database.transaction().execute((tx) => jobs.enqueue(tx, 'feedback.look-at-overdue', {}))
      await app.settle()
      const { rows } = await sql<{ person_id: string }>`
        select person_id from notice where template = 'issue-overdue' and subject = ${subject}
          and person_id in (${lead.personId}, ${dispatcher.personId})`.execute(app.database)
      return rows.map(({ person_id }) => person_id).toSorted()
    }
    const both = [lead.personId, dispatcher.personId].toSorted()
    expect(await toldOn('2026-04-02T15:30:00Z')).toEqual([])
    expect(await toldOn('2026-04-02T16:30:00Z')).toEqual(both)
    expect(await toldOn('2026-04-03T01:30:00Z')).toEqual(both)
  })
})

describe('the link of a carrier', () => {
  it('answers an overdue question once: the page shows it, the light is green, the company is told', async () => {
    const question = await asked()
    const link = await linkOf(question.id)
    const issue = await issueId()
    app.clock.set('2026-04-10T01:30:00Z')
    expect((await app.stranger.get(link)).json()).toMatchObject({ state: 'open', light: 'red' })
    expect(await shown()).toMatchObject({ questions: [{ light: 'red' }] })
    await moved(app.stranger.post(link, answer))
    expect(await shown()).toMatchObject({
      questions: [{ answered: 'later', answer: answer.words, light: 'green' }],
    })
    expect(await codeOf(app.stranger.post(link, answer))).toBe('ask-link-used')
    await app.settle()
    const { rows } = await sql<{ masked_address: string }>`
      select masked_address from notice
      where template = 'issue-replied-contact' and subject = ${issue}`.execute(app.database)
    expect(rows).toEqual([{ masked_address: '139****0088' }])
  })

  it('is sent to the carrier, and stands in no table', async () => {
    const question = await asked()
    const link = await linkOf(question.id)
    await app.settle()
    const token = link.slice(link.lastIndexOf('/') + 1)
    const kept = ['outbox_event', 'audit_entry', 'ledger_leaf', 'notice', 'idempotency_record'] as const
    for (const table of ['open_day_question', ...kept]) {
      const { rows } = await sql`
        select from ${sql.table(table)} as line where line::text like ${`%${token}%`}`.execute(app.database)
      expect([table, rows.length]).toEqual([table, 0])
    }
    const { rows } = await sql`select from notice where template = 'carrier-asked'`.execute(app.database)
    expect(rows.length).toBeGreaterThan(0)
  })

  it('is told the same again to whoever sends the same request again', async () => {
    const { id } = await asked()
    const again = () => moved<{ url: string }>(dispatcher.post(`/api/open-days/questions/${id}/link`, {}, id))
    const { url } = await again()
    expect((await again()).url).toBe(url)
  })

  it('ends with its days, and with the next link', async () => {
    const question = await asked()
    const [first, second] = [await linkOf(question.id), await linkOf(question.id)]
    expect((await app.stranger.get(first)).status).toBe(404)
    app.clock.set('2026-04-15T01:30:01Z')
    expect((await app.stranger.get(second)).status).toBe(410)
    expect(await codeOf(app.stranger.post(second, answer))).toBe('ask-link-over')
  })

  it('takes no words that tell of somebody', async () => {
    const link = await linkOf((await asked()).id)
    const told = { ...answer, words: '青岛海岳新材料有限公司可以来找 13912345678' }
    expect(await codeOf(app.stranger.post(link, told))).toBe('words-tell-who-asked')
    expect((await app.stranger.get(link)).json()).toMatchObject({ state: 'open' })
  })
})
