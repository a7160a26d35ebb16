/**
 * What an approval writes, in the transaction that decides: the four records under one decision, the code, the register
 * entry, the licence, the name and the seat in use, and what is pushed to other authorities.
 */

import { principalRef } from '@guanjia/core/access'
import { accept, assert, parseMoney, type Result, refuse } from '@guanjia/core/kernel'
import {
  allotUnifiedCode,
  type CheckResult,
  type CompleteApplication,
  type DecisionFacts,
  type DecisionTrace,
  type LicenceDocument,
  personsOf,
  representativeId,
  type SigningDocument,
} from '@guanjia/core/registration'
import { CompiledQuery, sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { type Handled, writeApplication } from './application-store.ts'
import { approvalStatement } from './approval-statement.ts'
import { serviceFor } from './registration-content.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import type { ApplicationRow } from './registration-tables.ts'
import { signedForm } from './signing/signing-papers.ts'

/** A decision about to be written. */
export interface Decided {
  readonly decisionId: string
  readonly row: ApplicationRow
  /** the papers under the signatures */
  readonly papers: readonly SigningDocument[]
  readonly facts: DecisionFacts
  readonly trace: DecisionTrace
  readonly outcome: 'approved' | 'refused'
  /** what the applicant is told */
  readonly reasons: readonly FailedCheck[]
  /** what follows for the application */
  readonly handled: Handled
  /** who decided by hand; undefined for the automatic decision */
  readonly officer?: { readonly id: string; readonly reason: string }
}

/** What the applicant is told of a licence. */
export interface IssuedLicence {
  readonly number: string
  readonly unifiedCode: string
  readonly name: string | null
  readonly establishedOn: string
}

const steps = ['pre-review', 'acceptance', 'approval', 'closing'] as const

/** A check that did not pass, as it is shown. */
export type FailedCheck = Pick<CheckResult, 'id' | 'title' | 'article' | 'mark' | 'because'>

/** The checks of a trace that did not pass. */
export function failedChecks(trace: DecisionTrace): readonly FailedCheck[] {
  return trace.checks
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ id, title, article, mark, because }) => ({ id, title, article, mark, because }))
}

/** Whether nobody of the staff had a hand in it. */
export function isZeroTouch({ officer, handled }: Pick<Decided, 'officer' | 'handled'>): boolean {
  return officer === undefined && handled.after.humanActs === 0
}

/** Writes a refusal and its four records; one decision an application is a constraint of the table. */
export async function writeRefusal(context: CommandContext, decided: Decided): Promise<void> {
  const { decisionId, row, facts, trace, officer, reasons } = decided
  const by = officer === undefined ? 'system' : 'officer'
  await sql`
    with decision as (
      insert into registration_decision
        (id, application_id, outcome, fully_auto, officer, rule_version, rules_digest, trace, facts, reason,
         decided_at)
      values (${decisionId}, ${row.id}, 'refused', ${isZeroTouch(decided)}, ${officer?.id ?? null}, ${trace.ruleVersion},
        ${trace.rulesDigest},        ${JSON.stringify(trace)}::jsonb, ${JSON.stringify(facts)}::jsonb, ${officer?.reason ?? null}, ${context.now})
      returning id
    )
    insert into registration_record (decision_id, step, outcome, by, at)
    select decision.id, step, 'refused', ${by}, ${context.now}
    from decision, unnest(${[...steps]}::text[]) as step`.execute(context.tx)
  await writeApplication(context, { row }, decided.handled, {
    decision_id: decisionId,
    decided_at: context.now,
    accepted_at: row.accepted_at ?? context.now,
    officer: officer?.id ?? row.officer,
    reasons,
  })
}

