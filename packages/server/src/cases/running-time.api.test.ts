import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import {
  acceptAndAgree,
  grant,
  moved,
  now,
  type PermitPeople,
  plainFacts,
  receive,
  refusal,
  signInPeople,
  step,
  told,
  until,
} from '@guanjia/devkit/test-permits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'
import { casesTables } from './store/cases-tables.ts'

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }

let app: TestApp
let people: PermitPeople

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  await publishFirstCatalogue(app.ports, publisher)
  people = await signInPeople(app)
}, 240_000)
afterAll(() => app.close())

describe('time', () => {
  it('accepts by silence from the day of receipt, and says so to the clerk who comes too late', async () => {
    people = await until(app, '2026-04-07T01:30:00Z')
    const received = await receive(people)
    app.clock.set('2026-04-15T02:00:00Z')
    people = await signInPeople(app)
    expect(await refusal(people.clerk, received, 'acceptance', { follow: [] })).toBe('accepted-by-silence')
    people = await until(app, '2026-04-15T02:10:00Z')
    expect(await now(people, received.id)).toMatchObject({ situation: 'in-review', status: 8 })
    expect((await people.applicant.get(`/api/cases/${received.id}`)).json()).toMatchObject({
      acceptedFrom: '2026-04-07',
      deadlines: [{ kind: 'committed', due: '2026-04-08', light: 'red' }, { kind: 'statutory' }],
    })
    expect(await told(app, received.id)).toContain('turned-red')
  }, 120_000)

  it('leads from a promise that is not kept to a revocation by two people', async () => {
    const facts = { ...plainFacts, 'bidding.required': true, 'tender.candidatePublished': true }
    const drafted = await moved(people.applicant.post('/api/cases', { service: 'M307', facts }))
    const promised = await step(people.applicant, drafted, 'promises', { promise: 'C1', agreed: true })
    const submitted = await step(people.applicant, promised, 'submission')
    expect(await refusal(people.clerk, submitted, 'acceptance', { follow: [] })).toBe('papers-missing')
    const papers = [
      'application-form',
      'funding-commitment',
      'quality-safety-measures',
      'supervision-contract',
    ]
    const gaps = papers.map((requirement) => ({ requirement, what: '请补交' }))
    const asked = await step(people.clerk, submitted, 'correction', { gaps })
    await attach(asked.id, papers)
    const agreed = await acceptAndAgree(people, await step(people.applicant, asked, 'correction/answer'))
    const decided = await step(people.housing, agreed, 'decision', grant)
    expect(decided).toMatchObject({ situation: 'granted-on-promise', status: 12 })
    expect(await refusal(people.applicant, decided, 'duties/made-up', { duty: 'C1' })).toBe('duty-unproven')
    const { duties } = (await people.housing.get('/api/department/duties')).json() as {
      duties: { due: string }[]
    }
    expect(duties).toMatchObject([{ duty: 'C1', state: 'open', due: '2026-05-09', light: 'green' }])

    people = await until(app, '2026-04-30T02:00:00Z')
    people = await until(app, '2026-05-08T02:00:00Z')
    expect((await told(app, decided.id)).filter((type) => type === 'due-soon')).toHaveLength(2)
    people = await until(app, '2026-05-10T02:00:00Z')
    expect(await told(app, decided.id)).toContain('duty-lapsed')
    const early = await now(people, decided.id)
    const ground = { ground: 'duty-not-made-up', reasons: '逾期未补正' }
    expect(await refusal(people.housing, early, 'revocation', ground)).toBe('revocation-ground-missing')
    people = await until(app, '2026-05-25T02:00:00Z')
    const proposed = await step(people.housing, await now(people, decided.id), 'revocation', ground)
    expect(await refusal(people.housing, proposed, 'revocation/confirm')).toBe('not-allowed')
    expect(await step(people.head, proposed, 'revocation/confirm')).toMatchObject({
      situation: 'revoked',
      status: 15,
    })
    const line = await people.applicant.get(`/api/cases/${decided.id}/timeline`)
    expect(JSON.stringify(line.json())).not.toContain(people.housing.personId)
  }, 240_000)

  it('tells of a corrected calendar only in the case whose last day it moved', async () => {
    const [moves, stays, waits] = [await receive(people), await receive(people), await receive(people)]
    const countedBefore = (id: string, change: object) =>
      casesTables(app.database)
        .updateTable('case_file')
        .set({ calendar_version: 'an older calendar', ...change })
        .where('id', '=', id)
        .returning(['clock_ends', 'next_due'])
        .executeTakeFirstOrThrow()
    const { clock_ends: ends, next_due: due } = await countedBefore(stays.id, {})
    expect(ends).toEqual({ 'one-time-notice': due })
    await countedBefore(waits.id, {})
    await countedBefore(moves.id, { clock_ends: { 'one-time-notice': '2026-04-30' } })
    for (const received of [moves, stays]) await step(people.clerk, received, 'acceptance', { follow: [] })
    expect(await told(app, moves.id)).toEqual([
      'opened',
      'received',
      'calendar-revised',
      'accepted',
      'review-begun',
    ])
    expect(await told(app, stays.id)).toEqual(['opened', 'received', 'accepted', 'review-begun'])
    people = await until(app, new Date(app.ports.clock.now().getTime() + 60_000).toISOString())
    expect(await now(people, waits.id)).toMatchObject({ version: waits.version })
    const counted = await casesTables(app.database)
      .selectFrom('case_file')
      .select('calendar_version')
      .where('id', '=', waits.id)
      .executeTakeFirst()
    expect(counted).toEqual({ calendar_version: app.ports.zone.calendar.version })
  }, 120_000)
})

/** The applicant has handed these papers in: one file for all, sent in two parts with a break in between. */
async function attach(caseId: string, papers: readonly string[]): Promise<void> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const { id } = await moved(
    people.applicant.post('/api/evidence/uploads', { name: '申请表.pdf', size: bytes.length }),
  )
  const parts = `/api/evidence/uploads/${id}/parts`
  const part = (from: number, to: number) => ({
    offset: from,
    bytes: bytes.subarray(from, to).toString('base64'),
  })
  await moved(people.applicant.post(parts, part(0, 10)))
  expect((await people.applicant.post(parts, part(20, 30))).json()).toMatchObject({
    code: 'upload-offset-wrong',
  })
  expect((await people.applicant.get(`/api/evidence/uploads/${id}`)).json()).toMatchObject({ received: 10 })
  await moved(people.applicant.post(parts, part(10, bytes.length)))
  const kept = { upload: id, type: 'application-form', title: '申请表' }
  const document = await moved(people.applicant.post('/api/evidence', kept))
  expect(document).toMatchObject({ version: 1, kind: 'pdf' })
  for (const requirement of papers)
    await moved(
      people.applicant.post(`/api/cases/${caseId}/evidence`, { requirement, document: document.id }),
    )
  const read = await people.housing.get(`/api/evidence/${document.id}/1`)
  expect(read.headers['content-type']).toBe('application/pdf')
}
