/**
 * An approval that needs no second look: everything the procedure checks by itself has passed, and no judgement of
 * another authority, promise or condition asks to be weighed. Only such cases may be approved several at once.
 */

import type { WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { CaseRefusal, CommandOf } from '../case-command.ts'
import { handleCase } from '../case-decider.ts'
import type { Dated } from '../case-event.ts'
import { evolveCase } from '../case-evolution.ts'
import type { CaseState } from '../case-state.ts'

/** Why a case is not approved without a second look: a refusal of the procedure, or something to weigh. */
export type ApprovalObstacle = CaseRefusal | 'not-lead-authority' | 'opinion-not-plain' | 'promise-to-weigh'

/** What the approving authority says. */
export interface ApprovalWords {
  readonly authority: string
  readonly reasons: string
  readonly basis: string
  /** id the decision is given */
  readonly decision: string
}

/** An act of a plain approval: one's own opinion where it is missing, then the decision. */
export type ApprovalAct = CommandOf<'give-opinion'> | CommandOf<'issue-decision'>

/** When and by whom, and the calendar its days are counted with. */
export interface ApprovalMoment extends Dated {
  readonly calendar: WorkingCalendar
}

/** The acts that approve a case without a second look, or the first obstacle. */
export function plainApproval(
  state: CaseState,
  words: ApprovalWords,
  { on, by, calendar }: ApprovalMoment,
): Result<readonly ApprovalAct[], ApprovalObstacle> {
  const judgement = somethingToWeigh(state, words.authority)
  if (judgement !== undefined) return refuse(judgement)
  const acts = approvalActs(state, words, { on, by })
  let after: CaseState | undefined = state
  for (const act of acts) {
    const answer = handleCase(after, act, calendar)
    if (!answer.ok) return answer
    after = answer.value.reduce<CaseState | undefined>(evolveCase, after)
  }
  return accept(acts)
}

function somethingToWeigh(
  { service, reviews, promises }: CaseState,
  authority: string,
): ApprovalObstacle | undefined {
  if (service.authorities[0] !== authority) return 'not-lead-authority'
  if (reviews.some(({ opinion }) => opinion !== null && opinion !== 'agree')) return 'opinion-not-plain'
  return promises.length > 0 ? 'promise-to-weigh' : undefined
}

function approvalActs(
  { reviews }: CaseState,
  { authority, reasons, basis, decision }: ApprovalWords,
  dated: Dated,
): readonly ApprovalAct[] {
  const isOpinionMissing = reviews.some((each) => each.authority === authority && each.opinion === null)
  const nothing = { remedies: null, lateBecause: null, conditions: [], milestones: [] }
  const words = { decision, outcome: 'granted', reasons, basis } as const
  const decide: ApprovalAct = { ...dated, type: 'issue-decision', ...words, ...nothing }
  if (!isOpinionMissing) return [decide]
  return [{ ...dated, type: 'give-opinion', authority, opinion: 'agree', reasons, conditions: [] }, decide]
}
