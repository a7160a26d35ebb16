import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAutomatedDecision } from '@guanjia/core/registration'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { handIn, openPapers } from '@guanjia/devkit/test-papers'
import {
  type Applicant,
  type Draft,
  ok,
  type RegistrationDesk,
  registrationDesk,
} from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { decisionRulesFrom } from './content/decision-rules-file.ts'
import { keepRules } from './content/rules-archive.ts'
import { registrationTables } from './registration-tables.ts'

const base = '/api/registration/applications'
const zone = join(import.meta.dirname, '../../../../content/qingdao')
let app: TestApp
let desk: RegistrationDesk
const someone = (name?: string) => desk.someone(name)
const aDraft = (owner: Applicant, changed?: object) => desk.aDraft(owner, changed)
const signed = (draft: Draft) => desk.signed(draft)
const signedDraft = (changed?: object) => desk.signedDraft(changed)
const submit = (draft: Draft, key?: string) => desk.submit(draft, key)

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  desk = registrationDesk(app)
})

afterAll(() => app.close())

describe('a set-up without a person touching it', () => {
  it('goes from an empty form to a licence, an entry, four records and five pushes', async () => {
    const draft = await signedDraft()
    const result = await ok<{ outcome: string; fullyAuto: boolean; licence: { unifiedCode: string } }>(
      submit(draft),
    )
    expect(result).toMatchObject({ outcome: 'approved', fullyAuto: true })
    const trace = await ok<{ checks: unknown[]; replaySame: boolean; records: { step: string }[] }>(
      draft.owner.get(`${base}/${draft.id}/trace`),
    )
    expect(trace.checks).toHaveLength(16)
    expect(trace.replaySame).toBe(true)
    expect(trace.records.map(({ step }) => step)).toEqual(['pre-review', 'acceptance', 'approval', 'closing'])
    const tables = registrationTables(app.database)
    const code = result.licence.unifiedCode
    const entity = await tables
      .selectFrom('market_entity')
      .selectAll()
      .where('unified_code', '=', code)
      .execute()
    expect(entity).toMatchObject([{ established_on: '2026-04-01', electronic: true, fully_auto: true }])
    expect(
      await tables.selectFrom('registration_push').selectAll().where('unified_code', '=', code).execute(),
    ).toHaveLength(5)
    const seat = await tables
      .selectFrom('registration_seat')
      .selectAll()
      .where('application_id', '=', draft.id)
      .execute()
    expect(seat).toMatchObject([{ state: 'used', until: null }])
  })

  it('gives every receiver the news and keeps its receipt', async () => {
    const draft = await signedDraft()
    await ok(submit(draft))
    await app.settle()
    const { pushes } = await ok<{ pushes: { state: string }[] }>(draft.owner.get(`${base}/${draft.id}`))
    expect(pushes.map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
      'delivered',
      'delivered',
      'delivered',
    ])
  })

  it('sees a trace that was altered afterwards', async () => {
    const draft = await signedDraft()
    await ok(submit(draft))
    await app.asSuperuser(
      `update guanjia.registration_decision set facts = jsonb_set(facts, '{risk,byApplicant}', '7') where application_id = '${draft.id}'`,
    )
    expect(await ok(draft.owner.get(`${base}/${draft.id}/trace`))).toMatchObject({ replaySame: false })
  })
})

