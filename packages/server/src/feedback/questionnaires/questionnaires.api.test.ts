import { allotUnifiedCode } from '@guanjia/core/access'
import { assert } from '@guanjia/core/kernel'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { codeOf, moved } from '@guanjia/devkit/test-issues'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const start = '2026-04-01T01:30:00Z'
let app: TestApp
let dispatcher: Browser

function codeAt(sequence: number): string {
  const code = allotUnifiedCode({ category: '91', registrar: '370222', prefix: 'MA3K', sequence })
  assert(code.ok, 'there are numbers left')
  return code.value
}

/** Twelve enterprises and three others; nobody of them left a number. */
async function writeFirms(): Promise<void> {
  for (let at = 1; at <= 15; at += 1) {
    const code = codeAt(at)
    await app.asSuperuser(`
      insert into guanjia.market_entity
        (unified_code, kind, is_enterprise, established_on, electronic, fully_auto, recorded_at)
      values ('${code}', 'LLC', ${at <= 12}, '2020-01-01', true, true, now());
      insert into guanjia.market_entity_version (unified_code, status, name, document, valid_from, recorded_from)
      values ('${code}', 'registered', '青岛试验${at}有限公司', '{}', '2020-01-01', now())`)
  }
}

beforeAll(async () => {
  app = await testApp({ now: start })
  await writeFirms()
}, 240_000)
beforeEach(async () => {
  app.clock.set(start)
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
})
afterAll(() => app.close())

const wish = {
  questionnaire: 'business-environment',
  until: '2026-04-15',
  grouping: 'form',
  quotas: [{ group: 'enterprise', places: 3 }],
  hasOpenLink: true,
}

const answers = {
  size: 'under-10',
  matters: ['tax', 'registration'],
  overall: '4',
  clear: '5',
  quick: '3',
  visits: 'once',
  policy: '2',
  hardest: 'people',
  words: '希望增加人才公寓的申请批次',
}

interface Round {
  readonly invited: number
  readonly responded: number
  readonly toRegister: number
  readonly draw: { readonly seed: string; readonly listed: number }
  readonly groups: readonly { readonly id: string; readonly answered: number; readonly invited: number }[]
  readonly openLink: { readonly url: string; readonly answered: number } | null
  readonly results: readonly { readonly question: string; readonly median: number | null }[]
  readonly texts: readonly { readonly id: string; readonly words: string }[]
}

async function opened(changes: object = {}): Promise<string> {
  const { id } = await moved<{ id: string }>(dispatcher.post('/api/questionnaires', { ...wish, ...changes }))
  return id
}

async function round(id: string): Promise<Round> {
  return (await dispatcher.get(`/api/questionnaires/${id}`)).json() as Round
}

/** The round on the day after its end, when answers are shown. */
async function ended(id: string): Promise<Round> {
  app.clock.set('2026-04-16T01:30:00Z')
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
  return round(id)
}

/** Path of a link, without its origin. */
const pathOf = (url: string) => new URL(url).pathname

async function letters(id: string): Promise<readonly string[]> {
  const answer = await dispatcher.get(`/api/questionnaires/${id}/letters`)
  const { letters: all } = answer.json() as { readonly letters: readonly { readonly url: string }[] }
  return all.map(({ url }) => pathOf(url))
}

async function openPath(id: string): Promise<string> {
  return pathOf((await round(id)).openLink?.url ?? '')
}

const send = (path: string, body: object = { answers }) => app.stranger.post(`/api${path}`, body)

describe('a round of a questionnaire', () => {
  it('draws three firms for each place of a group, and records the seed in the ledger', async () => {
    const id = await opened()
    const found = await round(id)
    expect(found).toMatchObject({
      invited: 9,
      draw: { listed: 12 },
      groups: [{ id: 'enterprise', invited: 9 }],
    })
    expect(found.draw.seed).toMatch(/^[\da-f]{32}$/)
    await app.settle()
    const { rows } = await sql`
      select from ledger_leaf as leaf where leaf::text like ${`%${found.draw.seed}%`}`.execute(app.database)
    expect(rows).toHaveLength(1)
  })

  it('is refused where it makes no sense', async () => {
    const refused = (changes: object) =>
      codeOf(dispatcher.post('/api/questionnaires', { ...wish, ...changes }))
    expect(await refused({ questionnaire: 'nothing' })).toBe('questionnaire-unknown')
    expect(await refused({ quotas: [{ group: 'giants', places: 1 }] })).toBe('group-not-listed')
    expect(await refused({ until: '2026-03-31' })).toBe('round-days-wrong')
    const young = { grouping: 'age', quotas: [{ group: 'first-year', places: 1 }], hasOpenLink: false }
    expect(await refused(young)).toBe('nobody-to-invite')
  })
})

