/**
 * The submission: pre-review, acceptance, approval and closing in one automatic step, in one transaction. What a person
 * has to look at goes to the registrars with half a working day to run; a refusal says why and how to mend it.
 */

import { halfDayDue } from '@guanjia/core/calendar'
import { accept, type Refused, type Result, refuse } from '@guanjia/core/kernel'
import { applicationFaults, type DecisionTrace, runAutomatedDecision } from '@guanjia/core/registration'
import type { CommandContext } from '../platform/commands/command.ts'
import { handle, type LoadedApplication, lockApplication, writeApplication } from './application-store.ts'
import {
  approve,
  type Decided,
  type FailedCheck,
  failedChecks,
  type IssuedLicence,
  isZeroTouch,
  writeRefusal,
} from './approval.ts'
import { gatherFacts } from './decision-facts.ts'
import { handedIn } from './handed-in/handed-in.ts'
import type { LegalPersons } from './legal-persons/legal-person-register.ts'
import { releaseName } from './name-commands.ts'
import { applicationRules } from './registration-content.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { releaseSeatOf } from './seat-commands.ts'
import { papersOf } from './signing/signing-papers.ts'

/** How a submission came out. */
export type Submitted =
  | {
      readonly outcome: 'approved'
      readonly decisionId: string
      readonly decidedAt: string
      readonly fullyAuto: boolean
      readonly licence: IssuedLicence
    }
  | {
      readonly outcome: 'refused'
      readonly decisionId: string
      readonly decidedAt: string
      readonly reasons: readonly FailedCheck[]
    }
  | {
      readonly outcome: 'with-officer'
      readonly reasons: readonly FailedCheck[]
      readonly dueAt: string
      readonly dueBecause: readonly string[]
    }

/** Why nothing was decided. */
export type SubmitRefusal =
  | 'application-not-in-signing'
  | 'answers-incomplete'
  | 'signatures-missing'
  | 'checks-waiting'
  | 'seat-taken'
  | 'name-taken'
  | 'calendar-not-published'
  | 'code-numbers-exhausted'

/** Constraints that a race may hurt, and what they mean to the loser. */
export function submitConflict(constraint: string): Refused<SubmitRefusal> | undefined {
  if (constraint === 'registration_decision_once') return refuse('application-not-in-signing')
  return constraint === 'market_entity_application_once' ? refuse('application-not-in-signing') : undefined
}

/** What is submitted. */
export interface Submission {
  readonly id: string
  /** what the register of legal persons said of its companies */
  readonly legalPersons: LegalPersons
}

/** Submits an application. */
export async function submitApplication(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, legalPersons }: Submission,
): Promise<Result<Submitted, SubmitRefusal>> {
  const loaded = await lockApplication(context, id)
  const { row } = loaded
  if (row.stage !== 'signing') return refuse('application-not-in-signing')
  const rules = applicationRules(ports.content, dayOf(ports, context.now))
  if (applicationFaults(row.answers, rules, handedIn(ports, row)).length > 0)
    return refuse('answers-incomplete')
  await ports.names.catchUp(context.tx)
  const papers = papersOf(ports, row)
  const facts = await gatherFacts(ports, context.tx, { row, now: context.now, legalPersons, papers })
  const trace = runAutomatedDecision(facts, ports.content.checks, () => performance.now())
  const decisionId = ports.newId()
  const checks = failedChecks(trace).map((check) => check.id)
  const handled = handle(loaded, { type: 'submit', verdict: verdictNow(trace), checks, decisionId })
  if (!handled.ok) return handled
  if (trace.verdict === 'human') return refer(ports, context, { loaded, trace, handled: handled.value })
  const outcome = trace.verdict === 'approve' ? 'approved' : 'refused'
  const reasons = failedChecks(trace)
  return settleOutcome(ports, context, {
    decisionId,
    row,
    papers,
    facts,
    trace,
    outcome,
    reasons,
    handled: handled.value,
  })
}

/** What waits for its signers is not handed to a person: nobody signs a case that lies with an officer. */
function verdictNow({ verdict, checks }: DecisionTrace): DecisionTrace['verdict'] {
  return verdict === 'human' && checks.some(({ outcome }) => outcome === 'wait') ? 'wait' : verdict
}

/** Writes what follows from a decision, automatic or by hand. */
export async function settleOutcome(
  ports: RegistrationPorts,
  context: CommandContext,
  decided: Decided,
): Promise<Result<Submitted, SubmitRefusal>> {
  const { decisionId, row, trace, reasons } = decided
  const decidedAt = context.now.toISOString()
  const { ruleVersion, rulesDigest: rules, digest } = trace
  const leaf = { decisionId, ruleVersion, rules, trace: digest }
  if (decided.outcome === 'refused') {
    await writeRefusal(context, decided)
    await releaseName(context, row.id)
    await releaseSeatOf(context, row.id)
    const ground = { check: reasons[0]?.title ?? '', article: reasons[0]?.article ?? '' }
    const body = { ...leaf, checks: reasons.map(({ id }) => id) }
    context.record({ act: 'registration.refused', subject: row.number, body })
    context.emit({ type: 'registration.refused', subject: row.id, body: { number: row.number, ...ground } })
    return accept({ outcome: 'refused', decisionId, decidedAt, reasons })
  }
  const licence = await approve(ports, context, decided)
  if (!licence.ok) return licence
  const body = { ...leaf, licence: licence.value.number, unifiedCode: licence.value.unifiedCode }
  context.record({ act: 'registration.approved', subject: row.number, body })
  const fullyAuto = isZeroTouch(decided)
  return accept({ outcome: 'approved', decisionId, decidedAt, fullyAuto, licence: licence.value })
}

interface Referral {
  readonly loaded: LoadedApplication
  readonly trace: DecisionTrace
  readonly handled: Parameters<typeof writeApplication>[2]
}

/** Hands the case to the registrars and starts their half working day. */
async function refer(
  ports: RegistrationPorts,
  context: CommandContext,
  { loaded, trace, handled }: Referral,
): Promise<Result<Submitted, SubmitRefusal>> {
  const { calendar, officeHours } = ports.zone
  const due = halfDayDue(calendar, officeHours, context.now.getTime())
  if (!due.ok) return due
  const reasons = failedChecks(trace)
  const dueAt = new Date(due.value.due)
  const dueBecause = [...due.value.because]
  await writeApplication(context, loaded, handled, {
    accepted_at: context.now,
    due_at: dueAt,
    due_because: dueBecause,
    reasons,
    referral_trace: trace,
  })
  const body = { trace: trace.digest, checks: reasons.map(({ id }) => id), dueAt: dueAt.toISOString() }
  context.record({ act: 'registration.referred', subject: loaded.row.number, body })
  context.emit({
    type: 'registration.referred',
    subject: loaded.row.id,
    body: { number: loaded.row.number, dueAt: dueAt.toISOString() },
  })
  return accept({ outcome: 'with-officer', reasons, dueAt: dueAt.toISOString(), dueBecause })
}
