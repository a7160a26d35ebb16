/**
 * Accounts for staff. Whoever runs the machines makes an account; what it may do is given by two security administrators,
 * except to the first two of them, whom nobody could confirm.
 */

import { randomBytes } from 'node:crypto'
import { parseIdentityNumber } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import type { AccessDatabase, AccessTables } from './access-tables.ts'
import { admitNamedPerson } from './person-store.ts'
import type { SecretSeal } from './secret-seal.ts'
import { authenticatorAddress, hashPassword, newOneTimeSecret } from './staff-log-in.ts'

/** How many security administrators an installation makes; every one after them needs the two. */
const firstAdministrators = 2
const installationLock = 4_720_318_003

/** Whose account is made. */
export interface NewStaff {
  readonly username: string
  readonly name: string
  readonly identityNumber: string
  /** whether they are one of the first two security administrators */
  readonly administrator: boolean
  /** id of the partner organisation whose person it is; undefined for our own staff */
  readonly partner?: string | undefined
}

/** What the new member of staff is handed, and nobody can read again. */
export interface StaffCredentials {
  readonly username: string
  /** for one log-in, at which another is chosen */
  readonly password: string
  /** otpauth:// address for the authenticator */
  readonly authenticator: string
}

/** Why no account was made. */
export type StaffRefusal =
  | 'username-malformed'
  | 'username-taken'
  | 'identity-number-wrong'
  | 'account-there-already'
  | 'administrators-there-already'
  | 'partner-unknown'
  | 'partner-not-administrator'

/** What an account is made with. */
export interface StaffPorts {
  readonly seal: Pick<SecretSeal, 'seal'>
  readonly newId: () => string
  /** ids of the partner organisations that the zone lists */
  readonly partners: readonly string[]
}

/** Makes an account with a first password and an authenticator. */
export async function createStaff(
  { seal, newId, partners }: StaffPorts,
  context: CommandContext,
  wanted: NewStaff,
): Promise<Result<StaffCredentials, StaffRefusal>> {
  const { username, identityNumber } = wanted
  if (!/^[a-z][a-z0-9._-]{1,59}$/.test(username)) return refuse('username-malformed')
  if (!parseIdentityNumber(identityNumber, context.now.toISOString().slice(0, 10)).ok)
    return refuse('identity-number-wrong')
  const strange = partnerRefusal(partners, wanted)
  if (strange !== undefined) return refuse(strange)
  await sql`select pg_advisory_xact_lock(${installationLock})`.execute(context.tx)
  const tables = context.tx.withTables<AccessTables>()
  const personId = await admitNamedPerson(tables, wanted, newId())
  const taken = await findTaken(tables, { username, personId })
  if (taken !== undefined) return refuse(taken)
  if (wanted.administrator && (await countInstalled(tables)) >= firstAdministrators)
    return refuse('administrators-there-already')
  const [password, secret] = [randomBytes(12).toString('base64url'), newOneTimeSecret()]
  await tables
    .insertInto('staff_account')
    .values({
      person_id: personId,
      username,
      password_hash: await hashPassword(password),
      one_time_secret: seal.seal(secret, personId),
      locked_until: null,
      password_to_change: true,
      partner: wanted.partner ?? null,
    })
    .execute()
  context.record({
    act: 'access.account-created',
    subject: newId(),
    body: {
      person: context.commit(personId),
      ...(wanted.partner !== undefined && { partner: wanted.partner }),
    },
  })
  if (wanted.administrator) await installAdministrator(context, { id: newId(), personId })
  return accept({ username, password, authenticator: authenticatorAddress(secret, username) })
}

function partnerRefusal(
  partners: readonly string[],
  { partner, administrator }: NewStaff,
): StaffRefusal | undefined {
  if (partner === undefined) return undefined
  if (!partners.includes(partner)) return 'partner-unknown'
  return administrator ? 'partner-not-administrator' : undefined
}

async function findTaken(
  tables: AccessDatabase,
  { username, personId }: { readonly username: string; readonly personId: string },
): Promise<StaffRefusal | undefined> {
  const there = await tables
    .selectFrom('staff_account')
    .select(['username'])
    .where(({ or, eb }) => or([eb('username', '=', username), eb('person_id', '=', personId)]))
    .execute()
  if (there.length === 0) return undefined
  return there.some((account) => account.username === username) ? 'username-taken' : 'account-there-already'
}

/** Those whom nobody proposed: made at installation, dismissed since or not. */
async function countInstalled(tables: AccessDatabase): Promise<number> {
  const { count } = await tables
    .selectFrom('role_grant')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'security-admin')
    .where('proposed_by', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

async function installAdministrator(
  context: CommandContext,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<void> {
  const grant = { id, person_id: personId, role: 'security-admin' as const, confirmed_at: context.now }
  await context.tx.withTables<AccessTables>().insertInto('role_grant').values(grant).execute()
  const body = { person: context.commit(personId), role: grant.role }
  context.record({ act: 'access.administrator-installed', subject: id, body })
}
