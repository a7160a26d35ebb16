/**
 * The secret links by which people sign, and those who are to be told of them.
 */

import { personsOf } from '@guanjia/core/registration'
import type { Database } from '../../platform/database/database.ts'
import type { SecretLinks } from '../../platform/secret-links.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'

/** A link as the applicant sends it on. */
export interface SigningLink {
  readonly partyId: string
  readonly name: string
  readonly url: string
  readonly expiresAt: string
}

/** The links of those who have not signed yet. */
export async function readLinks(
  { database, links }: { readonly database: Database; readonly links: SecretLinks },
  applicationId: string,
): Promise<SigningLink[]> {
  const rows = await openSignatures(database, applicationId).execute()
  return rows.flatMap(({ party_id: partyId, link_salt: salt, expires_at, answers }) => {
    const name = personsOf(answers).get(partyId)?.name
    if (salt === null || name === undefined) return []
    return [{ partyId, name, url: links.urlOf(salt), expiresAt: expires_at.toISOString() }]
  })
}

/** How a signer is reached about their link: the number in the papers, and the link itself. */
export async function findSignerContact(
  database: Database,
  links: SecretLinks,
  { applicationId, personId }: { readonly applicationId: string; readonly personId: string },
): Promise<{ readonly phone: string | null; readonly url: string } | undefined> {
  const row = await openSignatures(database, applicationId)
    .where('s.person_id', '=', personId)
    .executeTakeFirst()
  if (row === undefined || row.link_salt === null) return undefined
  const phone = personsOf(row.answers).get(row.party_id)?.phone ?? null
  return { phone, url: links.urlOf(row.link_salt) }
}

function openSignatures(database: Database, applicationId: string) {
  return registrationTables(database)
    .selectFrom('registration_signature as s')
    .innerJoin('registration_application as a', 'a.id', 's.application_id')
    .select(['s.party_id', 's.link_salt', 's.expires_at', 'a.answers'])
    .$narrowType<{ answers: ApplicationRow['answers'] }>()
    .where('s.application_id', '=', applicationId)
    .where('s.signed_at', 'is', null)
    .orderBy('s.party_id')
}
