/**
 * The invented people of a demonstration: applicants for the identity simulator, staff with their duties and log-ins.
 */

import { join } from 'node:path'
import { roles } from '@guanjia/core/access'
import { array, boolean, enum as choice, object, type output, string } from 'zod'
import {
  type AccessDatabase,
  admitNamedPerson,
  type DemonstrationAccount,
  hashPassword,
  isSealed,
  newOneTimeSecret,
  type SecretSeal,
  type SimulatedPerson,
} from '../access/index.ts'
import { readContentFile } from '../platform/content-file.ts'

const peopleFile = object({
  applicants: array(
    object({
      subject: string(),
      name: string(),
      identityNumber: string().length(18),
      phone: string(),
      note: string(),
      debarred: boolean().optional(),
    }),
  ),
  staff: array(
    object({
      username: string(),
      name: string(),
      identityNumber: string().length(18),
      roles: array(choice(roles)).min(1),
      authorities: array(string()).optional(),
      /** the partner organisation whose person it is */
      partner: string().optional(),
      title: string(),
    }),
  ),
})

/** The people file of a zone. */
export type DemonstrationPeople = output<typeof peopleFile>

/** The password of every staff log-in of a demonstration; shown to everybody, so no secret. */
export const demonstrationPassword = 'guanjia-demo'

/** Reads `demonstration/people.yaml` of a zone. */
export function readDemonstrationPeople(contentFolder: string): DemonstrationPeople {
  return peopleFile.parse(readContentFile(join(contentFolder, 'demonstration/people.yaml')))
}

/** The applicants as the identity simulator offers them. */
export function simulatedPeople(people: DemonstrationPeople): readonly SimulatedPerson[] {
  return people.applicants.map(({ subject, name, identityNumber, phone, note }) => ({
    subject,
    name,
    identityNumber,
    phone,
    note,
  }))
}

/** What accounts are made with. */
export interface AdmissionPorts {
  readonly now: Date
  readonly newId: () => string
  readonly seal: SecretSeal
}

/** Makes the staff accounts that are not there yet and gives all of them as log-ins to be shown. */
export async function admitDemonstrationStaff(
  database: AccessDatabase,
  people: DemonstrationPeople,
  ports: AdmissionPorts,
): Promise<readonly DemonstrationAccount[]> {
  const accounts: DemonstrationAccount[] = []
  for (const member of people.staff) {
    const known = await database
      .selectFrom('staff_account')
      .select(['person_id', 'one_time_secret'])
      .where('username', '=', member.username)
      .executeTakeFirst()
    const oneTimeSecret =
      known === undefined
        ? await admitMember(database, member, ports)
        : await secretOf(database, known, ports.seal)
    const { username, name, title } = member
    accounts.push({ username, name, title, password: demonstrationPassword, oneTimeSecret })
  }
  return accounts
}

/** The secret of an account that is there; one that was kept open is sealed. */
async function secretOf(
  database: AccessDatabase,
  account: { readonly person_id: string; readonly one_time_secret: string },
  seal: SecretSeal,
): Promise<string> {
  const { person_id: personId, one_time_secret: kept } = account
  if (isSealed(kept)) return seal.open(kept, personId)
  await database
    .updateTable('staff_account')
    .set({ one_time_secret: seal.seal(kept, personId) })
    .where('person_id', '=', personId)
    .execute()
  return kept
}

async function admitMember(
  database: AccessDatabase,
  member: DemonstrationPeople['staff'][number],
  { now, newId, seal }: AdmissionPorts,
): Promise<string> {
  const { username, name, identityNumber } = member
  const personId = await admitNamedPerson(database, { name, identityNumber }, newId())
  const oneTimeSecret = newOneTimeSecret()
  await database
    .insertInto('staff_account')
    .values({
      person_id: personId,
      username,
      password_hash: await hashPassword(demonstrationPassword),
      one_time_secret: seal.seal(oneTimeSecret, personId),
      locked_until: null,
      partner: member.partner ?? null,
    })
    .execute()
  // the first accounts have no proposer: there is nobody yet who could propose them
  const grants = member.roles.map((role) => ({ id: newId(), person_id: personId, role, confirmed_at: now }))
  await database.insertInto('role_grant').values(grants).execute()
  for (const authority of member.authorities ?? [])
    await database
      .insertInto('authority_membership')
      .values({ person_id: personId, authority, since: now, ended_at: null })
      .execute()
  return oneTimeSecret
}