describe('the link of a firm', () => {
  it('is good once, and keeps the ticks apart from the firm and from the words', async () => {
    const id = await opened()
    const [link = ''] = await letters(id)
    expect((await app.stranger.get(`/api${link}`)).json()).toMatchObject({ state: 'open', grouping: null })
    await moved(send(link))
    expect(await codeOf(send(link))).toBe('survey-answered-already')
    expect((await app.stranger.get(`/api${link}`)).json()).toMatchObject({ state: 'answered' })
    expect(await round(id)).toMatchObject({ responded: 1, texts: [] })
    expect(await ended(id)).toMatchObject({ texts: [{ words: answers.words }] })
    const { rows } = await sql<Record<string, unknown>>`
      select * from questionnaire_answer where round_id = ${id}`.execute(app.database)
    expect(rows).toHaveLength(1)
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['counted', 'group_id', 'id', 'round_id', 'way'])
    expect(JSON.stringify(rows)).not.toContain(answers.words)
  })

  it('stands in no table', async () => {
    const id = await opened()
    const [link = ''] = await letters(id)
    await moved(send(link))
    await app.settle()
    const token = link.slice(link.lastIndexOf('/') + 1)
    for (const table of ['questionnaire_invitation', 'outbox_event', 'audit_entry', 'ledger_leaf']) {
      const { rows } = await sql`
        select from ${sql.table(table)} as line where line::text like ${`%${token}%`}`.execute(app.database)
      expect([table, rows.length]).toEqual([table, 0])
    }
  })

  it('says kindly that the places of its group are taken, however many answer at once', async () => {
    const id = await opened()
    const links = await letters(id)
    const told = await Promise.all(links.slice(0, 6).map((link) => send(link)))
    expect(told.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 409, 409, 409])
    expect((await round(id)).groups).toMatchObject([{ answered: 3 }])
    expect(await codeOf(send(links[7] ?? ''))).toBe('survey-group-full')
    expect((await app.stranger.get(`/api${links[7]}`)).json()).toMatchObject({ state: 'full' })
  })

  it('ends with the last day', async () => {
    const [link = ''] = await letters(await opened())
    app.clock.set('2026-04-15T15:59:00Z')
    expect((await app.stranger.get(`/api${link}`)).json()).toMatchObject({ state: 'open' })
    app.clock.set('2026-04-15T16:01:00Z')
    expect((await app.stranger.get(`/api${link}`)).json()).toMatchObject({ state: 'over' })
    expect(await codeOf(send(link))).toBe('survey-not-open')
  })
})

describe('the open link', () => {
  it('asks for the group, counts against its places, and is missing where none was wanted', async () => {
    const id = await opened()
    const path = await openPath(id)
    expect(await codeOf(send(path))).toBe('group-not-listed')
    await moved(send(path, { answers, group: 'enterprise' }))
    expect(await round(id)).toMatchObject({
      responded: 0,
      openLink: { answered: 1 },
      groups: [{ answered: 1 }],
    })
    expect((await round(await opened({ hasOpenLink: false }))).openLink).toBeNull()
  })

  it('tells which question does not fit, and takes no place for it', async () => {
    const id = await opened()
    const { quick: _quick, ...rest } = answers
    const path = await openPath(id)
    expect(await codeOf(send(path, { answers: rest, group: 'enterprise' }))).toBe('answer-missing')
    expect((await round(id)).groups).toMatchObject([{ answered: 0 }])
  })

  it('comes to medians once three have answered', async () => {
    const id = await opened()
    const path = await openPath(id)
    const quick = ({ results }: Round) => results.find(({ question }) => question === 'quick')?.median
    for (const mark of ['1', '5'])
      await moved(send(path, { answers: { ...answers, quick: mark }, group: 'enterprise' }))
    expect(quick(await ended(id))).toBeNull()
    app.clock.set(start)
    await moved(send(path, { answers, group: 'enterprise' }))
    expect(quick(await round(id))).toBeNull()
    expect(quick(await ended(id))).toBe(3)
  })

  it('cannot be told by the transaction it came in once the night is over', async () => {
    const id = await opened()
    const path = await openPath(id)
    for (const words of ['first', 'second', 'third'])
      await moved(send(path, { answers: { ...answers, words }, group: 'enterprise' }))
    app.clock.set('2026-04-16T01:30:00Z')
    const { database, jobs } = app.ports
    await database.transaction().execute((tx) => jobs.enqueue(tx, 'feedback.look-at-questionnaires', {}))
    await app.settle()
    const { rows } = await sql<{ transactions: number; answers: number }>`
      select count(distinct xmin::text)::int as transactions, count(*)::int as answers
      from questionnaire_answer where round_id = ${id}`.execute(app.database)
    expect(rows).toEqual([{ transactions: 1, answers: 3 }])
    expect((await ended(id)).texts.map(({ words }) => words).toSorted()).toEqual(['first', 'second', 'third'])
  })
})

