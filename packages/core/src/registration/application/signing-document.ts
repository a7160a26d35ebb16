/**
 * What the people of an application sign: the papers as canonical bytes, their digests, and the one digest over all of them
 * that goes into every signature.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Canonical, canonicalJson } from '../../ledger/index.ts'
import type { AttachedPaper } from '../papers/attached-paper.ts'
import type { Articles } from './articles.ts'
import { beneficialOwnersOf, type CompleteApplication, dutiesOf } from './company-application.ts'

/** The papers of a set-up. */
export type SigningDocumentKind = 'application-form' | 'articles' | 'appointments' | 'papers' | 'pledge'

/** A paper to be signed. */
export interface SigningDocument {
  readonly kind: SigningDocumentKind
  readonly content: Canonical
  /** SHA-256 of the canonical bytes, hexadecimal */
  readonly digest: string
}

/** What is printed on the papers besides the answers. */
export interface SigningFacts {
  readonly applicationNumber: string
  readonly authority: string
  readonly address: string
  readonly scope: string
  /** the sentences of the pledge, from content */
  readonly pledge: readonly string[]
  /** null for an individual business, or where the applicant brought own articles */
  readonly articles: Articles | null
  /** the files handed in: whoever signs, signs their content */
  readonly papers: readonly AttachedPaper[]
}

/** SHA-256 of a value in canonical JSON, hexadecimal. */
export function canonicalDigest(content: Canonical): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))))
}

function documentOf(kind: SigningDocumentKind, content: object): SigningDocument {
  const canonical = content as Canonical
  return { kind, content: canonical, digest: canonicalDigest(canonical) }
}

/** A file by what it is; when it was handed in does not matter to who signs. */
function attachments(papers: readonly AttachedPaper[]): object {
  return {
    papers: papers.map(({ paper, digest, format, bytes, name }) => ({ paper, digest, format, bytes, name })),
  }
}

function appointments(application: CompleteApplication): object {
  const duties = [...dutiesOf(application)].map(([person, held]) => ({ person, duties: held }))
  const owners = application.kind === 'LLC' ? beneficialOwnersOf(application) : []
  return {
    duties: duties.toSorted((left, right) => (left.person < right.person ? -1 : 1)),
    beneficialOwners: [...owners],
  }
}

/** The papers of a complete application, in their order; the same answers give the same digests. */
export function signingDocuments(
  application: CompleteApplication,
  facts: SigningFacts,
): readonly SigningDocument[] {
  const { applicationNumber, authority, address, scope, pledge, articles } = facts
  const head = { applicationNumber, authority }
  const documents = [documentOf('application-form', { ...head, address, scope, answers: application })]
  if (articles !== null) documents.push(documentOf('articles', { ...articles }))
  if (application.kind === 'LLC')
    documents.push(documentOf('appointments', { ...head, ...appointments(application) }))
  if (facts.papers.length > 0) documents.push(documentOf('papers', { ...head, ...attachments(facts.papers) }))
  documents.push(documentOf('pledge', { ...head, pledge }))
  return documents
}

/** The digest over all papers that every signature holds. */
export function documentSetDigest(documents: readonly Pick<SigningDocument, 'kind' | 'digest'>[]): string {
  return canonicalDigest(documents.map(({ kind, digest }) => ({ kind, digest })))
}

/** What one person signs. */
export interface SignatureStatement {
  readonly applicationId: string
  readonly documentsDigest: string
  /** id of the person as the identity service knows them */
  readonly signerId: string
  /** ISO instant */
  readonly signedAt: string
}

/** The bytes under a signature: canonical JSON with the purpose in it, so that they mean nothing elsewhere. */
export function signatureBytes(statement: SignatureStatement): Uint8Array {
  return utf8ToBytes(canonicalJson({ purpose: 'guanjia.registration.signature', version: 1, ...statement }))
}
