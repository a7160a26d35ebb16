/**
 * Gathers what the sixteen checks look at, in few statements, inside the transaction that decides.
 */

import {
  type CompleteApplication,
  type DecisionFacts,
  documentSetDigest,
  findSeat,
  type IdentityFact,
  limitOf,
  type NameAvailability,
  type NameFact,
  personsOf,
  type RiskFact,
  readScope,
  type SeatFact,
  type SignatureFact,
  type SigningDocument,
  signatureBytes,
  writtenName,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { Transaction } from '../platform/database/database.ts'
import { verifyEd25519 } from '../platform/signing/index.ts'
import { hostStanding } from './hosts/host-confirmations.ts'
import { companyFacts, type LegalPersons } from './legal-persons/legal-person-register.ts'
import { nameWish, relatedNames } from './name-wish.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import type { ApplicationRow } from './registration-tables.ts'

const dayMs = 86_400_000

interface SignerRow {
  readonly party_id: string
  readonly person_id: string
  readonly real_name: string
  readonly documents_digest: string
  readonly identified: boolean
  /** ISO instant */
  readonly signed_at: string | null
  /** hexadecimal, like the signature */
  readonly public_key: string | null
  readonly signature: string | null
  readonly bars: string[]
  readonly set_ups: number
}

interface MatterRow {
  readonly signers: readonly SignerRow[]
  readonly reserved_name: string | null
  readonly reserved_until: string | null
  readonly seat_state: SeatFact['state'] | null
  readonly seat_owner: string | null
  readonly seat_over: boolean | null
  readonly by_applicant: number
  readonly in_room: number
}

/** An application about to be decided on. */
export interface Deciding {
  readonly row: ApplicationRow
  readonly now: Date
  /** what the register of legal persons said of its companies, asked before the transaction */
  readonly legalPersons: LegalPersons
  /** as the answers and the content of today make them, or as they were signed where a person decides */
  readonly papers: readonly SigningDocument[]
}

/** Reads everything the checks look at. */
export async function gatherFacts(
  ports: RegistrationPorts,
  tx: Transaction,
  { row, now, legalPersons, papers }: Deciding,
): Promise<DecisionFacts> {
  const application = row.answers as CompleteApplication
  const days = limitOf(ports.content.checks.rules, 'riskWindowDays')
  const since = new Date(now.getTime() - days * dayMs)
  const code = application.seat?.code ?? ''
  const today = dayOf(ports, now)
  const matter = await readMatter(tx, { row, code, since, now, today })
  const { signers } = matter
  const host = await hostStanding(tx, { applicationId: row.id, seat: findSeat(ports.content.seats, code) })
  return {
    at: now.toISOString(),
    today,
    application,
    identities: identitiesOf(application, signers),
    companies: companyFacts(application, legalPersons),
    name: nameFact(ports, row, { matter, today, related: await relatedNames(tx, application) }),
    seat: { ...seatFact(ports, row, { matter, code }), host },
    scope: scopeFact(ports, application),
    signatures: signatureFacts(row.id, signers),
    papers: {
      generatedDigest: documentSetDigest(papers),
      requestedDigest: row.documents_digest ?? '',
      pledgedAt: (row.pledged_at ?? row.created_at).toISOString(),
      modelArticles: application.kind === 'IND' || application.articles.model,
    },
    risk: riskFact(signers, matter),
  }
}

interface MatterQuery {
  readonly now: Date
  /** day of the zone: a bar lasts to the end of it, wherever this process runs */
  readonly today: string
  readonly row: ApplicationRow
  readonly code: string
  readonly since: Date
}

async function readMatter(
  tx: Transaction,
  { row, code, since, now, today }: MatterQuery,
): Promise<MatterRow> {
  const room = code.slice(0, code.lastIndexOf('-'))
  const { rows } = await sql<MatterRow>`
    select n.name as reserved_name, n.until as reserved_until, s.state as seat_state, s.application_id as seat_owner,
      s.until <= ${now} as seat_over,
      (select count(*) from registration_application a
        where a.owner_id = ${row.owner_id} and a.decided_at >= ${since}) as by_applicant,
      (select count(*) from registration_seat r
        where r.room = ${room} and r.state = 'used' and r.changed_at >= ${since}) as in_room,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'party_id', g.party_id, 'person_id', g.person_id, 'real_name', p.name,
          'documents_digest', g.documents_digest, 'identified', g.identified_at is not null,
          'signed_at', to_char(g.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'public_key', encode(g.public_key, 'hex'), 'signature', encode(g.signature, 'hex'),
          'bars', array(select b.rule from registration_bar b
            where b.identity_number = i.identity_number and (b.until is null or b.until >= ${today}::date)
            order by b.rule),
          'set_ups', (select count(*) from market_entity_person m
            where m.person_id = g.person_id and m.since >= ${since})) order by g.party_id), '[]')
        from registration_signature g
        join person p on p.id = g.person_id
        join person_identity i on i.person_id = g.person_id
        where g.application_id = ${row.id}) as signers
    from (select 1) one
    left join registration_name n on n.application_id = ${row.id}
    left join registration_seat s on s.code = ${code}`.execute(tx)
  const [matter] = rows
  if (matter === undefined) throw new Error('a query without a from clause gives a row')
  return matter
}

function identitiesOf(
  application: CompleteApplication,
  signers: readonly SignerRow[],
): readonly IdentityFact[] {
  const persons = personsOf(application)
  return signers.map((signer) => ({
    personId: signer.party_id,
    verified: signer.identified,
    matchesRegister: persons.get(signer.party_id)?.name === signer.real_name,
    fullCapacity: !signer.bars.includes('limited-capacity'),
    bars: signer.bars.filter((bar) => bar !== 'limited-capacity' && bar !== 'impersonation'),
  }))
}

interface NameContext {
  readonly matter: MatterRow
  readonly today: string
  readonly related: readonly string[]
}

function nameFact(ports: RegistrationPorts, row: ApplicationRow, context: NameContext): NameFact {
  const { matter, today, related } = context
  const { name } = row.answers
  if (name === undefined || name.use === 'none')
    return { verdict: 'unused', findings: [], reservedUntil: null, divisions: [] }
  const wish = nameWish(ports, { today, draft: row.answers, related })
  const judged = ports.names.judge(name.text, { ...wish, own: name.text })
  const { tables } = ports.names
  const isKept = matter.reserved_name === writtenName(tables, name.text) && matter.reserved_until !== null
  const verdict = verdictOf(judged)
  // the finding that decides comes first: its rule and the name in the way are what people are told
  const findings = judged.findings.toSorted(
    (one, other) =>
      Number(verdict === 'barred' && other.rule === 'C10') -
      Number(verdict === 'barred' && one.rule === 'C10'),
  )
  return {
    verdict,
    findings: findings.map(({ rule, article, existing }) => ({ rule, article, existing })),
    reservedUntil: isKept ? endOfDay(ports, matter.reserved_until ?? today) : null,
    divisions: [...new Set(judged.name.industryWords.flatMap((word) => word.division ?? []))],
  }
}

/** A name that is refused unless proof is shown goes to the registrar who sees the proof (rules C7, C8). */
function verdictOf({ verdict, barred, human }: NameAvailability): NameFact['verdict'] {
  if (verdict === 'same' || (verdict === 'refused' && !human)) return verdict
  if (barred) return 'barred'
  return verdict !== 'similar' && human ? 'human' : verdict
}

function endOfDay({ zone }: RegistrationPorts, day: string): string {
  return new Date(Date.parse(`${day}T23:59:59.999Z`) - zone.utcOffsetMinutes * 60_000).toISOString()
}

interface SeatContext {
  readonly matter: MatterRow
  readonly code: string
}

function seatFact(ports: RegistrationPorts, row: ApplicationRow, { matter, code }: SeatContext): SeatFact {
  const seat = findSeat(ports.content.seats, code)
  const isOver = matter.seat_over === true
  return {
    known: seat !== undefined,
    state: isOver ? 'free' : (matter.seat_state ?? 'free'),
    mine: !isOver && matter.seat_owner === row.id,
    refuses: seat?.carrier.refuses ?? [],
  }
}

function scopeFact(ports: RegistrationPorts, application: CompleteApplication): DecisionFacts['scope'] {
  const reading = readScope(ports.content.scope, application.scope)
  return {
    unknown: [...reading.unknown, ...reading.own],
    needsPriorPermit: reading.needsPriorPermit,
    sensitive: reading.sensitive,
    divisions: reading.entries.map(({ division }) => division),
  }
}

function signatureFacts(applicationId: string, signers: readonly SignerRow[]): readonly SignatureFact[] {
  return signers.flatMap((signer) => {
    const { signed_at: signedAt, signature, public_key: key, documents_digest: documentsDigest } = signer
    if (signedAt === null || signature === null || key === null) return []
    const bytes = signatureBytes({ applicationId, documentsDigest, signerId: signer.person_id, signedAt })
    return [
      {
        personId: signer.party_id,
        valid: verifyEd25519(Buffer.from(key, 'hex'), bytes, Buffer.from(signature, 'hex')),
        documentsDigest,
        signedAt,
      },
    ]
  })
}

function riskFact(signers: readonly SignerRow[], matter: MatterRow): RiskFact {
  return {
    mostByOnePerson: Math.max(0, ...signers.map((signer) => signer.set_ups)),
    byApplicant: matter.by_applicant ?? 0,
    atSeatRoom: matter.in_room ?? 0,
    impersonationComplaints: signers.filter(({ bars }) => bars.includes('impersonation')).length,
  }
}
