/**
 * The secret links by which people sign, and those who are to be told of them.
 */

import { type Duty, personsOf } from '@guanjia/core/registration'
import { admitNamedPerson } from '../../access/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import type { SecretLinks } from '../../platform/secret-links.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'

/** A link as the applicant sends it on. */
export interface SigningLink {
  readonly partyId: string
  readonly name: string
  readonly url: string
  readonly expiresAt: string
  /** whether it is the reader who signs behind it */
  readonly own: boolean
}

/** Whose links are asked for. */
export interface LinksWish {
  readonly applicationId: string
  readonly readerId: string
  /** the reader's own alone, or everybody's */
  readonly of: 'reader' | 'everybody'
}

/** The links that can still be signed behind, of those who have not signed yet. */
export async function readLinks(
  { database, links, clock }: Pick<RegistrationPorts, 'database' | 'links' | 'clock'>,
  { applicationId, readerId, of }: LinksWish,
): Promise<SigningLink[]> {
  const rows = await openSignatures(database, applicationId)
    .where('a.stage', '=', 'signing')
    .where('s.expires_at', '>', clock.now())
    .$if(of === 'reader', (query) => query.where('s.person_id', '=', readerId))
    .execute()
  return rows.flatMap(({ party_id: partyId, person_id, link_salt: salt, expires_at, answers }) => {
    const name = personsOf(answers).get(partyId)?.name
    if (salt === null || name === undefined) return []
    const own = person_id === readerId
    return [{ partyId, name, url: links.urlOf(salt), expiresAt: expires_at.toISOString(), own }]
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
    .select(['s.party_id', 's.person_id', 's.link_salt', 's.expires_at', 'a.answers'])
    .$narrowType<{ answers: ApplicationRow['answers'] }>()
    .where('s.application_id', '=', applicationId)
    .where('s.signed_at', 'is', null)
    .orderBy('s.party_id')
}

/** Who has signed these papers, and how many signatures stand over others. */
export async function readSigned(
  { tx }: CommandContext,
  { id, documentsDigest }: { readonly id: string; readonly documentsDigest: string },
): Promise<{ readonly kept: ReadonlySet<string>; readonly lost: number }> {
  const rows = await registrationTables(tx)
    .selectFrom('registration_signature')
    .select(['party_id', 'documents_digest'])
    .where('application_id', '=', id)
    .where('signed_at', 'is not', null)
    .execute()
  const kept = rows.filter((row) => row.documents_digest === documentsDigest)
  return { kept: new Set(kept.map((row) => row.party_id)), lost: rows.length - kept.length }
}

/** The links to be made. */
export interface NewLinks {
  readonly row: ApplicationRow
  /** who has not signed these papers, with what they sign as */
  readonly signers: readonly (readonly [partyId: string, duties: readonly Duty[]])[]
  readonly documentsDigest: string
}

const dayMs = 86_400_000

/** A new link for each signer; links made before are void, and what was signed over other papers. */
export async function writeLinks(
  ports: RegistrationPorts,
  context: CommandContext,
  { row, signers, documentsDigest }: NewLinks,
): Promise<void> {
  const tables = registrationTables(context.tx)
  await tables
    .deleteFrom('registration_signature')
    .where('application_id', '=', row.id)
    .where(({ or, eb }) => or([eb('signed_at', 'is', null), eb('documents_digest', '<>', documentsDigest)]))
    .execute()
  const limit = ports.content.services.timeLimits.signatureLink.value
  const expiresAt = new Date(context.now.getTime() + limit * dayMs)
  const persons = personsOf(row.answers)
  for (const [partyId, duties] of signers) {
    const person = persons.get(partyId)
    if (person === undefined) continue
    const salt = ports.links.newSalt()
    const signerId = await admitNamedPerson(tables, person, ports.newId())
    await tables
      .insertInto('registration_signature')
      .values({
        application_id: row.id,
        party_id: partyId,
        person_id: signerId,
        duties: [...duties],
        token_hash: ports.links.tokenHashOf(salt),
        link_salt: salt,
        documents_digest: documentsDigest,
        requested_at: context.now,
        expires_at: expiresAt,
        identified_at: null,
        signed_at: null,
        key_id: null,
        public_key: null,
        signature: null,
      })
      .execute()
    // number and link are looked up when the message is sent: what stands in an event stays there
    context.emit({
      type: 'registration.signature-requested',
      subject: row.id,
      body: { signerId, number: row.number },
    })
  }
}
