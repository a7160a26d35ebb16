/**
 * The papers of one case, made when they are asked for: from what was signed, what was decided, and nothing else.
 */

import { localMoment } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import { canonicalJson } from '@guanjia/core/registration'
import { sql } from 'kysely'
import { type PackedFile, zipArchive } from '../../platform/documents/index.ts'
import type { FailedCheck } from '../approval.ts'
import { proofsOf } from '../handed-in/paper-files.ts'
import { chineseDay } from '../licence/licence-paper.ts'
import { findLicence } from '../licence/licence-store.ts'
import type { Articles, PaperFrame } from '../licence/notice-paper.ts'
import { serviceFor } from '../registration-content.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'
import { contentOf, keptPapers } from '../signing/signing-papers.ts'
import { filledForm } from './application-form.ts'

/** The notice that a registrar looks at a case; undefined where nobody had to. */
export async function acceptancePaper(
  ports: RegistrationPorts,
  row: ApplicationRow,
): Promise<Buffer | undefined> {
  const { accepted_at: acceptedAt, due_at: dueAt } = row
  if (acceptedAt === null || dueAt === null) return undefined
  const facts = {
    ...caseFacts(ports, row),
    receivedAt: momentText(ports, acceptedAt),
    dueAt: momentText(ports, dueAt),
  }
  const notice = { number: row.number, addressee: facts.name, facts }
  return ports.licences.papers.notice('acceptance', notice, frameAt(ports, acceptedAt))
}

/** The notice of a refusal; undefined where nothing was refused. */
export async function refusalPaper(
  ports: RegistrationPorts,
  row: ApplicationRow,
): Promise<Buffer | undefined> {
  if (row.stage !== 'refused' || row.decided_at === null) return undefined
  const reasons = (row.reasons ?? []) as readonly FailedCheck[]
  const because = reasons.flatMap((check) => check.because)
  const facts = {
    ...caseFacts(ports, row),
    check: listed(reasons.map(({ title }) => title)),
    article: listed(reasons.map(({ article }) => article)),
    because: listed(because.map(({ text }) => text)),
    remedy: listed(because.map(({ mend }) => mend)),
  }
  const notice = { number: row.number, addressee: facts.name, facts }
  return ports.licences.papers.notice('refusal', notice, frameAt(ports, row.decided_at))
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('；')
}

function caseFacts(ports: RegistrationPorts, row: ApplicationRow) {
  const { name } = row.answers
  const matter = serviceFor(ports.content, row.kind).name['zh-CN'] ?? ''
  return { caseNumber: row.number, name: name?.use === 'name' ? name.text : row.number, matter }
}

function frameAt({ content, zone, demonstration }: RegistrationPorts, at: Date): PaperFrame {
  const day = localMoment(at.getTime(), zone.utcOffsetMinutes).date
  return { authority: content.services.registrar.authority, at, day, demonstration }
}

/** 2026年4月1日 9:30. */
function momentText({ zone }: RegistrationPorts, at: Date): string {
  const { date, minuteOfDay } = localMoment(at.getTime(), zone.utcOffsetMinutes)
  return `${chineseDay(date)} ${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`
}

interface SignatureRow {
  readonly party: string
  readonly name: string
  readonly duties: string[]
  readonly documentsDigest: string
  readonly keyId: string
  readonly publicKey: string
  readonly signature: string
  readonly signedAt: Date
}

async function signaturesOf(
  { database }: RegistrationPorts,
  applicationId: string,
): Promise<readonly SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`
    select s.party_id as party, p.name, s.duties, s.documents_digest as "documentsDigest", s.key_id as "keyId",
      encode(s.public_key, 'hex') as "publicKey", encode(s.signature, 'hex') as signature, s.signed_at as "signedAt"
    from registration_signature s join person p on p.id = s.person_id
    where s.application_id = ${applicationId} and s.signed_at is not null order by s.party_id`.execute(
    database,
  )
  return rows
}

/** The articles with the signatures of the shareholders; undefined before everybody has signed the model text. */
export async function articlesOf(ports: RegistrationPorts, row: ApplicationRow): Promise<Buffer | undefined> {
  if (row.accepted_at === null) return undefined
  const signed = await keptPapers(ports, row)
  const text = contentOf<Pick<Articles, 'heading' | 'chapters'>>(signed, 'articles')
  if (text === undefined) return undefined
  const signatures = await signaturesOf(ports, row.id)
  const holders = signatures.filter(({ duties }) => duties.some((duty) => duty.startsWith('shareholder')))
  const articles: Articles = {
    ...text,
    signatures: holders.map(({ name, signedAt, signature }) => ({
      name,
      signedAt: momentText(ports, signedAt),
      proof: `Ed25519 ${signature.slice(0, 16)}`,
    })),
  }
  return ports.licences.papers.articles(articles, frameAt(ports, row.accepted_at))
}

