/**
 * People, and their real-name data, which stands apart. An identity number is folded here, at the one door to the table:
 * whoever is named with a small x and with a capital one is one person.
 */

import { foldIdentityNumber, type Role } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import { isUniqueViolation } from '../platform/database/database-error.ts'
import type { AccessDatabase } from './access-tables.ts'

/** What the identity service vouches for. */
export interface RealName {
  /** with `subject` the name under which the service knows the person, for ever */
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly identityNumber: string
  readonly phone?: string | undefined
}

/**
 * Finds or makes the person the identity service vouches for, and keeps what it says in place of what was kept before. A
 * person known under the identity number (named in somebody's application before ever signing in) is the same person.
 * Refuses where the name at the service belongs to one person here and the identity number to another.
 *
 * @param newId - id to use when the person is not known yet
 */
export async function admitPerson(
  database: AccessDatabase,
  realName: RealName,
  newId: string,
): Promise<Result<string, 'identity-conflicting'>> {
  const once = () => database.transaction().execute((tx) => admit(tx, realName, newId))
  try {
    return await once()
  } catch (error) {
    // the same person came by another door at the same moment, and is known now
    if (!isUniqueViolation(error)) throw error
    return once()
  }
}

async function admit(
  tx: AccessDatabase,
  realName: RealName,
  newId: string,
): Promise<Result<string, 'identity-conflicting'>> {
  const { issuer, subject, identityNumber } = realName
  const bound = await findBound(tx, { issuer, subject })
  const bearer = await findPersonByIdentityNumber(tx, identityNumber)
  if (bound !== undefined && bearer !== undefined && bound !== bearer) return refuse('identity-conflicting')
  const known = bound ?? bearer
  if (known === undefined) await addPerson(tx, newId, realName)
  else await keepVouched(tx, known, realName)
  const personId = known ?? newId
  if (bound === undefined)
    await tx.insertInto('identity_binding').values({ issuer, subject, person_id: personId }).execute()
  return accept(personId)
}

async function findBound(
  tx: AccessDatabase,
  { issuer, subject }: Pick<RealName, 'issuer' | 'subject'>,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identity_binding')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.person_id
}

async function addPerson(
  tx: AccessDatabase,
  id: string,
  { name, identityNumber, phone }: Pick<RealName, 'name' | 'identityNumber' | 'phone'>,
): Promise<void> {
  await tx.insertInto('person').values({ id, name }).execute()
  await tx
    .insertInto('person_identity')
    .values({ person_id: id, identity_number: foldIdentityNumber(identityNumber), phone: phone ?? null })
    .execute()
}

/** A number that the service does not give stays only where the service gave it before. */
async function keepVouched(tx: AccessDatabase, id: string, realName: RealName): Promise<void> {
  await tx.updateTable('person').set({ name: realName.name }).where('id', '=', id).execute()
  await sql`
    update person_identity set identity_number = ${foldIdentityNumber(realName.identityNumber)},
      phone = coalesce(${realName.phone ?? null}, case when exists (
        select from identity_binding where identity_binding.person_id = person_identity.person_id) then phone end)
    where person_id = ${id}`.execute(tx)
}

/**
 * The person somebody has named in an application: known already, or made until they sign in
 * themselves. Others say nothing of a person but the name that stands in their papers: no telephone number, and nothing over
 * what is known already.
 */
export async function admitNamedPerson(
  database: AccessDatabase,
  named: { readonly name: string; readonly identityNumber: string },
  newId: string,
): Promise<string> {
  const known = await findPersonByIdentityNumber(database, named.identityNumber)
  if (known !== undefined) return known
  // of what else is said nothing is kept
  const { name, identityNumber } = named
  await addPerson(database, newId, { name, identityNumber })
  return newId
}

/**
 * Keeps the number that somebody tells a clerk who has their identity card in hand; nothing over what the identity
 * service has vouched for.
 */
export async function keepPhoneToldInPerson(
  database: AccessDatabase,
  personId: string,
  phone: string,
): Promise<void> {
  await database
    .updateTable('person_identity')
    .set({ phone })
    .where('person_id', '=', personId)
    .where('phone', 'is', null)
    .execute()
}

/** The person who bears this identity number, if known here. */
export async function findPersonByIdentityNumber(
  database: AccessDatabase,
  identityNumber: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('person_identity')
    .select('person_id')
    .where('identity_number', '=', foldIdentityNumber(identityNumber))
    .executeTakeFirst()
  return row?.person_id
}

/** Real-name data of one person, for the forms that law asks for. */
export async function findRealName(
  database: AccessDatabase,
  personId: string,
): Promise<{ name: string; identityNumber: string; phone: string | null } | undefined> {
  return database
    .selectFrom('person')
    .innerJoin('person_identity', 'person_identity.person_id', 'person.id')
    .select(['person.name', 'person_identity.identity_number as identityNumber', 'person_identity.phone'])
    .where('person.id', '=', personId)
    .executeTakeFirst()
}

/** What a person is called; the person is known to exist. */
export async function findPersonName(database: AccessDatabase, personId: string): Promise<string> {
  const { name } = await database
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return name
}

/** The names of people known to the house that a text speaks of. */
export async function findPersonNamesIn(database: AccessDatabase, text: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('person')
    .select('name')
    .distinct()
    .where(sql<boolean>`position(name in ${text}) > 0`)
    .execute()
  return rows.map(({ name }) => name)
}

/** Everybody who holds a duty now. */
export async function findHolders(database: AccessDatabase, role: Role): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('role_grant')
    .select('person_id')
    .where('role', '=', role)
    .where('confirmed_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Reviewers and heads of any of these authorities. */
export async function findAuthorityPeople(
  database: AccessDatabase,
  authorities: readonly string[],
): Promise<readonly string[]> {
  if (authorities.length === 0) return []
  const rows = await database
    .selectFrom('authority_membership')
    .innerJoin('role_grant', 'role_grant.person_id', 'authority_membership.person_id')
    .select('authority_membership.person_id as id')
    .distinct()
    .where('authority', 'in', [...authorities])
    .where('ended_at', 'is', null)
    .where('role', 'in', ['reviewer', 'department-head'])
    .where('confirmed_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The person behind an account, where they hold a duty now. */
export async function findStaffHolding(
  database: AccessDatabase,
  { username, role }: { readonly username: string; readonly role: Role },
): Promise<Result<string, 'account-unknown' | 'duty-not-held'>> {
  const account = await database
    .selectFrom('staff_account')
    .select('person_id')
    .where('username', '=', username)
    .executeTakeFirst()
  if (account === undefined) return refuse('account-unknown')
  const holders = await findHolders(database, role)
  return holders.includes(account.person_id) ? accept(account.person_id) : refuse('duty-not-held')
}

/** Nobody belongs to an organisation that is no more. */
export async function endMemberships(database: AccessDatabase, code: string, now: Date): Promise<void> {
  await database
    .updateTable('organisation_membership')
    .set({ ended_at: now })
    .where('organisation_code', '=', code)
    .where('ended_at', 'is', null)
    .execute()
}

/** The partner organisation that an account is of; null for our own staff. */
export async function findPartnerOf(database: AccessDatabase, personId: string): Promise<string | null> {
  const account = await database
    .selectFrom('staff_account')
    .select('partner')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return account?.partner ?? null
}
