/**
 * The people of a case, for rooms above that tell them something.
 */

import type { AccessTables } from '../../access/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { type CaseFacts, casesTables } from './cases-tables.ts'

/** Who asked for it; undefined where there is no such case. */
export async function findCaseApplicant(tx: Transaction, caseId: string): Promise<string | undefined> {
  const row = await casesTables(tx)
    .selectFrom('case_file')
    .select('applicant_id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row?.applicant_id
}

/** The project it belongs to; null where it stands alone, or there is no such case. */
export async function findCaseProject(tx: Transaction, caseId: string): Promise<string | null> {
  const row = await casesTables(tx)
    .selectFrom('case_file')
    .select('project_id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row?.project_id ?? null
}

/** What the house knows of the applicant and need not ask again: the name, and the phone the identity service vouches for. */
export async function knownContact({ tx }: CommandContext, personId: string): Promise<CaseFacts> {
  const { name, phone } = await tx
    .withTables<AccessTables>()
    .selectFrom('person')
    .leftJoin('person_identity', 'person_identity.person_id', 'person.id')
    .select(['person.name', 'person_identity.phone'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  return { 'contact.name': name, ...(phone === null ? {} : { 'contact.phone': phone }) }
}
