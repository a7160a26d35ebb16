import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { ok, type RegistrationDesk, registrationDesk, submitDraft } from '@guanjia/devkit/test-registration'
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

interface Entry {
  readonly status: string
  readonly facts: { readonly capital: string; readonly licence: string } | null
  readonly validFrom: string
  readonly validTo: string | null
}

interface Memory {
  readonly entry: Entry | null
  readonly entries: readonly Entry[]
}

/** What the register says of a code, asked by whoever may ask today. */
async function read(code: string, query: string): Promise<Memory> {
  const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
  return ok<Memory>(registrar.get(`/api/registration/register/${code}${query}`))
}

/** Set up on 1 April, its capital corrected on the 2nd, revoked on the 3rd. */
async function aTroubledCompany(): Promise<{ code: string }> {
  const draft = await desk.signedDraft()
  const { licence } = await submitDraft(draft)
  app.clock.advance(dayMs)
  const url = `${base}/${draft.id}`
  const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
  const wish = { field: 'capital', amount: '2000000' }
  await ok(registrar.post(`${url}/correction`, { wish, reason: '录入时笔误' }))
  const lead = await app.signIn({ name: '周组长', roles: ['registrar-lead'] })
  await ok(lead.post(`${url}/correction/confirm`))
  app.clock.advance(dayMs)
  const [one, two] = [
    await app.signIn({ name: '张立', roles: ['registrar-lead'] }),
    await app.signIn({ name: '李再', roles: ['registrar-lead'] }),
  ]
  await ok(one.post(`${url}/revocation`, { reason: '冒用身份骗取登记' }))
  await ok(two.post(`${url}/revocation/confirm`))
  return { code: licence?.unifiedCode ?? '' }
}

describe('the register', () => {
  it('says what held on a day, and what it said of that day before it knew better', async () => {
    const { code } = await aTroubledCompany()
    const told = async (on: string, knownOn: string) => {
      const { entry } = await read(code, `?on=${on}&knownOn=${knownOn}`)
      return entry === null ? null : [entry.status, entry.facts?.capital]
    }
    expect(await told('2026-03-31', '2026-04-03')).toBeNull()
    expect(await told('2026-04-01', '2026-03-31')).toBeNull()
    expect(await told('2026-04-01', '2026-04-01')).toEqual(['registered', '1000000.00'])
    // the correction holds from the beginning, and was known from the 2nd on
    expect(await told('2026-04-01', '2026-04-02')).toEqual(['registered', '2000000.00'])
    expect(await told('2026-04-05', '2026-04-02')).toEqual(['registered', '2000000.00'])
    // the revocation holds from the 3rd on
    expect(await told('2026-04-02', '2026-04-03')).toEqual(['registered', '2000000.00'])
    expect(await told('2026-04-03', '2026-04-03')).toEqual(['revoked', '2000000.00'])
  })

  it('keeps every entry it ever held, the latest known first', async () => {
    const { code } = await aTroubledCompany()
    const { entry, entries } = await read(code, '')
    expect(entry).toMatchObject({ status: 'revoked', validTo: null })
    expect(entries.map(({ status, facts }) => `${status} ${facts?.capital}`)).toEqual([
      'revoked 2000000.00',
      'registered 2000000.00',
      'registered 2000000.00',
      'registered 1000000.00',
    ])
  })

  it('has nothing on a code that was never given, and does not answer an applicant', async () => {
    const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    const path = '/api/registration/register/91370222MA3C00011K'
    expect((await registrar.get(path)).json()).toMatchObject({ status: 404, code: 'entity-unknown' })
    const applicant = await app.signIn({ name: '林海宁' })
    expect((await applicant.get(path)).status).toBe(403)
  })
})
