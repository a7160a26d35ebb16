import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../devkit/src/test-app/index.ts'
import { openToolRunner, toolCommand } from '../tool-runner.ts'
import { openSecretSeal } from './secret-seal.ts'
import { createStaff } from './staff-commands.ts'
import { oneTimeCode } from './staff-log-in.ts'

const launcher = join(import.meta.dirname, '../../bin/guanjia.mjs')
const newPassword = 'a longer horse by far'

let app: TestApp

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

interface Handed {
  readonly username: string
  readonly password: string
  readonly authenticator: string
}

/** What the tool prints for whoever sits at the machine. */
async function typeIn(username: string, identityNumber: string): Promise<Handed> {
  const words = ['--name', '林海宁', '--identity-number', identityNumber, '--administrator', '--json']
  const { dataFolder, keysFolder } = app.ports
  const own = { DATABASE_URL: app.adminUrl, GUANJIA_DATA: dataFolder, GUANJIA_KEYS: keysFolder }
  const env = { ...process.env, ...own }
  const run = promisify(execFile)(process.execPath, [launcher, 'staff', 'create', username, ...words], {
    env,
  })
  return JSON.parse((await run).stdout) as Handed
}

/** The same without a process of its own; gives the code of a refusal. */
async function create(username: string, identityNumber: string, administrator = false, partner?: string) {
  const seal = openSecretSeal(app.ports.keysFolder)
  const { runCommand, newId } = openToolRunner(app.database)
  const wanted = { username, name: '林海宁', identityNumber, administrator, partner }
  const partners = ['chengyang-discipline']
  const created = await runCommand(toolCommand('access.create-account', newId()), (context) =>
    createStaff({ seal, newId, partners }, context, wanted),
  )
  return created.ok ? created.value : created.code
}

async function aColleague(username: string, identityNumber: string, administrator = false): Promise<Handed> {
  const created = await create(username, identityNumber, administrator)
  if (typeof created === 'string') throw new Error(created)
  return created
}

function codeOf({ authenticator }: Handed): string {
  return oneTimeCode(new URL(authenticator).searchParams.get('secret') ?? '', app.clock.now())
}

const logIn = (body: object, cookie = '') =>
  app.stranger.send({ method: 'POST', url: '/api/session/staff', body, headers: { cookie } })

/** The session cookie of an answer. */
function cookieOf({ headers }: Awaited<ReturnType<typeof logIn>>): string {
  return [headers['set-cookie']].flat().join().split(';')[0] ?? ''
}

async function entered(handed: Handed) {
  const { username, password } = handed
  const answer = await logIn({ username, password, code: codeOf(handed), newPassword })
  expect(answer.status).toBe(200)
  const cookie = cookieOf(answer)
  const post = async (url: string, body: object) => {
    const headers = { cookie, 'idempotency-key': url + JSON.stringify(body) }
    const { status, json } = await app.stranger.send({ method: 'POST', url, body, headers })
    expect(status).toBeLessThan(300)
    return json() as { readonly id: string }
  }
  return { roles: (answer.json() as { roles: string[] }).roles, cookie, post }
}