describe('a form without scripts', () => {
  const form = (fields: Readonly<Record<string, string | readonly string[]>>) => {
    const pairs = Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value] as [string, string]),
    )
    return new URLSearchParams(pairs).toString()
  }
  const post = async (path: string, fields: Parameters<typeof form>[0]) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.stranger.send({ method: 'POST', url: path, headers, body: form(fields) })
    expect(answer.status).toBe(303)
    return new URL(String(answer.headers['location']), 'http://here')
  }

  it('is taken like any other answer, and leads back to the page', async () => {
    const id = await opened()
    const path = await openPath(id)
    const next = await post(path, { ...answers, group: 'enterprise', phone: '' })
    expect([next.pathname, next.search]).toEqual([path, '?said=thanks'])
    expect(await ended(id)).toMatchObject({ groups: [{ answered: 1 }], texts: [{ words: answers.words }] })
  })

  it('says what was wrong, in the language of the page', async () => {
    const path = await openPath(await opened())
    const next = await post(`/en${path}`, { ...answers, group: 'enterprise', overall: '' })
    expect([next.pathname, next.search]).toEqual([`/en${path}`, '?said=answer-missing'])
  })

  it('makes an issue of words that want an answer, and keeps them nowhere else', async () => {
    const id = await opened()
    const fields = { ...answers, group: 'enterprise', 'wants-reply': 'on', phone: '13900000066' }
    const number = (await post(await openPath(id), fields)).searchParams.get('said')
    expect(await ended(id)).toMatchObject({ toRegister: 1, texts: [] })
    const { rows } = await sql`
      select source, topic, words from issue where number = ${number}`.execute(app.database)
    expect(rows).toEqual([{ source: 'questionnaire', topic: 'people', words: answers.words }])
  })
})

describe('words of an answer', () => {
  it('become an issue of the register once, with the questionnaire as the one source', async () => {
    const id = await opened()
    await moved(send(await openPath(id), { answers, group: 'enterprise' }))
    const [text] = (await ended(id)).texts
    const raise = () =>
      dispatcher.post(`/api/questionnaires/texts/${text?.id}/issue`, { kind: 'suggestion', topic: 'people' })
    const issue = await moved(raise())
    expect(await codeOf(raise())).toBe('text-in-register-already')
    expect((await dispatcher.get(`/api/voice/issues/${issue.id}`)).json()).toMatchObject({
      source: 'questionnaire',
      kind: 'suggestion',
    })
  })
})

describe('firms that left a number', () => {
  it('are told at once, and those that are silent are reminded once, three days before the end', async () => {
    const person = await app.signIn({ name: '王小青' })
    const application = '01960000-0000-7000-8000-000000000001'
    await app.asSuperuser(`
      insert into guanjia.registration_application
        (id, number, owner_id, kind, answers, contact_name, contact_phone, created_at, updated_at)
      values ('${application}', 'survey', '${person.personId}', 'LLC', '{}', '王', '13900000055', now(), now());
      update guanjia.market_entity set application_id = '${application}' where unified_code = '${codeAt(13)}'`)
    const other = { quotas: [{ group: 'other', places: 1 }], hasOpenLink: false }
    const id = await opened(other)
    expect(await round(id)).toMatchObject({ invited: 3, bySms: 1, byLetter: 2 })
    const told = async (template: string) => {
      await app.settle()
      const { rows } = await sql`select masked_address from notice where template = ${template}`.execute(
        app.database,
      )
      return rows
    }
    expect(await told('firm-invited')).toEqual([{ masked_address: '139****0055' }])
    for (const day of ['2026-04-11', '2026-04-12', '2026-04-13']) {
      app.clock.set(`${day}T01:30:00Z`)
      const { database, jobs } = app.ports
      await database.transaction().execute((tx) => jobs.enqueue(tx, 'feedback.look-at-questionnaires', {}))
      expect(await told('firm-reminded')).toHaveLength(day === '2026-04-11' ? 0 : 1)
    }
  })
})
