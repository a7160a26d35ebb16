import { opensCommitment } from '@guanjia/core/ledger'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import {
  aFilledDraft,
  anApplicant,
  changeAnswers,
  ok,
  reasonCodes,
  signDraft,
  submitDraft,
} from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registrationTables } from './registration-tables.ts'

const base = '/api/registration/applications'
const investor = { name: '青岛汉唐生物科技有限公司', unifiedCode: '91370222MA3C00011K' }
const other = { name: '青岛唐苑生物科技有限公司', unifiedCode: '91370222MA3C0002XB' }

interface Judged {
  readonly verdict: string
  readonly barred: boolean
  readonly human: boolean
  readonly findings: readonly {
    readonly rule: string
    readonly code: string
    readonly existing: string | null
  }[]
  readonly suggestions: readonly string[]
}

interface Kept extends Judged {
  readonly reserved: boolean
  readonly name: string
  readonly until: string | null
}

let app: TestApp

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  for (const { name, unifiedCode } of [investor, other])
    await app.asSuperuser(`
      insert into guanjia.market_entity
        (unified_code, kind, is_enterprise, established_on, electronic, fully_auto, recorded_at)
        values ('${unifiedCode}', 'LLC', true, '2020-01-02', true, false, now());
      insert into guanjia.market_entity_version (unified_code, status, name, document, valid_from, recorded_from)
        values ('${unifiedCode}', 'registered', '${name}', '{}', '2020-01-02', now());
      insert into guanjia.registration_name (same_key, name, unified_code, state, since)
        values ('same ${name}', '${name}', '${unifiedCode}', 'registered', now());
      insert into guanjia.registration_name_change (added) values ('${name}')`)
})

afterAll(() => app.close())

function check(name: string, kind?: 'IND'): Promise<Judged> {
  const body = kind === undefined ? { name } : { name, kind }
  return ok(app.stranger.post('/api/registration/names/check', body))
}

async function opened(name = '林海宁') {
  const owner = await anApplicant(app, name)
  const { id } = await ok<{ id: string }>(owner.post(base, { kind: 'LLC' }))
  const keep = (wanted: string, accepted?: readonly string[]) =>
    ok<Kept>(owner.post(`${base}/${id}/name`, { name: wanted, pledged: true, ...(accepted && { accepted }) }))
  return { id, owner, keep }
}

describe('a trade word that is taken in its industry', () => {
  const wanted = '青岛汉唐科研有限公司'

  it('is shown as barred, with free alternatives, and cannot be kept', async () => {
    const judged = await check(wanted)
    expect(judged).toMatchObject({ barred: true, findings: [{ rule: 'C10', existing: investor.name }] })
    expect(judged.suggestions).toHaveLength(3)
    for (const free of judged.suggestions)
      expect(await check(free)).toMatchObject({ verdict: 'available', barred: false })
    expect(await (await opened()).keep(wanted)).toMatchObject({ reserved: false, barred: true, until: null })
  })

  it('is free for a company in which its owner holds shares, and only for that', async () => {
    const { id, owner, keep } = await opened()
    const parties = [
      {
        kind: 'person',
        id: 'p1',
        name: owner.name,
        identityNumber: owner.identityNumber,
        phone: '13900000001',
      },
      { kind: 'company', id: 'c1', ...investor, signedBy: 'p1' },
    ]
    await changeAnswers({ id, owner }, { parties })
    expect(await keep(wanted)).toMatchObject({ reserved: false })
    await changeAnswers({ id, owner }, { shareholders: [{ partyId: 'c1', percent: '100', form: 'money' }] })
    expect(await keep(wanted)).toMatchObject({ reserved: true, barred: false })
  })

  it('is refused at the decision where the shareholder has left meanwhile', async () => {
    const { id, owner, keep } = await opened()
    const person = { kind: 'person', id: 'p1', name: owner.name, identityNumber: owner.identityNumber }
    const parties = [
      { ...person, phone: '13900000001' },
      { kind: 'company', id: 'c1', ...other, signedBy: 'p1' },
    ]
    await changeAnswers(
      { id, owner },
      { parties, shareholders: [{ partyId: 'c1', percent: '100', form: 'money' }] },
    )
    expect(await keep('青岛唐苑科研有限公司')).toMatchObject({ reserved: true })
    const draft = await aFilledDraft(owner, { seat: 'panggu-1-3-1-1' })
    await sql`update registration_name set application_id = ${draft.id} where application_id = ${id}`.execute(
      app.database,
    )
    await changeAnswers(draft, {
      name: { use: 'name', text: '青岛唐苑科研有限公司', pledged: true },
      scope: { entryIds: ['m73-01'] },
    })
    const refused = await submitDraft(await signDraft(draft))
    expect([refused.outcome, reasonCodes(refused)]).toEqual(['refused', ['name-barred']])
  })
})