/** Issues code, register entry and licence, and writes decision and application with them in one statement. */
export async function approve(
  ports: RegistrationPorts,
  context: CommandContext,
  decided: Decided,
): Promise<Result<IssuedLicence, 'code-numbers-exhausted' | 'name-taken' | 'seat-taken'>> {
  const { row, facts } = decided
  const { registrar, unifiedCodePrefix: prefix } = ports.content.services
  const numbers = await nextNumbers(context)
  const { category } = serviceFor(ports.content, row.kind)
  const code = allotUnifiedCode({ category, registrar: registrar.code, prefix, sequence: numbers.code })
  if (!code.ok) return code
  const number = `${registrar.code}${facts.today.replaceAll('-', '')}${String(numbers.licence).padStart(6, '0')}`
  const document = licenceDocument(ports, decided, { number, unifiedCode: code.value })
  const credential = await ports.licences.issueCredential(document)
  const taken = await writeApproval(ports, context, { decided, document, credential })
  if (row.answers.name?.use === 'name' && taken.names === 0) return refuse('name-taken')
  if (row.answers.seat !== undefined && taken.seats === 0) return refuse('seat-taken')
  context.emit({
    type: 'registration.approved',
    subject: row.id,
    body: { number: row.number, licence: number, unifiedCode: code.value },
  })
  const { name, establishedOn } = document
  return accept({ number, unifiedCode: code.value, name, establishedOn })
}

async function nextNumbers({
  tx,
}: CommandContext): Promise<{ readonly code: number; readonly licence: number }> {
  const { rows } = await sql<{ code: number; licence: number }>`
    select nextval('guanjia.registration_unified_code') as code,
      nextval('guanjia.registration_licence_number') as licence`.execute(tx)
  const [numbers] = rows
  assert(numbers !== undefined, 'a sequence gives a number')
  return numbers
}

/** The facts of the licence: address and scope in the words that were signed. */
function licenceDocument(
  ports: RegistrationPorts,
  { facts, papers }: Decided,
  { number, unifiedCode }: { readonly number: string; readonly unifiedCode: string },
): LicenceDocument {
  const { application, today } = facts
  const { content } = ports
  const { address, scope } = signedForm(papers)
  return {
    number,
    unifiedCode,
    name: application.name.use === 'name' ? application.name.text : null,
    type: licenceType(ports, application),
    representative: representativeOf(application),
    scope,
    capitalMinor: application.kind === 'LLC' ? capitalMinor(application.capital.amount) : null,
    composition: application.kind === 'IND' ? content.services.composition[application.composition] : null,
    establishedOn: today,
    premises: address,
    authority: content.services.registrar.authority,
    issuedOn: today,
  }
}

function representativeOf(application: CompleteApplication): LicenceDocument['representative'] {
  const person = personsOf(application).get(representativeId(application) ?? '')
  assert(person !== undefined, 'the representative is named in the application')
  return { role: application.kind === 'LLC' ? 'legal-representative' : 'operator', name: person.name }
}

function licenceType(ports: RegistrationPorts, application: CompleteApplication): string {
  const { licenceType: types } = serviceFor(ports.content, application.kind)
  if (application.kind === 'IND') return types.one
  if (application.parties.some(({ kind }) => kind === 'company')) return types.company
  return application.shareholders.length === 1 ? types.one : types.several
}

function capitalMinor(amount: string): string {
  const money = parseMoney(amount)
  assert(money.ok, `the capital ${amount} was checked`)
  return String(money.value.minor)
}

interface Approval {
  readonly decided: Decided
  readonly document: LicenceDocument
  readonly credential: string
}

/** How many seats and names were taken into use: 1 or 0 of each. */
interface Taken {
  readonly seats: number
  readonly names: number
}

async function writeApproval(
  ports: RegistrationPorts,
  { tx, now, principal }: CommandContext,
  { decided, document, credential }: Approval,
): Promise<Taken> {
  const { decisionId, row, facts, trace, officer, handled } = decided
  const given = {
    decisionId,
    applicationId: row.id,
    licenceId: ports.newId(),
    at: now.toISOString(),
    today: facts.today,
    kind: row.kind,
    fullyAuto: isZeroTouch(decided),
    officer: officer?.id,
    reason: officer?.reason,
    principal: principalRef(principal),
    humanActs: handled.after.humanActs,
    events: handled.events,
    reasons: decided.reasons,
    trace,
    facts,
    unifiedCode: document.unifiedCode,
    seat: row.answers.seat?.code,
    licence: document,
    credential,
    pushes: ports.receivers.map(({ id: receiver }) => ({ id: ports.newId(), receiver })),
  }
  const { rows } = await tx.executeQuery<Taken>(CompiledQuery.raw(approvalStatement, [JSON.stringify(given)]))
  const [taken] = rows
  assert(taken !== undefined, 'a count gives a row')
  return taken
}