/** The archive of a decided case: the papers, what was signed in its canonical bytes, and the list that seals them. */
export async function archiveOf(ports: RegistrationPorts, row: ApplicationRow): Promise<Buffer | undefined> {
  const { decided_at: decidedAt } = row
  if (decidedAt === null) return undefined
  const documents = [
    ...(await signedFiles(ports, row)),
    ...(await handedInFiles(ports, row)),
    ...(await evidenceFiles(ports, row)),
    ...(await printedFiles(ports, row)),
  ]
  const { name, caseNumber } = caseFacts(ports, row)
  const list = await ports.licences.papers.archive({ caseNumber, name, documents }, frameAt(ports, decidedAt))
  return zipArchive([{ name: 'archive-list.pdf', bytes: list }, ...documents], decidedAt)
}

function jsonFile(name: string, text: string): PackedFile {
  return { name, bytes: Buffer.from(text, 'utf8') }
}

/** The application form with the signatures of everybody, PDF/A like every paper of the house; undefined before it was handed in. */
export async function applicationForm(
  ports: RegistrationPorts,
  row: ApplicationRow,
): Promise<Buffer | undefined> {
  const { accepted_at: acceptedAt } = row
  if (acceptedAt === null) return undefined
  const signatures = await signaturesOf(ports, row.id)
  const form = filledForm(ports, row, {
    documentsDigest: row.documents_digest ?? '',
    papers: await keptPapers(ports, row),
    signed: signatures.map(({ name, signedAt, signature }) => [
      name,
      momentText(ports, signedAt),
      `Ed25519 ${signature.slice(0, 32)}`,
    ]),
  })
  return ports.licences.papers.form(form, frameAt(ports, acceptedAt))
}

const endings = { pdf: 'pdf', jpeg: 'jpg', png: 'png' } as const

/** What the applicant handed in, and the proofs of corrections, byte for byte. */
async function handedInFiles(ports: RegistrationPorts, row: ApplicationRow): Promise<readonly PackedFile[]> {
  const proofs = (await proofsOf(registrationTables(ports.database), row.id)).map((file) => ({
    ...file,
    paper: 'correction',
  }))
  const files = [...row.papers, ...proofs].map(async ({ paper, digest, format }, place) => {
    const bytes = await ports.files.get(digest)
    assert(bytes !== undefined, `the file ${digest} of an application is kept`)
    return { name: `handed-in/${place + 1}-${paper}.${endings[format]}`, bytes: Buffer.from(bytes) }
  })
  return Promise.all(files)
}

/** The papers in the very bytes that every signature covers. */
async function signedFiles(ports: RegistrationPorts, row: ApplicationRow): Promise<readonly PackedFile[]> {
  const papers = await keptPapers(ports, row)
  return papers.map(({ kind, content }) => jsonFile(`signed/${kind}.json`, canonicalJson(content)))
}

async function evidenceFiles(ports: RegistrationPorts, row: ApplicationRow): Promise<readonly PackedFile[]> {
  const signatures = await signaturesOf(ports, row.id)
  const decision = await registrationTables(ports.database)
    .selectFrom('registration_decision')
    .select(['trace', 'rules_digest', 'reason'])
    .where('application_id', '=', row.id)
    .executeTakeFirst()
  return [
    jsonFile('signed/signatures.json', JSON.stringify(signatures)),
    ...(decision === undefined ? [] : [jsonFile('decision/trace.json', JSON.stringify(decision))]),
  ]
}

async function printedFiles(ports: RegistrationPorts, row: ApplicationRow): Promise<readonly PackedFile[]> {
  const { papers } = ports.licences
  const tables = registrationTables(ports.database)
  const issued = await tables
    .selectFrom('licence')
    .select('number')
    .where('application_id', '=', row.id)
    .orderBy('issued_at')
    .executeTakeFirst()
  const licence = issued === undefined ? undefined : await findLicence(tables, issued.number)
  const printed: readonly (readonly [string, Buffer | undefined])[] = [
    ['papers/application-form.pdf', await applicationForm(ports, row)],
    ['papers/acceptance.pdf', await acceptancePaper(ports, row)],
    ['papers/articles.pdf', await articlesOf(ports, row)],
    ['papers/refusal.pdf', await refusalPaper(ports, row)],
    ['papers/approval.pdf', licence && (await papers.approval(licence))],
    ['papers/licence.pdf', licence && (await papers.licence(licence, 'original'))],
  ]
  return printed.flatMap(([name, bytes]) => (bytes === undefined ? [] : [{ name, bytes }]))
}
