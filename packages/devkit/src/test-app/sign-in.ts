/**
 * Puts a person with duties into the database and opens a session for them, past the log-in pages.
 */

import type { Role } from '@guanjia/core/access'
import {
  type AccessDatabase,
  type AccessTables,
  admitPerson,
  openSession,
  sessionCookie,
} from '../../../server/src/access/index.ts'
import type { Database } from '../../../server/src/platform/database/database.ts'
import { newId } from '../../../server/src/platform/identifier.ts'

/** Who is to be signed in. */
export interface PersonToBe {
  readonly name?: string
  readonly identityNumber?: string
  readonly phone?: string
  /** duties besides that of an applicant */
  readonly roles?: readonly Role[]
  /** ids of the authorities they work for */
  readonly authorities?: readonly string[]
  /** id of the partner organisation that they work for; who has one has an account that names it */
  readonly partner?: string
  /** how sure the house is of them; who has duties brings two factors where it is left out */
  readonly assurance?: 'face' | 'two-factor'
}

/** The person's id and the cookies of their session. */
export interface SignedIn {
  readonly personId: string
  readonly cookies: Readonly<Record<string, string>>
}

/** Admits the person, gives the duties, opens the session. */
export async function signIn(database: Database, person: PersonToBe, now: Date): Promise<SignedIn> {
  const access = database.withTables<AccessTables>()
  const id = newId()
  const { name = '王小青', identityNumber = `test-${id}`, phone, roles = [], authorities = [] } = person
  const realName = { issuer: 'https://id.test', subject: `test-${id}`, name, identityNumber, phone }
  const admitted = await admitPerson(access, realName, id)
  if (!admitted.ok) throw new Error(admitted.code)
  const personId = admitted.value
  for (const role of roles) {
    await access
      .insertInto('role_grant')
      .values({ id: newId(), person_id: personId, role, confirmed_at: now })
      .execute()
  }
  for (const authority of authorities) {
    await access
      .insertInto('authority_membership')
      .values({ person_id: personId, authority, since: now, ended_at: null })
      .execute()
  }
  await nameOrganisation(access, personId, person.partner)
  const assurance = person.assurance ?? (roles.length > 0 ? 'two-factor' : 'face')
  const token = await openSession(access, { personId, assurance, now })
  return { personId, cookies: { [sessionCookie]: token } }
}

/** An account that names the partner organisation of its holder; none for whoever is of none. */
async function nameOrganisation(
  access: AccessDatabase,
  personId: string,
  partner: string | undefined,
): Promise<void> {
  if (partner === undefined) return
  await access
    .insertInto('staff_account')
    .values({
      person_id: personId,
      username: `t-${newId()}`,
      password_hash: 'none',
      one_time_secret: 'none',
      locked_until: null,
      partner,
    })
    .execute()
}
