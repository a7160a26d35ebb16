import { request } from 'node:http'
import type { Role } from '@guanjia/core/access'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, type TestApp, testApp } from '../../../devkit/src/test-app/index.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function ok<T>(answer: ReturnType<Browser['post']>): Promise<T> {
  const { status, text } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return JSON.parse(text) as T
}

let accounts = 0
/** A member of staff with an account and no duty yet. */
async function aColleague(): Promise<{ readonly browser: Browser; readonly username: string }> {
  accounts += 1
  const browser = await app.signIn({ name: `同事${accounts}`, roles: ['clerk'] })
  const username = `colleague-${accounts}`
  await sql`insert into staff_account (person_id, username, password_hash, one_time_secret)
    values (${browser.personId}, ${username}, 'none', 'none')`.execute(app.database)
  return { browser, username }
}

/** The role given by two administrators. */
async function aGrant(username: string, role: Role): Promise<{ id: string; revoke: () => Promise<unknown> }> {
  const one = await app.signIn({ name: '管理员甲', roles: ['security-admin'] })
  const two = await app.signIn({ name: '管理员乙', roles: ['security-admin'] })
  const { id } = await ok<{ id: string }>(one.post('/api/access/grants', { username, role }))
  await ok(two.post(`/api/access/grants/${id}/confirm`))
  return { id, revoke: () => ok(two.post(`/api/access/grants/${id}/revoke`, { reason: '不再担任' })) }
}

/** The leaves of the ledger, and those among them that hold an id of a person as it is. */
async function leaves(): Promise<{ readonly all: number; readonly naming: readonly string[] }> {
  const { rows } = await sql<{ text: string; named: boolean }>`
    select text, exists (select from person p where strpos(text, p.id::text) > 0) as named from ledger_leaf`.execute(
    app.database,
  )
  return { all: rows.length, naming: rows.filter(({ named }) => named).map(({ text }) => text) }
}

/** Opens the stream of news over the network and gives what it said until it ended. */
function listen(
  origin: string,
  { cookie }: Browser,
): { readonly ended: Promise<string>; readonly text: () => string } {
  let text = ''
  const ended = new Promise<string>((resolve, reject) => {
    const sent = request(`${origin}/api/events`, { headers: { cookie } }, (response) => {
      response.on('data', (part: Buffer) => {
        text += part.toString()
      })
      response.on('end', () => resolve(text))
    })
    sent.on('error', reject).end()
  })
  return { ended, text: () => text }
}

describe('powers on the ledger', () => {
  it('name people by commitments alone, whoever gives, confirms, takes or ends', async () => {
    const { username } = await aColleague()
    const { revoke } = await aGrant(username, 'registrar')
    await revoke()
    const owner = await app.signIn({ name: '王小青' })
    const delegation = {
      name: '林海宁',
      identityNumber: '370214198804120016',
      scope: ['registration.read'],
      days: 3,
    }
    const { id } = await ok<{ id: string }>(owner.post('/api/access/delegations', delegation))
    await ok(owner.send({ method: 'DELETE', url: `/api/access/delegations/${id}` }))
    expect(await leaves()).toEqual({ all: 5, naming: [] })
  })
})

describe('a delegation', () => {
  const given = { scope: ['registration.read'], days: 3 }

  it('is answered alike whether the colleague was ever here or not, and works once they come', async () => {
    const owner = await app.signIn({ name: '王小青' })
    const known = '370214199003070025'
    await app.signIn({ name: '陈国栋', identityNumber: known })
    const stranger = '370214199003070041'
    const answers = await Promise.all(
      [known, stranger].map((identityNumber) =>
        owner.post('/api/access/delegations', { ...given, name: '陈国栋', identityNumber }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const colleague = await app.signIn({ name: '陈国栋', identityNumber: stranger })
    const session = await ok<{ delegations: { fromId: string }[] }>(colleague.get('/api/session'))
    expect(session.delegations).toMatchObject([{ fromId: owner.personId }])
  })

  it('is refused for a number that nobody can bear', async () => {
    const owner = await app.signIn({ name: '王小青' })
    const wrong = { ...given, name: '陈国栋', identityNumber: '370214199003070021' }
    expect((await owner.post('/api/access/delegations', wrong)).json()).toMatchObject({
      code: 'identity-number-wrong',
    })
  })
})

describe('the stream of news', () => {
  it('ends with the log-out and with the last duty', async () => {
    await using house = await testApp()
    await house.app.start()
    const origin = await house.app.http.listen({ host: '127.0.0.1', port: 0 })
    const applicant = await house.signIn({ name: '王小青' })
    const one = listen(origin, applicant)
    await expect.poll(one.text).toContain('retry')
    await applicant.send({ method: 'DELETE', url: '/api/session' })
    await one.ended

    const clerk = await house.signIn({ name: '刘敏', roles: ['clerk'] })
    const security = await house.signIn({ name: '管理员', roles: ['security-admin'] })
    const other = listen(origin, clerk)
    await expect.poll(other.text).toContain('retry')
    const { rows } = await sql<{ id: string }>`
      select id from role_grant where person_id = ${clerk.personId}`.execute(house.database)
    await security.post(`/api/access/grants/${rows[0]?.id}/revoke`, { reason: '不再担任' })
    await other.ended
  })
})
