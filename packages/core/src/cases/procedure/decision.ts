/**
 * The decision, what is promised before it, and its delivery.
 *
 * Rules: a refusal gives its reasons and the ways to challenge it (Administrative Licensing Law art. 38); a decision after
 * the committed time says why it is late (B14); a result that is still missing counts as missing, whatever the records
 * do not say.
 */

import type { PlainDate, WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { CaseRefusal, CommandOf } from '../case-command.ts'
import type { Dated, DutyDraft, FollowingPaper } from '../case-event.ts'
import {
  type CaseState,
  missingPapers,
  missingResults,
  owedPapers,
  runningProcedures,
  type SignedPromise,
} from '../case-state.ts'
import { heldClock, limitDue } from '../clocks/case-clock.ts'
import { dated, type HandlersOf, happens } from './handler.ts'
import { inReview } from './review.ts'

type IssueDecision = Dated & CommandOf<'issue-decision'>

/** What still stands in the way of any decision. */
function openMatter(state: CaseState): CaseRefusal | undefined {
  if (runningProcedures(state).length > 0) return 'special-procedure-running'
  if (state.consultations.some(({ closed }) => !closed)) return 'consultation-running'
  if (state.reviews.some(({ opinion }) => opinion === null)) return 'opinions-missing'
  return state.service.jointReview && state.jointReviewOn === null ? 'joint-review-missing' : undefined
}

function wordFault(command: IssueDecision): CaseRefusal | undefined {
  if (command.reasons.trim() === '' || command.basis.trim() === '') return 'reasons-missing'
  const isUnchallengeable = command.outcome === 'refused' && (command.remedies ?? '').trim() === ''
  return isUnchallengeable ? 'remedies-missing' : undefined
}

/** A grant wants everything that was asked for and that no promise stands in for: results of others, papers that were to follow. */
function grantFault(state: CaseState, { outcome }: IssueDecision): CaseRefusal | undefined {
  if (outcome === 'refused') return undefined
  if (missingResults(state).length > 0) return 'prerequisite-missing'
  // by silence a case is accepted with what it had; what it lacks is lacking at the decision
  return missingPapers(state).length > 0 ? 'papers-missing' : undefined
}

function latenessFault(
  state: CaseState,
  { on, lateBecause }: IssueDecision,
  calendar: WorkingCalendar,
): Result<undefined, CaseRefusal> {
  const committed = heldClock(state, 'committed', { calendar, on })
  if (!committed.ok) return committed
  const isLate = committed.value?.state === 'red'
  return isLate && (lateBecause ?? '').trim() === '' ? refuse('lateness-unexplained') : accept(undefined)
}

/** The duties a grant leaves: one for each promise, one for each condition attached. */
function dutiesOf(
  { promises }: CaseState,
  command: IssueDecision,
  calendar: WorkingCalendar,
): Result<readonly DutyDraft[], CaseRefusal> {
  if (command.outcome === 'refused') return accept([])
  // a condition that can no longer be met would lapse the next day
  const past = command.conditions.find(({ due }) => due < command.on)
  if (past !== undefined) return refuse('named-day-past', { due: past.due })
  const duties: DutyDraft[] = command.conditions.map((condition) => ({
    ...condition,
    kind: 'attached-condition',
  }))
  for (const promise of promises) {
    const due = promiseDue(promise, command, calendar)
    if (!due.ok) return due
    const what = promise.name['zh-CN'] ?? promise.id
    duties.push({ id: promise.id, kind: promise.kind, what, due: due.value })
  }
  return accept(duties)
}

function promiseDue(
  { id, makeUp, signedOn }: SignedPromise,
  { on, milestones }: IssueDecision,
  calendar: WorkingCalendar,
): Result<PlainDate, CaseRefusal> {
  if (makeUp !== null) return limitDue(calendar, makeUp.from === 'signing' ? signedOn : on, makeUp)
  const milestone = milestones.find(({ promise }) => promise === id)
  return milestone === undefined || milestone.due < on
    ? refuse('milestone-missing', { promise: id })
    : accept(milestone.due)
}

/** Deciding and delivering. */
export const decision: HandlersOf<'issue-decision' | 'deliver'> = {
  'issue-decision': (state, command, calendar) => {
    const ready = inReview(state)
    if (!ready.ok) return ready
    const fault = wordFault(command) ?? openMatter(state) ?? grantFault(state, command)
    if (fault !== undefined) return refuse(fault)
    const late = latenessFault(state, command, calendar)
    if (!late.ok) return late
    const duties = dutiesOf(state, command, calendar)
    if (!duties.ok) return duties
    const { conditions: _conditions, milestones: _milestones, ...said } = command
    return happens({ ...said, type: 'decision-issued', duties: duties.value })
  },

  deliver: ({ decision: issued }, { how, ...command }) => {
    if (issued === null) return refuse('decision-not-issued')
    if (issued.deliveredOn !== null) return refuse('delivered-already')
    return happens({ ...dated(command), type: 'delivered', how })
  },
}

/** What the applicant brings or promises while the case is open. */
export const supplies: HandlersOf<
  'supply-prerequisite' | 'supply-paper' | 'sign-promise' | 'take-back-promise'
> = {
  'supply-prerequisite': (state, { service, proof, ...command }) => {
    if (state.endedOn !== null) return refuse('case-ended')
    if (!state.awaits.includes(service)) return refuse('prerequisite-unknown', { service })
    return happens({ ...dated(command), type: 'prerequisite-supplied', service, proof })
  },

  'supply-paper': (state, { requirement, ...command }) => {
    if (state.endedOn !== null) return refuse('case-ended')
    const isAwaited =
      state.follow.some((each) => each.requirement === requirement) ||
      (state.acceptance !== null && missingPapers(state).includes(requirement))
    if (!isAwaited) return refuse('paper-not-awaited', { requirement })
    return happens({ ...dated(command), type: 'paper-supplied', requirement })
  },

  'sign-promise': (state, { promise, isExcluded, doGuardsHold, ...command }) => {
    if (state.endedOn !== null) return refuse('case-ended')
    if (!state.service.promises.some(({ id }) => id === promise))
      return refuse('promise-unknown', { promise })
    if (state.promises.some(({ id }) => id === promise)) return refuse('promise-signed-already', { promise })
    if (isExcluded) return refuse('promise-excluded', { promise })
    if (!doGuardsHold) return refuse('promise-guard-not-met', { promise })
    return happens({ ...dated(command), type: 'promise-signed', promise })
  },

  'take-back-promise': (state, { promise, ...command }, calendar) => {
    if (state.endedOn !== null) return refuse('case-ended')
    if (!state.promises.some(({ id }) => id === promise)) return refuse('promise-unknown', { promise })
    const follow = followAgain(state, { promise, on: command.on }, calendar)
    if (!follow.ok) return follow
    const event = { type: 'promise-taken-back', promise } as const
    return happens({
      ...dated(command),
      ...event,
      ...(follow.value.length > 0 ? { follow: follow.value } : {}),
    })
  },
}

/**
 * Papers that were to follow and that the promise stood in for: they are owed again, within the committed time as when they
 * were accepted (rule B16), so that a day which passed meanwhile ends no case at once. A later day is kept.
 */
function followAgain(
  state: CaseState,
  { promise, on }: { readonly promise: string; readonly on: PlainDate },
  calendar: WorkingCalendar,
): Result<readonly FollowingPaper[], CaseRefusal> {
  const promises = state.promises.filter(({ id }) => id !== promise)
  const owed = owedPapers(state).map(({ requirement }) => requirement)
  const again = owedPapers({ ...state, promises }).filter(({ requirement }) => !owed.includes(requirement))
  if (again.length === 0) return accept([])
  const due = limitDue(calendar, on, state.service.committed)
  if (!due.ok) return due
  return accept(again.map((paper) => ({ ...paper, due: paper.due > due.value ? paper.due : due.value })))
}
