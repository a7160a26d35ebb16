/**
 * The secret links by which people sign. The token of a link is kept nowhere: it follows from a salt in the row of its
 * signature and a key of the key folder, so that a link can be told again to whom it belongs, and a copy of the database
 * opens none.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { personsOf } from '@guanjia/core/registration'
import type { Database } from '../../platform/database/database.ts'
import { readOrCreateSecret } from '../../platform/signing/index.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'

/** Makes links and makes them again. */
export interface SigningLinks {
  /** a salt for a new link */
  readonly newSalt: () => string
  readonly urlOf: (salt: string) => string
  /** what of the link is kept in the table to find it by */
  readonly tokenHashOf: (salt: string) => string
}

const keyBytes = 32
/** 96 bits: short enough for a link that fits into one SMS */
const tokenBytes = 12

/** Links to pages under `base`; the key is made where there is none. */
export function openSigningLinks(keyFolder: string, base: string): SigningLinks {
  const path = join(keyFolder, 'signing-links.key')
  const key = Buffer.from(
    readOrCreateSecret(path, () => randomBytes(keyBytes).toString('hex')),
    'hex',
  )
  const tokenOf = (salt: string) =>
    createHmac('sha256', key).update(salt).digest().subarray(0, tokenBytes).toString('base64url')
  return {
    newSalt: () => randomBytes(16).toString('hex'),
    urlOf: (salt) => `${base}/${tokenOf(salt)}`,
    tokenHashOf: (salt) => tokenHash(tokenOf(salt)),
  }
}

/** Hash under which a token is found. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A link as the applicant sends it on. */
export interface SigningLink {
  readonly partyId: string
  readonly name: string
  readonly url: string
  readonly expiresAt: string
}

/** The links of those who have not signed yet. */
export async function readLinks(
  { database, links }: { readonly database: Database; readonly links: SigningLinks },
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
  links: SigningLinks,
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