describe('a decision replayed', () => {
  it('comes to the same by its own rules after the zone has changed them', async () => {
    const draft = await signedDraft()
    await ok(submit(draft))
    const first = await ok<{ rulesDigest: string; checks: { elapsed: number | null; mark: string }[] }>(
      draft.owner.get(`${base}/${draft.id}/trace`),
    )
    expect(first.rulesDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(first.checks.every(({ elapsed }) => elapsed !== null)).toBe(true)
    // the same decision, taken by rules that are no longer those of the zone
    const stricter = parse(readFileSync(join(zone, 'registration/decision-checks.yaml'), 'utf8'))
    stricter.version = 'qingdao-older'
    stricter.limits.setUpsOfOneApplicant.value = 0
    const rules = decisionRulesFrom(stricter)
    await keepRules(app.database, rules)
    const { facts } = await registrationTables(app.database)
      .selectFrom('registration_decision')
      .select('facts')
      .where('application_id', '=', draft.id)
      .executeTakeFirstOrThrow()
    const trace = runAutomatedDecision({ ...facts, risk: { ...facts.risk, byApplicant: 1 } }, rules)
    expect(trace.verdict).toBe('human')
    await app.asSuperuser(`update guanjia.registration_decision
      set rules_digest = '${rules.digest}', rule_version = 'qingdao-older', trace = '${JSON.stringify(trace)}',
        facts = jsonb_set(facts, '{risk,byApplicant}', '1') where application_id = '${draft.id}'`)
    expect(await ok(draft.owner.get(`${base}/${draft.id}/trace`))).toMatchObject({
      ruleVersion: 'qingdao-older',
      replaySame: true,
    })
  })
})

describe('what the automatic decision leaves to a person', () => {
  it('keeps the trace that asked for a person, with the condition, its values and its mark', async () => {
    const draft = await signedDraft({ special: ['group'] })
    await ok(submit(draft))
    const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    const { referral } = await ok<{
      referral: { digest: string; checks: { id: string; because: object[] }[] }
    }>(registrar.get(`/api/registration/queue/${draft.id}`))
    expect(referral.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(referral.checks).toHaveLength(16)
    expect(referral.checks.find(({ id }) => id === 'Q14')?.because).toMatchObject([
      { condition: 'situation = "group"', facts: [{ name: 'situation', value: 'group' }], mark: 'S' },
    ])
  })

  it('refers own articles, counts half a working day, and is not zero-touch once an officer approves', async () => {
    const owner = await someone()
    const filled = await aDraft(owner, { articles: { model: false, term: { years: 20 } } })
    await handIn(owner, { id: filled.id, paper: 'own-articles' })
    const draft = await signed(filled)
    const referred = await ok<{ outcome: string; dueAt: string; reasons: { id: string }[] }>(submit(draft))
    expect(referred).toMatchObject({ outcome: 'with-officer', dueAt: '2026-04-01T09:00:00.000Z' })
    expect(referred.reasons.map(({ id }) => id)).toEqual(['Q12'])
    const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    const queue = await ok<{ entries: { id: string }[] }>(registrar.get('/api/registration/queue'))
    expect(queue.entries.map(({ id }) => id)).toContain(draft.id)
    await ok(registrar.post(`/api/registration/queue/${draft.id}/claim`))
    await openPapers(registrar, draft.id)
    const decided = await ok(
      registrar.post(`/api/registration/queue/${draft.id}/decision`, {
        outcome: 'approved',
        reason: '自备章程已审查',
      }),
    )
    expect(decided).toMatchObject({ outcome: 'approved' })
    expect(await ok(draft.owner.get(`${base}/${draft.id}`))).toMatchObject({
      stage: 'approved',
      fullyAuto: false,
    })
  })

  it('refuses somebody barred from office, says why and how to mend it, and frees name and seat', async () => {
    const owner = await someone('高守业')
    await sql`insert into registration_bar (identity_number, rule, source)
      values (${owner.identityNumber}, '失信被执行人', 'test')`.execute(app.database)
    const draft = await signed(await aDraft(owner))
    const refused = await ok<{
      outcome: string
      reasons: { id: string; article: string; because: { mend: string }[] }[]
    }>(submit(draft))
    expect(refused.outcome).toBe('refused')
    expect(refused.reasons).toMatchObject([{ id: 'Q4' }])
    expect(refused.reasons[0]?.because[0]?.mend).not.toBe('')
    const tables = registrationTables(app.database)
    expect(
      await tables
        .selectFrom('registration_name')
        .where('application_id', '=', draft.id)
        .selectAll()
        .execute(),
    ).toEqual([])
    expect(
      await tables
        .selectFrom('registration_seat')
        .where('application_id', '=', draft.id)
        .selectAll()
        .execute(),
    ).toEqual([])
  })

  it('knows a barred person by one spelling of their number', async () => {
    const bar = sql`insert into registration_bar (identity_number, rule, source)
      values ('37021419880413999x', '失信被执行人', 'test')`
    await expect(bar.execute(app.database)).rejects.toThrow(/registration_bar_folded/)
  })

  it('counts the last day of a bar by the day of the zone', async () => {
    const nightfall = 15.5 * 3_600_000
    // the second of April begins in the zone while it is still the first in Greenwich
    app.clock.advance(nightfall)
    const outcomes = []
    for (const lastDay of ['2026-04-01', '2026-04-02']) {
      const owner = await someone()
      await sql`insert into registration_bar (identity_number, rule, until, source)
        values (${owner.identityNumber}, '失信被执行人', ${lastDay}, 'test')`.execute(app.database)
      outcomes.push((await submit(await signed(await aDraft(owner)))).json())
    }
    app.clock.advance(-nightfall)
    expect(outcomes).toMatchObject([{ outcome: 'approved' }, { outcome: 'refused' }])
  })

  it('does not decide before everybody has signed', async () => {
    const draft = await aDraft(await someone())
    const { version } = await ok<{ version: number }>(draft.owner.get(`${base}/${draft.id}`))
    await ok(draft.owner.post(`${base}/${draft.id}/signatures`, { version }))
    expect((await submit(draft)).json()).toMatchObject({ status: 409, code: 'signatures-missing' })
  })
})

describe('an application taken back', () => {
  it.each([
    ['while it is filled in', (owner: Applicant) => aDraft(owner)],
    ['while it is signed', async (owner: Applicant) => signed(await aDraft(owner))],
    [
      'while a registrar has it',
      async (owner: Applicant) => {
        const draft = await signed(await aDraft(owner, { special: ['group'] }))
        await ok(submit(draft))
        return draft
      },
    ],
  ])('%s frees name and seat, and its answers go into a new one', async (_, prepared) => {
    const owner = await someone()
    const { id } = await prepared(owner)
    const held = await ok<{ answers: { seat: { code: string } } }>(owner.get(`${base}/${id}`))
    expect(await ok(owner.post(`${base}/${id}/withdrawal`))).toEqual({ stage: 'withdrawn' })
    expect(await ok(owner.get(`${base}/${id}`))).toMatchObject({
      stage: 'withdrawn',
      seat: null,
      nameReservedUntil: null,
    })
    const copy = await ok<{ id: string }>(owner.post(base, { kind: 'LLC', copyOf: id }))
    const { answers } = await ok<{ answers: object }>(owner.get(`${base}/${copy.id}`))
    expect(answers).toMatchObject({ capital: { amount: '1000000.00' } })
    expect(answers).not.toHaveProperty('name')
    expect((await owner.post(`${base}/${copy.id}/seat`, { code: held.answers.seat.code })).status).toBe(201)
    expect((await owner.post(`${base}/${id}/withdrawal`)).json()).toMatchObject({
      status: 409,
      code: 'application-not-open',
    })
  })
})

describe('the last ten seats under sixty-four clients', () => {
  it('go to exactly ten, three rounds long, and a seat given back is had again', async () => {
    const last = Array.from({ length: 10 }, (_, at) => `yiyao-1-1-${1 + Math.floor(at / 3)}-${1 + (at % 3)}`)
    const owners = await Promise.all(Array.from({ length: 64 }, () => someone()))
    const drafts = await Promise.all(
      owners.map(async (owner) => ({
        owner,
        ...(await ok<{ id: string }>(owner.post(base, { kind: 'IND' }))),
      })),
    )
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(
        drafts.map(({ owner, id }, at) => owner.post(`${base}/${id}/seat`, { code: last[at % 10] })),
      )
      const winners = drafts.filter((_, at) => answers[at]?.status === 201)
      expect(winners).toHaveLength(10)
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(54)
      const { rows } = await sql<{ code: string; application_id: string }>`
        select code, application_id from registration_seat where code = any(${last}) and state = 'held'`.execute(
        app.database,
      )
      expect(new Set(rows.map((row) => row.application_id)).size).toBe(10)
      for (const { owner, id } of winners)
        await ok(owner.send({ method: 'DELETE', url: `${base}/${id}/seat` }))
    }
  })

  it('has a table that keeps an application to one seat and a seat to one row', async () => {
    const { id } = await aDraft(await someone())
    const insert = sql`insert into registration_seat (code, carrier, room, state, application_id, until, changed_at)
      values ('yiyao-1-8-1-1', 'yiyao', 'yiyao-1-8-1', 'held', ${id}, now() + interval '1 day', now())`
    await expect(insert.execute(app.database)).rejects.toThrow(/registration_seat_application/)
  })
})

describe('thirty-two clients who want one name', () => {
  it.each([
    ['the same', () => '青岛鲸澜信息技术有限公司'],
    [
      'one that sounds the same',
      (at: number) => `青岛${['泓达', '宏达', '鸿达', '弘达'][at % 4]}机械有限公司`,
    ],
    [
      'one that holds the other',
      (at: number) => `青岛${['星耀', '星耀天', '星耀天河', '星耀天河湾'][at % 4]}食品有限公司`,
    ],
  ])('%s: one wins, the others hear which name and rule stood in the way', async (_, wanted) => {
    const drafts = await Promise.all(
      Array.from({ length: 32 }, async () => {
        const owner = await someone()
        return { owner, ...(await ok<{ id: string }>(owner.post(base, { kind: 'LLC' }))) }
      }),
    )
    const answers = await Promise.all(
      drafts.map(({ owner, id }, at) =>
        ok<{ reserved: boolean; findings: { rule: string; existing: string | null }[] }>(
          owner.post(`${base}/${id}/name`, { name: wanted(at), pledged: true }),
        ),
      ),
    )
    expect(answers.filter(({ reserved }) => reserved)).toHaveLength(1)
    for (const { findings } of answers.filter(({ reserved }) => !reserved)) {
      expect(findings[0]?.rule).toMatch(/^[SNC]\d/)
      expect(findings.some(({ existing }) => existing?.startsWith('青岛'))).toBe(true)
    }
  })
})

describe('a key that comes again', () => {
  it('with another body is refused, sixteen times at once is carried out once with one answer', async () => {
    const draft = await signedDraft()
    const answers = await Promise.all(Array.from({ length: 16 }, () => submit(draft, 'one-key')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const other = await signed(await aDraft(draft.owner))
    expect((await submit(other, 'one-key')).json()).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    })
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from registration_decision where application_id = ${draft.id}`.execute(
      app.database,
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('after a year still gives the same answer', async () => {
    const draft = await signedDraft()
    const first = await submit(draft, 'year-key')
    app.clock.advance(366 * 86_400_000)
    const owner = await app.signIn({ name: draft.owner.name, identityNumber: draft.owner.identityNumber })
    const again = await owner.post(`${base}/${draft.id}/submit`, {}, 'year-key')
    app.clock.advance(-366 * 86_400_000)
    expect(again.text).toBe(first.text)
  })
})