describe('staff of a new house', () => {
  it('begins with two administrators, who give every other duty together', async () => {
    const zhao = await typeIn('zhao', '370214198804120016')
    const qian = await aColleague('qian', '370214199003070025', true)
    expect(await create('sun', '370214199003070041', true)).toBe('administrators-there-already')
    const sun = await aColleague('sun', '370214199003070041')
    expect(await create('sun', '370214198801010014')).toBe('username-taken')
    expect(await create('li', '370214199003070041')).toBe('account-there-already')

    const { username, password } = zhao
    const first = await logIn({ username, password, code: codeOf(zhao) })
    expect([first.status, first.json()]).toMatchObject([403, { code: 'password-must-be-changed' }])
    const same = await logIn({ username, password, code: codeOf(zhao), newPassword: password })
    expect([same.status, same.json()]).toMatchObject([422, { code: 'password-too-simple' }])

    const one = await entered(zhao)
    expect(one.roles).toEqual(['security-admin'])
    const { id } = await one.post('/api/access/grants', { username: 'sun', role: 'registrar' })
    const two = await entered(qian)
    await two.post(`/api/access/grants/${id}/confirm`, {})
    expect((await entered(sun)).roles).toEqual(['registrar'])

    // nothing of what was handed over can be read in the database
    const { rows } = await sql<{ text: string }>`
      select string_agg(staff_account::text, ' ') as text from staff_account`.execute(app.database)
    for (const { password: given, authenticator } of [zhao, qian, sun])
      for (const secret of [given, new URL(authenticator).searchParams.get('secret') ?? 'none'])
        expect(rows[0]?.text).not.toContain(secret)
    const leaves = await sql<{ act: string }>`
      select text::jsonb->>'act' as act from ledger_leaf order by id`.execute(app.database)
    expect(leaves.rows.map(({ act }) => act).slice(0, 4)).toEqual([
      'access.account-created',
      'access.administrator-installed',
      'access.account-created',
      'access.administrator-installed',
    ])
  })

  it('names the organisation of a partner’s person, who is given the duty of a partner and no other', async () => {
    const number = '370214199003070180'
    expect(await create('guest', number, false, 'nobody')).toBe('partner-unknown')
    expect(await create('guest', number, true, 'chengyang-discipline')).toBe('partner-not-administrator')
    await create('guest', number, false, 'chengyang-discipline')
    await aColleague('own', '370214199003070201')
    const security = await app.signIn({ name: '安全', roles: ['security-admin'] })
    const propose = async (username: string, role: string) =>
      (await security.post('/api/access/grants', { username, role })).json()
    expect(await propose('guest', 'supervisor')).toMatchObject({ code: 'account-of-partner' })
    expect(await propose('own', 'partner')).toMatchObject({ code: 'partner-organisation-missing' })
    await propose('guest', 'partner')
    await propose('own', 'clerk')
    const { grants } = (await security.get('/api/access/grants')).json() as {
      grants: { role: string; partner: string | null }[]
    }
    const shown = new Map(grants.map(({ role, partner }) => [role, partner]))
    expect([shown.get('partner'), shown.get('clerk')]).toEqual(['城阳区纪委监委', null])
  })

  it('says to whom comes before any duty is given that the new password is kept', async () => {
    const early = await aColleague('early', '370214199003070105')
    const { username, password } = early
    const first = await logIn({ username, password, code: codeOf(early), newPassword })
    expect([first.status, first.json()]).toMatchObject([403, { code: 'no-duty-yet' }])
    app.clock.advance(60_000)
    const kept = await logIn({ username, password: newPassword, code: codeOf(early) })
    expect([kept.status, kept.json()]).toMatchObject([403, { code: 'no-duty-yet' }])
    app.clock.advance(60_000)
    const old = await logIn({ username, password, code: codeOf(early) })
    expect([old.status, old.json()]).toMatchObject([401, { code: 'log-in-failed' }])
  })

  it('leaves a line in the trail for each log-in, failure and log-out, and changes the session at log-in', async () => {
    const zhou = await aColleague('zhou', '370214199003070068')
    const { rows: accounts } = await sql<{ id: string }>`
      select person_id as id from staff_account where username = 'zhou'`.execute(app.database)
    const id = accounts[0]?.id ?? ''
    await sql`insert into role_grant (id, person_id, role, confirmed_at)
      values (gen_random_uuid(), ${id}, 'clerk', now())`.execute(app.database)
    await logIn({ username: 'zhou', password: 'wrong', code: '000000' })
    const { cookie: old } = await entered(zhou)
    app.clock.advance(60_000)
    const again = await logIn({ username: 'zhou', password: newPassword, code: codeOf(zhou) }, old)
    const read = async (cookie: string) =>
      (await app.stranger.send({ method: 'GET', url: '/api/session', headers: { cookie } })).json()
    expect(await read(old)).toMatchObject({ signedIn: false })
    expect(await read(cookieOf(again))).toMatchObject({ signedIn: true, personId: id })
    await app.stranger.send({ method: 'DELETE', url: '/api/session', headers: { cookie: cookieOf(again) } })
    const { rows } = await sql<{ line: string }>`
      select principal || ' ' || command as line from audit_entry where subject = ${id} order by id`.execute(
      app.database,
    )
    expect(rows.map(({ line }) => line)).toEqual([
      'anonymous access.log-in-failed',
      `person:${id} access.log-in`,
      `person:${id} access.log-in`,
      `person:${id} access.log-out`,
    ])
  })

  it('answers a name that is nobody as it answers a resting account', async () => {
    const wu = await aColleague('wu', '370214199003070084')
    for (let failures = 0; failures < 5; failures += 1)
      await logIn({ username: 'wu', password: 'wrong', code: '000000' })
    const told = async (username: string) => {
      const { status, json } = await logIn({ username, password: wu.password, code: codeOf(wu), newPassword })
      return { status, ...(json() as object), correlationId: '' }
    }
    expect(await told('wu')).toEqual(await told('nobody'))
  })
})
