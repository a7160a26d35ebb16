/**
 * People, and their real-name data, which stands apart.
 */

import type { Role } from '@guanjia/core/access'
import type { AccessDatabase } from './access-tables.ts'

/** What the identity service vouches for. */
export interface RealName {
  readonly subject: string
  readonly name: string
  readonly identityNumber: string
  readonly phone?: string | undefined
}

/**
 * Finds or makes the person the identity service vouches for. A person known under the identity number (named in
 * somebody's application before ever signing in) is the same person.
 *
 * @param newId - id to use when the person is not known yet
 */
export async function admitPerson(
  database: AccessDatabase,
  realName: RealName,
  newId: string,
): Promise<string> {
  const known = await findPersonByIdentityNumber(database, realName.identityNumber)
  if (known !== undefined) {
    await database
      .updateTable('person')
      .set({ name: realName.name })
      .where('id', '=', known)
      .where('name', '!=', realName.name)
      .execute()
    return known
  }
  return database.transaction().execute(async (tx) => {
    await tx
      .insertInto('person')
      .values({ id: newId, subject: realName.subject, name: realName.name })
      .execute()
    await tx
      .insertInto('person_identity')
      .values({
        person_id: newId,
        identity_number: realName.identityNumber,
        phone: realName.phone ?? null,
      })
      .execute()
    return newId
  })
}

/**
 * The person somebody has named in an application: known already, or made without a subject until they sign in
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
  await database.insertInto('person').values({ id: newId, subject: null, name: named.name }).execute()
  await database
    .insertInto('person_identity')
    .values({ person_id: newId, identity_number: named.identityNumber, phone: null })
    .execute()
  return newId
}

/** The person who bears this identity number, if known here. */
export async function findPersonByIdentityNumber(
  database: AccessDatabase,
  identityNumber: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('person_identity')
    .select('person_id')
    .where('identity_number', '=', identityNumber)
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
