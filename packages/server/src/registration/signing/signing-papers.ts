/**
 * The papers people sign: made once from the answers and the content of the day, kept under the digest that goes into
 * every signature, and read from there ever after. What the zone words anew later is in no paper already signed.
 */

import { assert } from '@guanjia/core/kernel'
import {
  addressOf,
  type CompleteApplication,
  canonicalDigest,
  canonicalJson,
  documentSetDigest,
  readScope,
  renderArticles,
  type SigningDocument,
  signingDocuments,
} from '@guanjia/core/registration'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'

/** The papers of a complete application as they would be signed now. */
export function papersOf(
  { content }: Pick<RegistrationPorts, 'content'>,
  row: ApplicationRow,
): readonly SigningDocument[] {
  const application = row.answers as CompleteApplication
  const address = addressOf(content.seats, application)
  const scope = readScope(content.scope, application.scope).text
  const isModel = application.kind === 'LLC' && application.articles.model
  return signingDocuments(application, {
    applicationNumber: row.number,
    authority: content.services.registrar.authority,
    address,
    scope,
    pledge: content.services.pledge,
    articles: isModel ? renderArticles(content.articles, application, { address, scope }) : null,
    papers: row.papers,
  })
}

/** The content of one paper of a set, as whoever asks reads it; undefined where the set has none of the kind. */
export function contentOf<T extends object>(
  papers: readonly SigningDocument[],
  kind: SigningDocument['kind'],
): T | undefined {
  return papers.find((paper) => paper.kind === kind)?.content as T | undefined
}

/** What the signed form says besides the answers, in the words of the day it was made. */
export interface SignedForm {
  readonly authority: string
  readonly address: string
  readonly scope: string
}

/** The form of a set of papers. */
export function signedForm(papers: readonly SigningDocument[]): SignedForm {
  const form = contentOf<SignedForm>(papers, 'application-form')
  assert(form !== undefined, 'every set of papers has a form')
  return form
}

/** Keeps a set of papers and gives its digest; the same set is kept once. */
export async function keepPapers(
  { tx }: CommandContext,
  applicationId: string,
  papers: readonly SigningDocument[],
): Promise<string> {
  const documentsDigest = documentSetDigest(papers)
  await registrationTables(tx)
    .insertInto('registration_signing_paper')
    .values(
      papers.map(({ kind, content, digest }, place) => ({
        application_id: applicationId,
        documents_digest: documentsDigest,
        place,
        kind,
        canonical: canonicalJson(content),
        digest,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return documentsDigest
}

/**
 * The papers as they were sent out to be signed, their digests counted anew from the kept bytes; those of cases from before
 * papers were kept are made again.
 */
export async function keptPapers(
  ports: Pick<RegistrationPorts, 'content' | 'database'>,
  row: ApplicationRow,
): Promise<readonly SigningDocument[]> {
  const kept = await registrationTables(ports.database)
    .selectFrom('registration_signing_paper')
    .select(['kind', 'canonical'])
    .where('application_id', '=', row.id)
    .where('documents_digest', '=', row.documents_digest ?? '')
    .orderBy('place')
    .execute()
  if (kept.length === 0) return papersOf(ports, row)
  return kept.map(({ kind, canonical }) => {
    const content = JSON.parse(canonical)
    return { kind, content, digest: canonicalDigest(content) }
  })
}
