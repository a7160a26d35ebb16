/**
 * What registrars do: take a case, decide it, correct a licence, revoke with two people. Every act here is a human act, and
 * a set-up touched by one is not zero-touch.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type DecisionTrace, type LicenceDocument, runAutomatedDecision } from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { handle, lockApplication, writeApplication } from './application-store.ts'
import type { Decided, IssuedLicence } from './approval.ts'
import { gatherFacts } from './decision-facts.ts'
import type { LegalPersons } from './legal-persons/legal-person-register.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { registrationTables } from './registration-tables.ts'
import { settleOutcome } from './submit-command.ts'

function officerOf({ principal }: CommandContext): string {
  return principal.kind === 'person' ? principal.id : ''
}

/** Takes a waiting case. */
export async function claimApplication(context: CommandContext, id: string) {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'claim', officer })
  if (!handled.ok) return handled
  await writeApplication(context, loaded, handled.value, { officer })
  const body = { officer: context.commit(officer) }
  context.record({ act: 'registration.claimed', subject: loaded.row.number, body })
  return accept({ stage: handled.value.after.stage.at })
}

/** A decision by hand. */
export interface HandDecision {
  readonly id: string
  readonly legalPersons: LegalPersons
  readonly outcome: 'approved' | 'refused'
  readonly reason: string
}

/** How a decision by hand came out. */
export interface DecidedByHand {
  readonly outcome: 'approved' | 'refused'
  readonly decisionId: string
  readonly decidedAt: string
  readonly licence: IssuedLicence | null
}

/** Why a decision by hand was not taken. */
export type HandDecisionRefusal =
  | 'application-not-with-officer'
  | 'claimed-by-other'
  | 'claim-missing'
  | 'check-rejects'
  | 'seat-taken'
  | 'name-taken'
  | 'code-numbers-exhausted'

/** Approves or refuses by hand; a lawful ground that rejects cannot be approved away. */
export async function decideByHand(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, outcome, reason, legalPersons }: HandDecision,
): Promise<Result<DecidedByHand, HandDecisionRefusal>> {
  const loaded = await lockApplication(context, id)
  const { row } = loaded
  if (row.stage !== 'with-officer') return refuse('application-not-with-officer')
  await ports.names.catchUp(context.tx)
  const facts = await gatherFacts(ports, context.tx, { row, now: context.now, legalPersons })
  const trace = runAutomatedDecision(facts, ports.content.checks, () => performance.now())
  if (outcome === 'approved' && trace.verdict === 'reject')
    return refuse('check-rejects', { checks: rejecting(trace) })
  const officer = officerOf(context)
  const decisionId = ports.newId()
  const handled = handle(loaded, { type: 'issue-decision', officer, outcome, decisionId })
  if (!handled.ok) return handled
  const byHand = { handled: handled.value, officer: { id: officer, reason } }
  const decided: Decided = { decisionId, row, facts, trace, outcome, ...byHand }
  const settled = await settleOutcome(ports, context, decided)
  if (!settled.ok) return refuse(asHandRefusal(settled.code))
  const licence = settled.value.outcome === 'approved' ? settled.value.licence : null
  return accept({ outcome, decisionId, decidedAt: context.now.toISOString(), licence })
}

function asHandRefusal(code: string): HandDecisionRefusal {
  if (code === 'code-numbers-exhausted' || code === 'seat-taken') return code
  return 'name-taken'
}

function rejecting(trace: DecisionTrace): readonly string[] {
  return trace.checks.filter(({ outcome }) => outcome === 'reject').map(({ id }) => id)
}

/** A correction of a clerical fault. */
export interface Correction {
  readonly id: string
  readonly field: 'scope' | 'premises' | 'type'
  readonly value: string
  readonly reason: string
}

