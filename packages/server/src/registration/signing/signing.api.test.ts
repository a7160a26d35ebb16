import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import {
  type Applicant,
  type Draft,
  ok,
  type RegistrationDesk,
  registrationDesk,
} from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/registration/applications'
const dayMs = 86_400_000

let app: TestApp
let desk: RegistrationDesk

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  desk = registrationDesk(app)
})

afterAll(() => app.close())

interface Link {
  readonly partyId: string
  readonly url: string
}

interface Asked {
  readonly documentsDigest: string
  readonly links: readonly Link[]
}

/** A company of two shareholders: its owner, and somebody with a log-in of their own. */
async function twoShareholders(): Promise<{ draft: Draft; other: Applicant }> {
  const owner = await desk.someone()
  const other = await desk.someone('周文澜')
  const party = (id: string, { name, identityNumber }: Applicant) => ({
    kind: 'person',
    id,
    name,
    identityNumber,
    phone: '13900000001',
  })
  const draft = await desk.aDraft(owner, {
    parties: [party('p1', owner), party('p2', other)],
    shareholders: [
      { partyId: 'p1', percent: '60', form: 'money' },
      { partyId: 'p2', percent: '40', form: 'money' },
    ],
  })
  return { draft, other }
}

async function ask({ id, owner }: Draft): Promise<Asked> {
  const { version } = await ok<{ version: number }>(owner.get(`${base}/${id}`))
  return ok(owner.post(`${base}/${id}/signatures`, { version }))
}

function sign(who: Applicant, { url }: Link, documentsDigest: string) {
  const body = { documentsDigest, agreed: true }
  return ok<{ missing: number }>(who.post(`/api/registration/signing/${url.split('/').at(-1)}`, body))
}

function linksOf(who: Applicant, { id }: Draft) {
  return ok<{ links: Link[]; mayRenew: boolean }>(who.get(`${base}/${id}/signatures`))
}

function toSignOf(who: Applicant) {
  return ok<{ toSign: { id: string; url: string | null }[] }>(who.get(base))
}

function linkOf({ links }: Pick<Asked, 'links'>, partyId: string): Link {
  const found = links.find((link) => link.partyId === partyId)
  if (found === undefined) throw new Error(`no link for ${partyId}`)
  return found
}

describe('the links of an application in signing', () => {
  it('are told again: all to the applicant, to a signer their own, which is in the list of what they sign', async () => {
    const { draft, other } = await twoShareholders()
    const asked = await ask(draft)
    const own = linkOf(asked, 'p2')
    expect(await linksOf(draft.owner, draft)).toEqual({ links: asked.links, mayRenew: true })
    expect(asked.links).toMatchObject([{ own: true }, { own: false }])
    expect(await linksOf(other, draft)).toEqual({ links: [{ ...own, own: true }], mayRenew: false })
    expect((await toSignOf(other)).toSign).toMatchObject([{ id: draft.id, url: own.url }])
    await sign(other, own, asked.documentsDigest)
    expect((await linksOf(draft.owner, draft)).links).toEqual([linkOf(asked, 'p1')])
    expect((await toSignOf(other)).toSign).toEqual([])
  })

  it('that have run out are told no more, and the signer’s line stays without one', async () => {
    const { draft, other } = await twoShareholders()
    await ask(draft)
    app.clock.advance(8 * dayMs)
    const again = await app.signIn({ name: other.name, identityNumber: other.identityNumber })
    expect(await ok(again.get(`${base}/${draft.id}/signatures`))).toEqual({ links: [], mayRenew: false })
    expect(await ok(again.get(base))).toMatchObject({ toSign: [{ id: draft.id, url: null }] })
    app.clock.advance(-8 * dayMs)
  })

  it('are made anew only for those who have not signed, while the papers are the same', async () => {
    const { draft, other } = await twoShareholders()
    const first = await ask(draft)
    await sign(draft.owner, linkOf(first, 'p1'), first.documentsDigest)
    const second = await ask(draft)
    expect(second.documentsDigest).toBe(first.documentsDigest)
    expect(second.links.map(({ partyId }) => partyId)).toEqual(['p2'])
    const old = linkOf(first, 'p2').url.split('/').at(-1)
    expect((await other.get(`/api/registration/signing/${old}`)).status).toBe(404)
    expect(await sign(other, linkOf(second, 'p2'), second.documentsDigest)).toMatchObject({ missing: 0 })
    expect((await ask(draft)).links).toEqual([])
    expect(await ok(desk.submit(draft))).toMatchObject({ outcome: 'approved' })
  })
})

describe('answers saved as they are', () => {
  it('leave version and signatures alone; saved otherwise, they void them', async () => {
    const { draft } = await twoShareholders()
    const url = `${base}/${draft.id}`
    const asked = await ask(draft)
    await sign(draft.owner, linkOf(asked, 'p1'), asked.documentsDigest)
    const { version, answers } = await ok<{ version: number; answers: object }>(draft.owner.get(url))
    const save = (all: object) =>
      ok(draft.owner.send({ method: 'PATCH', url, body: { version, answers: all } }))
    app.clock.advance(60_000)
    expect(await save(answers)).toMatchObject({ version, savedAt: app.clock.now().toISOString() })
    expect(await ok(draft.owner.get(url))).toMatchObject({
      stage: 'signing',
      version,
      updatedAt: app.clock.now().toISOString(),
      signers: [{ signedAt: expect.any(String) }, { signedAt: null }],
    })
    expect(await save({ ...answers, duplicates: 2 })).toMatchObject({ version: version + 1 })
    expect(await ok(draft.owner.get(url))).toMatchObject({ stage: 'draft' })
  })
})

describe('two people who sign at the same moment', () => {
  it('hear one after the other how many are missing, the last that nobody is', async () => {
    const { draft, other } = await twoShareholders()
    const asked = await ask(draft)
    const both = await app.database.transaction().execute(async (tx) => {
      await sql`select from registration_application where id = ${draft.id} for update`.execute(tx)
      const signing = [
        sign(draft.owner, linkOf(asked, 'p1'), asked.documentsDigest),
        sign(other, linkOf(asked, 'p2'), asked.documentsDigest),
      ]
      await expect.poll(waiting).toBe(signing.length)
      return signing
    })
    const missing = (await Promise.all(both)).map((answer) => answer.missing)
    expect(missing.toSorted()).toEqual([0, 1])
  })
})

/** How many transactions wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_locks where not granted`.execute(app.database)
  return rows[0]?.count ?? 0
}
