/**
 * Log-in of staff: password (Argon2id) and one-time code (RFC 6238), with a rest after failures.
 *
 * Every refusal reads the same and takes the same work, whether the account exists, rests or not; a code works once. An
 * attempt is counted before anything is compared, so that guesses sent side by side are counted as well.
 */

import { failuresBeforeRest, restAfterFailures } from '@guanjia/core/access'
import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import type { AccessDatabase } from './access-tables.ts'
import type { SecretSeal } from './secret-seal.ts'

/** Why nobody was let in; the second is told to who knows the password and has the authenticator. */
export type LogInRefusal = 'log-in-failed' | 'password-must-be-changed'

const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash that no password has: verified against when the account does not exist. */
let decoy: Promise<string> | undefined

/** Argon2id hash of a password, with its salt and parameters inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2)
}

/** A fresh secret for an authenticator, base32. */
export function newOneTimeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The code an authenticator shows at this moment. */
export function oneTimeCode(secret: string, now: Date): string {
  return generator(secret).generate({ timestamp: now.getTime() })
}

/** The address that an authenticator takes up, typed or as a QR code. */
export function authenticatorAddress(secret: string, username: string): string {
  return generator(secret, username).toString()
}

function generator(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Guanjia', label, secret: Secret.fromBase32(secret), period: 30, digits: 6 })
}

/** What is typed into the log-in form. */
export interface LogIn {
  readonly username: string
  readonly password: string
  readonly code: string
  readonly newPassword?: string | undefined
}

/** Who tried, where an account is meant, and why they were not let in. */
export interface LogInVerdict {
  readonly personId: string | undefined
  readonly refusal: LogInRefusal | undefined
}

/** What a log-in is judged with. */
export interface LogInPorts {
  readonly database: AccessDatabase
  readonly seal: Pick<SecretSeal, 'open'>
}

/** Lets a member of staff in, or says no without saying why. */
export async function checkLogIn(
  { database, seal }: LogInPorts,
  logIn: LogIn,
  now: Date,
): Promise<LogInVerdict> {
  const account = await reserveAttempt(database, logIn.username, now)
  const failed = { personId: account?.person_id, refusal: 'log-in-failed' } as const
  const passwordFits = await verify(await hashFor(account), logIn.password)
  if (account === undefined || !account.admitted || !passwordFits) return failed
  const step = acceptedStep(seal.open(account.one_time_secret, account.person_id), logIn.code, now)
  return step === undefined ? failed : takeCode(database, { account, step, logIn })
}

interface RightCode {
  readonly account: Attempt
  readonly step: number
  readonly logIn: LogIn
}

async function takeCode(
  database: AccessDatabase,
  { account, step, logIn }: RightCode,
): Promise<LogInVerdict> {
  const { person_id: personId } = account
  // the code is not used up: who was asked for another password sends it again with that
  const mustChange = account.password_to_change && logIn.newPassword === undefined
  const used = mustChange ? account.last_code_step : step
  if (!(await clearAttempts(database, { personId, from: step, used })))
    return { personId, refusal: 'log-in-failed' }
  return { personId, refusal: mustChange ? 'password-must-be-changed' : undefined }
}

interface Attempt {
  readonly person_id: string
  readonly password_hash: string
  readonly one_time_secret: string
  readonly last_code_step: number
  readonly password_to_change: boolean
  /** false while the account rests */
  readonly admitted: boolean
}

/** after this many failures the rest grows no longer */
const longestCount = failuresBeforeRest + 10
const restSeconds = Array.from({ length: longestCount }, (_, index) => restAfterFailures(index + 1) / 1000)

/** Counts the attempt as a failure, which a success takes back; the account rests from the last one that is allowed. */
async function reserveAttempt(
  database: AccessDatabase,
  username: string,
  now: Date,
): Promise<Attempt | undefined> {
  const { rows } = await sql<Attempt>`
    with reserved as (
      update staff_account set failed_attempts = failed_attempts + 1,
        locked_until = ${now}::timestamptz + make_interval(
          secs => nullif((${restSeconds}::float8[])[least(failed_attempts + 1, ${longestCount})], 0))
      where username = ${username} and (locked_until is null or locked_until <= ${now})
      returning person_id
    )
    select account.person_id, account.password_hash, account.one_time_secret, account.last_code_step,
      account.password_to_change, exists (select from reserved) as admitted
    from staff_account as account where username = ${username}`.execute(database)
  return rows[0]
}

async function hashFor(account: Attempt | undefined): Promise<string> {
  decoy ??= hashPassword(newOneTimeSecret())
  return account?.admitted ? account.password_hash : decoy
}

/** The time step a code belongs to, one step of clock drift allowed on either side. */
function acceptedStep(secret: string, code: string, now: Date): number | undefined {
  const drift = generator(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return drift === null ? undefined : Math.floor(now.getTime() / 30_000) + drift
}

interface Clearing {
  readonly personId: string
  /** step of the code that was given */
  readonly from: number
  /** step that counts as used from now on */
  readonly used: number
}

/** Takes the failures back; false when this or a later code was used meanwhile. */
async function clearAttempts(database: AccessDatabase, { personId, from, used }: Clearing): Promise<boolean> {
  const cleared = await database
    .updateTable('staff_account')
    .set({ last_code_step: used, failed_attempts: 0, locked_until: null })
    .where('person_id', '=', personId)
    .where('last_code_step', '<', from)
    .executeTakeFirst()
  return cleared.numUpdatedRows === 1n
}
