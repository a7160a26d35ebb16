/**
 * Log-in of staff: password (Argon2id) and one-time code (RFC 6238), with a rest after failures.
 *
 * Every refusal reads the same and takes the same work, whether the account exists or not; a code works once.
 */

import { restAfterFailures } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { hash, verify } from '@node-rs/argon2'
import { Secret, TOTP } from 'otpauth'
import type { AccessDatabase } from './access-tables.ts'

/** Why nobody was let in. */
export type LogInRefusal = 'log-in-failed' | 'account-resting'

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

function generator(secret: string): TOTP {
  return new TOTP({ issuer: 'Guanjia', secret: Secret.fromBase32(secret), period: 30, digits: 6 })
}

/** What is typed into the log-in form. */
export interface LogIn {
  readonly username: string
  readonly password: string
  readonly code: string
}

/** Lets a member of staff in, or says no without saying why. */
// oxlint-disable-next-line complexity -- every refusal takes the same way
export async function checkLogIn(
  database: AccessDatabase,
  logIn: LogIn,
  now: Date,
): Promise<Result<{ personId: string }, LogInRefusal>> {
  const account = await database
    .selectFrom('staff_account')
    .selectAll()
    .where('username', '=', logIn.username)
    .executeTakeFirst()
  if (account?.locked_until && account.locked_until > now)
    return refuse('account-resting', { until: account.locked_until.toISOString() })
  decoy ??= hashPassword(newOneTimeSecret())
  const passwordFits = await verify(account?.password_hash ?? (await decoy), logIn.password)
  if (account === undefined) return refuse('log-in-failed')
  const step = passwordFits ? acceptedStep(account.one_time_secret, logIn.code, now) : undefined
  if (step === undefined || !(await useStep(database, account.person_id, step))) {
    await countFailure(database, account.person_id, now)
    return refuse('log-in-failed')
  }
  return accept({ personId: account.person_id })
}

/** The time step a code belongs to, one step of clock drift allowed on either side. */
function acceptedStep(secret: string, code: string, now: Date): number | undefined {
  const drift = generator(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return drift === null ? undefined : Math.floor(now.getTime() / 30_000) + drift
}

/** Marks a step as used and clears the failures; false when this or a later step was used before. */
async function useStep(database: AccessDatabase, personId: string, step: number): Promise<boolean> {
  const used = await database
    .updateTable('staff_account')
    .set({ last_code_step: step, failed_attempts: 0, locked_until: null })
    .where('person_id', '=', personId)
    .where('last_code_step', '<', step)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

async function countFailure(database: AccessDatabase, personId: string, now: Date): Promise<void> {
  const counted = await database
    .updateTable('staff_account')
    .set((column) => ({ failed_attempts: column('failed_attempts', '+', 1) }))
    .where('person_id', '=', personId)
    .returning('failed_attempts')
    .executeTakeFirst()
  const rest = restAfterFailures(counted?.failed_attempts ?? 0)
  if (rest === 0) return
  await database
    .updateTable('staff_account')
    .set({ locked_until: new Date(now.getTime() + rest) })
    .where('person_id', '=', personId)
    .execute()
}