describe('a name beside similar ones', () => {
  it('is kept only where every similar name was accepted, and the acceptance is on record', async () => {
    const first = await opened()
    expect(await first.keep('青岛沐岚机械有限公司')).toMatchObject({ reserved: true })
    const { id, owner, keep } = await opened('周文澜')
    const wanted = '青岛沐兰机械设备有限公司'
    expect(await keep(wanted)).toMatchObject({ reserved: false, verdict: 'similar' })
    expect(await keep(wanted, ['青岛别的机械有限公司'])).toMatchObject({ reserved: false })
    expect(await keep(wanted, ['青岛沐岚机械有限公司'])).toMatchObject({ reserved: true, human: true })
    const { answers } = await ok<{ answers: { name: unknown } }>(owner.get(`${base}/${id}`))
    expect(answers.name).toEqual({
      use: 'name',
      text: wanted,
      pledged: true,
      accepted: ['青岛沐岚机械有限公司'],
    })
    await app.settle()
    const { rows } = await sql<{ commitment: string; salt: string }>`
      select commitment, salt from ledger_salt, ledger_leaf
      where text::jsonb -> 'body' -> 'accepted' ->> 0 = commitment`.execute(app.database)
    expect(
      rows.map(({ commitment, salt }) => opensCommitment(commitment, salt, '青岛沐岚机械有限公司')),
    ).toEqual([true])
  })
})

describe('a name that is kept', () => {
  const untilOf = async (id: string) =>
    (
      await registrationTables(app.database)
        .selectFrom('registration_name')
        .select('until')
        .where('application_id', '=', id)
        .executeTakeFirstOrThrow()
    ).until

  it('is kept for two months, and for a year as soon as a permit comes first', async () => {
    const { id, owner, keep } = await opened()
    expect(await keep('青岛溪桥化工有限公司')).toMatchObject({ until: '2026-06-01' })
    await changeAnswers({ id, owner }, { scope: { entryIds: ['f51-09'] } })
    expect(await untilOf(id)).toBe('2027-04-01')
    expect(await check('青岛溪桥化工有限公司')).toMatchObject({ verdict: 'same' })
    await changeAnswers({ id, owner }, { scope: { entryIds: ['f51-04'] } })
    expect(await untilOf(id)).toBe('2026-06-01')
  })

  it('is kept for a year from the start where the scope is known to need a permit, or the State Council decides', async () => {
    const permit = await opened()
    await changeAnswers(permit, { scope: { entryIds: ['f51-09'] } })
    expect(await permit.keep('青岛溪岭化工有限公司')).toMatchObject({ until: '2027-04-01' })
    const national = await opened()
    expect(await national.keep('中国溪谷化工有限公司')).toMatchObject({ until: '2027-04-01', human: true })
  })

  it('does not stand in its own way, and asking for it again gives it no more time', async () => {
    const { id, owner, keep } = await opened()
    const name = '青岛溪汀化工有限公司'
    expect(await keep(name)).toMatchObject({ until: '2026-06-01' })
    const question = { name, kind: 'LLC', application: id }
    const judge = (who: Browser) => ok<Judged>(who.post('/api/registration/names/check', question))
    expect(await judge(owner)).toMatchObject({ verdict: 'available', barred: false })
    for (const other of [app.stranger, await anApplicant(app)])
      expect(await judge(other)).toMatchObject({ verdict: 'same' })
    const [month, halfYear] = [30 * 86_400_000, 180 * 86_400_000]
    app.clock.advance(month)
    const back = () => app.signIn({ name: owner.name, identityNumber: owner.identityNumber })
    const again = async () => ok<Kept>((await back()).post(`${base}/${id}/name`, { name, pledged: true }))
    expect(await again()).toMatchObject({ reserved: true, until: '2026-06-01' })
    app.clock.advance(halfYear)
    expect(await again()).toMatchObject({ reserved: true, until: '2026-12-28' })
    app.clock.advance(-month - halfYear)
  })

  it('keeps the standard characters it was written in', async () => {
    const { keep } = await opened()
    expect(await keep('青島东昇電子科技有限公司')).toMatchObject({
      reserved: true,
      name: '青岛东昇电子科技有限公司',
    })
    expect(await check('青岛东升电子科技有限公司')).toMatchObject({ verdict: 'same' })
  })
})

describe('what the company is', () => {
  it('decides about 集团 and (中国): known to be none refuses, declared goes to a registrar', async () => {
    const { id, owner, keep } = await opened()
    expect(await keep('青岛晴川电子集团有限公司')).toMatchObject({ reserved: true, human: true })
    await changeAnswers({ id, owner }, { special: [] })
    const refused = await keep('青岛晴川电子集团有限公司')
    expect(refused).toMatchObject({ reserved: false, findings: [{ code: 'group-not-holding' }] })
    await changeAnswers({ id, owner }, { special: ['group', 'foreign-invested'] })
    expect(await keep('青岛晴川电子集团有限公司')).toMatchObject({ reserved: true, human: true })
    expect((await keep('晴沙(中国)电子科技有限公司')).findings).toEqual([])
  })

  it('keeps the names of other zones from the companies of this one', async () => {
    const judged = await check('青岛西海岸新区晴川电子有限公司')
    expect(judged).toMatchObject({ verdict: 'refused', findings: [{ code: 'region-not-of-the-seat' }] })
    expect(await check('青岛高新区晴川电子有限公司')).toMatchObject({ verdict: 'available' })
  })

  it('sends a name without an industry to a registrar at the decision', async () => {
    const owner = await anApplicant(app)
    const draft = await aFilledDraft(owner, { name: '青岛晴月有限公司', seat: 'panggu-1-3-1-2' })
    const submission = await submitDraft(await signDraft(draft))
    expect([submission.outcome, reasonCodes(submission)]).toEqual([
      'with-officer',
      ['name-human', 'trade-not-named'],
    ])
  })
})
