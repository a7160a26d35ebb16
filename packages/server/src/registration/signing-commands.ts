/**
 * Links and signatures: the papers made from the answers are kept, each person gets a link of their own, and signs with
 * their own key over the digest of all papers.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  applicationFaults,
  dutiesOf,
  type NaturalPerson,
  papersInForce,
  personsOf,
  signatureBytes,
} from '@guanjia/core/registration'
import type { CommandContext } from '../platform/commands/command.ts'
import { tokenHash } from '../platform/secret-links.ts'
import { handle, lockApplication, writeApplication } from './application-store.ts'
import { askedOf, handedIn } from './handed-in/handed-in.ts'
import { applicationRules } from './registration-content.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { type ApplicationRow, type RegistrationDatabase, registrationTables } from './registration-tables.ts'
import { stepSeat } from './seat-commands.ts'
import { readSigned, writeLinks } from './signing/signing-links.ts'
import { keepPapers, keptPapers, papersOf } from './signing/signing-papers.ts'

/** Why no links were sent out. */
type RequestRefusal =
  | 'answers-incomplete'
  | 'answers-changed-meanwhile'
  | 'application-not-open'
  | 'papers-changed-since-signing'

/** What is to be signed. */
export interface SigningRequest {
  readonly id: string
  readonly version: number
  /** the applicant has been told that what was signed over other papers will be void */
  readonly voiding?: boolean | undefined
}

/**
 * Makes the papers and a link for each person who has not signed them. While the papers are the same, signatures stay; where
 * they have changed since somebody signed, that is said first.
 */
export async function requestSignatures(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, version, voiding = false }: SigningRequest,
): Promise<
  Result<{ documentsDigest: string; documents: { kind: string; digest: string }[] }, RequestRefusal>
> {
  const loaded = await lockApplication(context, id)
  const { row } = loaded
  if (row.version !== version) return refuse('answers-changed-meanwhile', { version: row.version })
  const faults = faultsOf(ports, row, context.now)
  if (faults.length > 0) return refuse('answers-incomplete', { faults: faults.length })
  // files of a paper that the answers do not ask for any more are left behind
  const papers = papersInForce(askedOf(ports, row), row.papers)
  const documents = papersOf(ports, { ...row, papers })
  const documentsDigest = await keepPapers(context, id, documents)
  const { kept, lost } = await readSigned(context, { id, documentsDigest })
  if (row.stage === 'signing' && lost > 0 && !voiding)
    return refuse('papers-changed-since-signing', { signed: lost })
  const signers = [...dutiesOf(row.answers)].filter(([partyId]) => !kept.has(partyId))
  const handled = handle(loaded, {
    type: 'request-signatures',
    documentsDigest,
    signers: signers.map(([partyId]) => partyId),
  })
  if (!handled.ok) return handled
  await reserveForSigning(ports, context, row)
  await writeLinks(ports, context, { row, signers, documentsDigest })
  const pledgedAt = row.pledged_at ?? context.now
  await writeApplication(context, loaded, handled.value, {
    papers,
    documents_digest: documentsDigest,
    pledged_at: pledgedAt,
  })
  context.emit({ type: 'registration.signatures-requested', subject: id, body: { number: row.number } })
  return accept({
    documentsDigest,
    documents: documents.map(({ kind, digest }) => ({ kind, digest })),
  })
}

function faultsOf(ports: RegistrationPorts, row: ApplicationRow, now: Date) {
  return applicationFaults(
    row.answers,
    applicationRules(ports.content, dayOf(ports, now)),
    handedIn(ports, row),
  )
}

/** Takes the seat of the answers for as long as a reservation lasts: a hold is too short for signing. */
async function reserveForSigning(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, answers }: ApplicationRow,
) {
  const { code } = answers.seat ?? {}
  // a seat that is not to be had any more is left to check Q6, which says so in words
  if (code !== undefined) await stepSeat(ports, context, { code, applicationId: id, command: 'reserve' })
}

/** The signature row behind a link. */
export async function findSignature(database: RegistrationDatabase, token: string) {
  return database
    .selectFrom('registration_signature')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
}

/** What a signer sees behind their link. */
export async function readSigning(ports: RegistrationPorts, token: string, now: Date) {
  const tables = registrationTables(ports.database)
  const signature = await findSignature(tables, token)
  if (signature === undefined || signature.expires_at <= now) return refuse('link-expired')
  const row = await tables
    .selectFrom('registration_application')
    .selectAll()
    .where('id', '=', signature.application_id)
    .executeTakeFirstOrThrow()
  const documents = await keptPapers(ports, row)
  const { name } = row.answers
  return accept({
    applicationId: row.id,
    applicationNumber: row.number,
    name: name?.use === 'name' ? name.text : null,
    signerName: personOf(row, signature.party_id)?.name ?? '',
    duties: [...signature.duties],
    documentsDigest: signature.documents_digest,
    documents: documents.map(({ kind, digest, content }) => ({ kind, digest, content })),
    signedAt: signature.signed_at?.toISOString() ?? null,
    expiresAt: signature.expires_at.toISOString(),
  })
}

function personOf(row: ApplicationRow, partyId: string): NaturalPerson | undefined {
  return personsOf(row.answers).get(partyId)
}

/** Why a signature was not taken. */
export type SigningRefusal =
  | 'link-expired'
  | 'documents-changed'
  | 'application-not-in-signing'
  | 'signer-not-named'
  | 'identity-not-verified'

/** Signs the papers behind a link with the key of the person signed in. */
export async function signPapers(
  ports: RegistrationPorts,
  context: CommandContext,
  { token, documentsDigest }: { readonly token: string; readonly documentsDigest: string },
): Promise<Result<{ signedAt: string; missing: number }, SigningRefusal>> {
  const tables = registrationTables(context.tx)
  const signature = await findSignature(tables, token)
  if (signature === undefined || signature.expires_at <= context.now) return refuse('link-expired')
  const loaded = await lockApplication(context, signature.application_id)
  const { principal, now } = context
  const named = personOf(loaded.row, signature.party_id)
  if (principal.kind !== 'person' || principal.id !== signature.person_id) return refuse('signer-not-named')
  if (principal.assurance !== 'face' || principal.name !== named?.name) return refuse('identity-not-verified')
  const handled = handle(loaded, { type: 'sign', signer: signature.party_id, documentsDigest })
  if (!handled.ok) return handled
  const statement = {
    applicationId: loaded.row.id,
    documentsDigest,
    signerId: signature.person_id,
    signedAt: now.toISOString(),
  }
  const made = await ports.signer.sign(signature.person_id, signatureBytes(statement))
  await tables
    .updateTable('registration_signature')
    .set({
      identified_at: now,
      signed_at: now,
      key_id: made.keyId,
      public_key: Buffer.from(made.publicKey),
      signature: Buffer.from(made.signature),
    })
    .where('application_id', '=', loaded.row.id)
    .where('party_id', '=', signature.party_id)
    .execute()
  await writeApplication(context, loaded, handled.value)
  const body = { documentsDigest, signer: context.commit(signature.person_id) }
  context.record({ act: 'registration.signed', subject: loaded.row.number, body })
  const { stage } = handled.value.after
  const missing = stage.at === 'signing' ? stage.missing.length : 0
  context.emit({
    type: 'registration.signed',
    subject: loaded.row.id,
    body: { number: loaded.row.number, signerId: principal.id, actorId: principal.id, missing },
  })
  return accept({ signedAt: statement.signedAt, missing })
}
