/**
 * An issue as a decider: what has happened and a command give the events that follow, or the situation that forbids it.
 * Day and moment of a command are given by the caller; the calendar says which days count.
 */

import type { WorkingCalendar } from '../../calendar/index.ts'
import { refuse } from '../../kernel/index.ts'
import { answering } from '../procedure/answering.ts'
import { confirming } from '../procedure/confirming.ts'
import { dispatching } from '../procedure/dispatching.ts'
import { dated, happens, type IssueAnswer, type IssueHandlers } from '../procedure/handler.ts'
import type { IssueCommand, IssueCommandOf } from './issue-command.ts'
import type { IssueState, MaybeIssue } from './issue-state.ts'

const handlers: IssueHandlers<Exclude<IssueCommand['type'], 'file'>> = {
  ...dispatching,
  ...answering,
  ...confirming,
}

function file({
  kind,
  source,
  topic,
  noticedAt,
  isReachable,
  rule,
  ...command
}: IssueCommandOf<'file'>): IssueAnswer {
  if (kind === 'misconduct') return refuse('misconduct-belongs-elsewhere')
  // what was noted before it was sent keeps its moment; a clock that runs ahead does not
  const noticed = noticedAt < command.at ? noticedAt : command.at
  const what = { kind, source, topic, noticedAt: noticed, isReachable, rule }
  return happens({ ...dated(command), type: 'filed', ...what })
}

/** What follows from a command; nothing is changed here. */
export function handleIssue(
  state: MaybeIssue,
  command: IssueCommand,
  calendar: WorkingCalendar,
): IssueAnswer {
  if (command.type === 'file') return state === undefined ? file(command) : refuse('issue-filed-already')
  if (state === undefined) return refuse('issue-not-filed')
  if (command.on < state.lastOn) return refuse('issue-dated-before-last-event', { lastOn: state.lastOn })
  const handle = handlers[command.type] as (
    state: IssueState,
    command: IssueCommand,
    calendar: WorkingCalendar,
  ) => IssueAnswer
  return handle(state, command, calendar)
}
