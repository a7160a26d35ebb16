/**
 * Who owes what until when: the open clocks of an issue, each with its days and its light.
 */

import {
  type DueDate,
  type PlainDate,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { type IssueSituation, type IssueState, isEscalated } from '../issue/issue-state.ts'
import { type Span, spanDue } from './issue-rule.ts'

/** What is owed. */
export type IssueClockKind = 'dispatch' | 'contact' | 'reply' | 'sign-off' | 'call-back' | 'confirmation'

/** Who owes it. */
export type IssueDebtor = 'dispatcher' | 'lead' | 'leader' | 'asker'

/** Green on time, amber on the last day or the one before, red after it. */
export type IssueLight = 'green' | 'amber' | 'red'

/** One thing that is owed. */
export interface IssueClock extends DueDate {
  readonly kind: IssueClockKind
  readonly who: IssueDebtor
  /** day zero, which is not counted */
  readonly from: PlainDate
  readonly light: IssueLight
  /** working days left until `due`, negative once it is over */
  readonly left: number
}

type Unpublished = 'calendar-not-published'

interface Owed {
  readonly kind: IssueClockKind
  readonly who: IssueDebtor
  readonly from: PlainDate
  readonly span: Span
}

/** The span of the reply as it stands: by the kind of work, after a reopening, with the extension. */
export function replySpan(state: IssueState): Span {
  const { rule, isComplex, reopenings, extension } = state
  const ordinary = isComplex ? rule.complexReplyWithin : rule.replyWithin
  const span = reopenings > 0 ? rule.reopenedReplyWithin : ordinary
  return { ...span, value: span.value + (extension?.workingDays ?? 0) }
}

function owedInHand(state: IssueState): readonly Owed[] {
  const { rule, dispatch, countedFrom, contactedOn } = state
  if (dispatch === null || countedFrom === null) return []
  const owesContact =
    rule.contactWithin !== null && contactedOn === null && state.isReachable && state.reopenings === 0
  return [
    ...(owesContact && rule.contactWithin !== null
      ? [{ kind: 'contact', who: 'lead', from: dispatch.on, span: rule.contactWithin } as const]
      : []),
    { kind: 'reply', who: 'lead', from: countedFrom, span: replySpan(state) },
  ]
}

function owedAfterReply({ rule, lastOn, reply, callBacks, isReachable }: IssueState): Owed {
  const from = reply?.on ?? lastOn
  return callBacks.length === 0 && isReachable
    ? { kind: 'call-back', who: 'dispatcher', from, span: rule.callBackWithin }
    : { kind: 'confirmation', who: 'asker', from, span: rule.silence.after }
}

/** What is owed in each situation; nothing once it is over. */
const owed: Readonly<Record<IssueSituation, (state: IssueState) => readonly Owed[]>> = {
  filed: ({ rule, filedOn }) => [
    { kind: 'dispatch', who: 'dispatcher', from: filedOn, span: rule.dispatchWithin },
  ],
  returned: ({ rule, lastOn }) => [
    { kind: 'dispatch', who: 'dispatcher', from: lastOn, span: rule.dispatchWithin },
  ],
  'in-hand': owedInHand,
  'awaiting-sign-off': (state) => [
    {
      kind: 'sign-off',
      who: 'leader',
      from: state.proposal?.on ?? state.lastOn,
      span: state.rule.signOffWithin,
    },
    ...owedInHand(state).filter(({ kind }) => kind === 'reply'),
  ],
  replied: (state) => [owedAfterReply(state)],
  closed: () => [],
  merged: () => [],
  signposted: () => [],
}

/** The light of a last day on a day, and the working days left until it. */
export function lightOn(
  calendar: WorkingCalendar,
  due: PlainDate,
  on: PlainDate,
): Result<{ readonly light: IssueLight; readonly left: number }, Unpublished> {
  const left = workingDaysBetween(calendar, on, due)
  if (!left.ok) return left
  if (on > due) return accept({ light: 'red', left: Math.min(left.value, -1) })
  return accept({ light: left.value <= 1 ? 'amber' : 'green', left: left.value })
}

/** The open clocks of an issue on a day, the most pressing first; none once it is over. */
export function issueClocks(
  state: IssueState,
  calendar: WorkingCalendar,
  on: PlainDate,
): Result<readonly IssueClock[], Unpublished> {
  const clocks: IssueClock[] = []
  for (const { kind, who, from, span } of owed[state.situation](state)) {
    const due = spanDue(calendar, from, span)
    if (!due.ok) return due
    const shown = lightOn(calendar, due.value.due, on)
    if (!shown.ok) return shown
    clocks.push({ kind, who, from, ...due.value, ...shown.value })
  }
  return accept(clocks.toSorted((one, other) => (one.due < other.due ? -1 : 1)))
}

/** Whether the next reply goes to a leader first: it says no, or the issue came back too often. */
export function needsSignOff(state: IssueState, outcome: 'done' | 'explained' | 'cannot-be-done'): boolean {
  return outcome === 'cannot-be-done' || isEscalated(state)
}
