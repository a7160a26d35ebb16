/**
 * The decision of a registrar. It is a human act, and a set-up touched by one is not zero-touch. Whoever refuses names the
 * check, the article and the way to mend it: the applicant reads all three.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type CheckId,
  type DecisionTrace,
  runAutomatedDecision,
  unreadPapers,
} from '@guanjia/core/registration'
import type { CommandContext } from '../../platform/commands/command.ts'
import { handle, lockApplication } from '../application-store.ts'
import { type Decided, type FailedCheck, failedChecks, type IssuedLicence } from '../approval.ts'
import { gatherFacts } from '../decision-facts.ts'
import { openedBy } from '../handed-in/paper-files.ts'
import type { LegalPersons } from '../legal-persons/legal-person-register.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'
import { isCarrierFull, stepSeat } from '../seat-commands.ts'
import { keptPapers } from '../signing/signing-papers.ts'
import { settleOutcome } from '../submit-command.ts'
import { officerOf } from './claim-commands.ts'

/** What a registrar decides. */
export type Ruling =
  | { readonly outcome: 'approved'; readonly reason: string }
  | {
      readonly outcome: 'refused'
      /** what is against it */
      readonly reason: string
      /** the check that is not met */
      readonly check: CheckId
      readonly article: string
      /** what the applicant can do */
      readonly mend: string
    }

/** A decision by hand. */
export interface HandDecision {
  readonly id: string
  readonly legalPersons: LegalPersons
  readonly ruling: Ruling
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
  | 'papers-unread'
  | 'check-rejects'
  | 'seat-taken'
  | 'carrier-full'
  | 'name-taken'
  | 'code-numbers-exhausted'

/** Approves or refuses by hand; a lawful ground that rejects cannot be approved away. */
export async function decideByHand(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, ruling, legalPersons }: HandDecision,
): Promise<Result<DecidedByHand, HandDecisionRefusal>> {
  const loaded = await lockApplication(context, id)
  const { row } = loaded
  const { outcome, reason } = ruling
  const officer = officerOf(context)
  const decisionId = ports.newId()
  const handled = handle(loaded, { type: 'issue-decision', officer, outcome, decisionId })
  if (!handled.ok) return handled
  await ports.names.catchUp(context.tx)
  const ready = outcome === 'approved' ? await readyToApprove(ports, context, row) : accept(null)
  if (!ready.ok) return ready
  // what the zone words anew meanwhile is in nothing that was signed
  const papers = await keptPapers({ ...ports, database: context.tx }, row)
  const facts = await gatherFacts(ports, context.tx, { row, now: context.now, legalPersons, papers })
  const trace = runAutomatedDecision(facts, ports.content.checks, () => performance.now())
  if (outcome === 'approved' && trace.verdict === 'reject')
    return refuse('check-rejects', { checks: rejecting(trace) })
  const decided: Decided = {
    decisionId,
    row,
    papers,
    facts,
    trace,
    outcome,
    reasons: ruling.outcome === 'refused' ? [groundOf(trace, ruling)] : failedChecks(trace),
    handled: handled.value,
    officer: { id: officer, reason },
  }
  const settled = await settleOutcome(ports, context, decided)
  if (!settled.ok) return refuse(asHandRefusal(settled.code))
  const licence = settled.value.outcome === 'approved' ? settled.value.licence : null
  return accept({ outcome, decisionId, decidedAt: context.now.toISOString(), licence })
}

/** Nobody approves what they have not seen, or where the seat is another's by now. */
async function readyToApprove(
  ports: RegistrationPorts,
  context: CommandContext,
  row: ApplicationRow,
): Promise<Result<null, 'papers-unread' | 'seat-taken' | 'carrier-full'>> {
  const opened = await openedBy(registrationTables(context.tx), { id: row.id, officer: officerOf(context) })
  const unread = unreadPapers(row.papers, opened).length
  if (unread > 0) return refuse('papers-unread', { unread })
  return takeSeat(ports, context, row)
}

/** A booking that has run out is renewed where the seat is still free and its carrier has room: nobody is registered at the seat of another. */
async function takeSeat(
  ports: RegistrationPorts,
  context: CommandContext,
  row: ApplicationRow,
): Promise<Result<null, 'seat-taken' | 'carrier-full'>> {
  const code = row.answers.seat?.code
  if (code === undefined) return accept(null)
  if (await isCarrierFull(ports, context, { id: row.id, code })) return refuse('carrier-full')
  const stepped = await stepSeat(ports, context, { code, applicationId: row.id, command: 'hold' })
  return stepped.ok || stepped.code === 'seat-unknown' ? accept(null) : refuse('seat-taken')
}

/** What the applicant is told: the check the registrar named, under the article they named. */
function groundOf(
  { checks }: DecisionTrace,
  { check, article, reason, mend }: Extract<Ruling, { outcome: 'refused' }>,
): FailedCheck {
  const { title = check, mark = 'S' } = checks.find(({ id }) => id === check) ?? {}
  const because = { code: 'by-officer', outcome: 'reject' as const, text: reason, mend, mark, article }
  return { id: check, title, article, mark, because: [{ ...because, condition: '', facts: [] }] }
}

function asHandRefusal(code: string): HandDecisionRefusal {
  if (code === 'code-numbers-exhausted' || code === 'seat-taken') return code
  return 'name-taken'
}

function rejecting(trace: DecisionTrace): readonly string[] {
  return trace.checks.filter(({ outcome }) => outcome === 'reject').map(({ id }) => id)
}