/** Issues a corrected licence in place of the old one. */
export async function correctLicence(
  ports: RegistrationPorts,
  context: CommandContext,
  correction: Correction,
): Promise<Result<{ licence: IssuedLicence }, 'application-not-approved'>> {
  const loaded = await lockApplication(context, correction.id)
  const handled = handle(loaded, { type: 'propose-correction', officer: officerOf(context) })
  if (!handled.ok) return handled
  const tables = registrationTables(context.tx)
  const old = await tables
    .selectFrom('licence')
    .selectAll()
    .where('application_id', '=', correction.id)
    .where('status', '=', 'valid')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ next: number }>`
    select nextval('guanjia.registration_licence_number') as next`.execute(context.tx)
  const today = dayOf(ports, context.now)
  const number = `${old.number.slice(0, 6)}${today.replaceAll('-', '')}${String(rows[0]?.next ?? 0).padStart(6, '0')}`
  const before = old.document as LicenceDocument
  const document: LicenceDocument = {
    ...before,
    [correction.field]: correction.value,
    number,
    issuedOn: today,
  }
  const credential = await ports.licences.issueCredential(document)
  await tables.updateTable('licence').set({ status: 'superseded' }).where('id', '=', old.id).execute()
  await sql`
    insert into licence (id, number, unified_code, application_id, document, credential, status, issued_at)
    values (${ports.newId()}, ${number}, ${document.unifiedCode}, ${correction.id}, ${JSON.stringify(document)}::jsonb,
      ${credential}, 'valid', ${context.now})`.execute(context.tx)
  await writeVersion(context, { code: document.unifiedCode, document, status: 'registered', today })
  await writeApplication(context, loaded, handled.value)
  const body = {
    field: correction.field,
    licence: number,
    replaces: old.number,
    reason: context.commit(correction.reason),
  }
  context.record({ act: 'registration.licence-corrected', subject: loaded.row.number, body })
  context.emit({
    type: 'registration.licence-corrected',
    subject: correction.id,
    body: { number: loaded.row.number, licence: number },
  })
  const { unifiedCode, name, establishedOn } = document
  return accept({ licence: { number, unifiedCode, name, establishedOn } })
}

interface Version {
  readonly code: string
  readonly document: unknown
  readonly status: 'registered' | 'revoked'
  readonly today: string
}

/** Ends what the register believed and writes what it believes now: the old version stays readable. */
async function writeVersion({ tx, now }: CommandContext, version: Version): Promise<void> {
  const { code, document, status, today } = version
  await sql`
    with ended as (
      update market_entity_version set recorded_to = ${now}
      where unified_code = ${code} and valid_to is null and recorded_to is null
      returning unified_code, name, valid_from, document, decision_id
    )
    insert into market_entity_version
      (unified_code, status, name, document, valid_from, valid_to, recorded_from, decision_id)
    select unified_code, 'registered', name, coalesce(${document === null ? null : JSON.stringify(document)}::jsonb, document), valid_from,
      case when ${status} = 'revoked' then greatest(valid_from, ${today}::date) end, ${now}, decision_id
    from ended`.execute(tx)
}

/** First half of a revocation. */
export async function proposeRevocation(
  context: CommandContext,
  { id, reason }: { readonly id: string; readonly reason: string },
) {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'propose-revocation', officer })
  if (!handled.ok) return handled
  const patch = { revocation_proposed_by: officer, revocation_reason: reason }
  await writeApplication(context, loaded, handled.value, patch)
  const body = { officer: context.commit(officer), reason: context.commit(reason) }
  context.record({ act: 'registration.revocation-proposed', subject: loaded.row.number, body })
  return accept({ stage: handled.value.after.stage.at })
}

/** Second half: the registration ends, its licence with it. */
export async function confirmRevocation(ports: RegistrationPorts, context: CommandContext, id: string) {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'confirm-revocation', officer })
  if (!handled.ok) return handled
  const { rows } = await sql<{ unified_code: string }>`
    update licence set status = 'revoked', revoked_at = ${context.now}
    where application_id = ${id} and status = 'valid' returning unified_code`.execute(context.tx)
  const code = rows[0]?.unified_code ?? ''
  await writeVersion(context, { code, document: null, status: 'revoked', today: dayOf(ports, context.now) })
  await freeName(context, id)
  await writeApplication(context, loaded, handled.value)
  context.record({
    act: 'registration.revoked',
    subject: loaded.row.number,
    body: { officer: context.commit(officer), unifiedCode: code },
  })
  context.emit({ type: 'registration.revoked', subject: id, body: { number: loaded.row.number } })
  return accept({ stage: handled.value.after.stage.at })
}

/** A revoked name stands in the way for another year (rule C10). */
async function freeName({ tx, now }: CommandContext, applicationId: string): Promise<void> {
  await sql`
    with revoked as (
      update registration_name set state = 'revoked', until = (${now}::timestamptz + interval '1 year')::date
      where application_id = ${applicationId} returning name, until
    )
    insert into registration_name_change (removed, added, until) select name, name, until from revoked`.execute(
    tx,
  )
}
