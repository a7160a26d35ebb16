import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../devkit/src/test-database/index.ts'
import type { AccessDatabase, AccessTables } from './access-tables.ts'
import { secretSeal } from './secret-seal.ts'
import {
  authenticatorAddress,
  checkLogIn,
  hashPassword,
  type LogIn,
  newOneTimeSecret,
  oneTimeCode,
} from './staff-log-in.ts'

let test: TestDatabase
let tables: AccessDatabase
const seal = secretSeal(randomBytes(32))
const now = new Date('2026-03-02T01:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const password = 'correct horse'
const check = (logIn: LogIn, at = now) => checkLogIn({ database: tables, seal }, logIn, at)

beforeAll(async () => {
  test = await testDatabase()
  tables = test.database.withTables<AccessTables>()
})
afterAll(() => test.close())

async function anAccount(password_to_change = false) {
  const personId = randomUUID()
  const secret = newOneTimeSecret()
  const username = `user-${personId.slice(0, 8)}`
  await tables.insertInto('person').values({ id: personId, name: '林海宁' }).execute()
  const password_hash = await hashPassword(password)
  const account = { person_id: personId, username, password_hash, locked_until: null, password_to_change }
  await tables
    .insertInto('staff_account')
    .values({ ...account, one_time_secret: seal.seal(secret, personId) })
    .execute()
  return { personId, username, secret }
}

describe(checkLogIn, () => {
  it('lets in with password and code, and takes a code once', async () => {
    const { username, secret, personId } = await anAccount()
    const right = { username, password, code: oneTimeCode(secret, now) }
    expect(await check(right)).toEqual({ personId, refusal: undefined })
    expect(await check(right)).toEqual({ personId, refusal: 'log-in-failed' })
  })

  it('says the same of a wrong name, a wrong password, a wrong code and an account that rests', async () => {
    const { username, secret } = await anAccount()
    const code = oneTimeCode(secret, now)
    const wrong = code === '000000' ? '000001' : '000000'
    for (const attempt of [
      { username: 'nobody', password, code },
      { username, password: 'battery staple', code },
      { username, password, code: wrong },
    ])
      expect((await check(attempt)).refusal).toBe('log-in-failed')
    for (let failures = 2; failures < 5; failures += 1) await check({ username, password: 'no', code })
    expect((await check({ username, password, code })).refusal).toBe('log-in-failed')
  })

  it('rests after five failures and works again afterwards', async () => {
    const { username, secret } = await anAccount()
    for (let attempt = 0; attempt < 5; attempt += 1)
      await check({ username, password: 'wrong', code: '000000' })
    const at = (minutes: number) => ({ username, password, code: oneTimeCode(secret, later(minutes)) })
    expect((await check(at(14), later(14))).refusal).toBe('log-in-failed')
    expect((await check(at(16), later(16))).refusal).toBeUndefined()
    // a success forgets the failures
    await check({ username, password: 'wrong', code: '000000' }, later(16))
    expect((await check(at(17), later(17))).refusal).toBeUndefined()
  })

  it('compares five of forty guesses that come side by side', async () => {
    const { username, secret, personId } = await anAccount()
    const code = oneTimeCode(secret, now)
    // the right password comes last: it is compared only if more than five guesses are
    const guesses = Array.from({ length: 40 }, (_, index) => (index < 39 ? `guess ${index}` : password))
    const waits = guesses.map(async (guess, index) => {
      await new Promise((resolve) => setTimeout(resolve, index < 39 ? 0 : 30))
      return check({ username, password: guess, code })
    })
    const verdicts = await Promise.all(waits)
    expect(verdicts.filter(({ refusal }) => refusal === undefined)).toEqual([])
    const { failed_attempts } = await tables
      .selectFrom('staff_account')
      .select('failed_attempts')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    expect(failed_attempts).toBe(5)
  })

  it('asks who comes with a first password for another, and takes the same code with it', async () => {
    const { username, secret } = await anAccount(true)
    const first = { username, password, code: oneTimeCode(secret, now) }
    expect((await check({ ...first, password: 'wrong' })).refusal).toBe('log-in-failed')
    expect((await check(first)).refusal).toBe('password-must-be-changed')
    const changing = { ...first, newPassword: 'a longer horse by far' }
    expect((await check(changing)).refusal).toBeUndefined()
    expect((await check(changing)).refusal).toBe('log-in-failed')
  })
})

describe(authenticatorAddress, () => {
  it('is what authenticators read', () => {
    expect(authenticatorAddress('JBSWY3DPEHPK3PXP', 'wang')).toBe(
      'otpauth://totp/Guanjia:wang?issuer=Guanjia&secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30',
    )
  })
})
