/**
 * The form of every step: an issue, a command and the calendar in; events or a refusal out.
 */

import type { WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import type { IssueCommandOf, IssueCommandType, IssueRefusal } from '../issue/issue-command.ts'
import type { Dated, IssueEvent } from '../issue/issue-event.ts'
import type { IssueState } from '../issue/issue-state.ts'

/** What follows from a command. */
export type IssueAnswer = Result<readonly IssueEvent[], IssueRefusal>

/** Answers one kind of command. */
export type IssueHandler<Type extends IssueCommandType> = (
  state: IssueState,
  command: Dated & IssueCommandOf<Type>,
  calendar: WorkingCalendar,
) => IssueAnswer

/** Answers commands of these kinds. */
export type IssueHandlers<Type extends IssueCommandType> = { readonly [Each in Type]: IssueHandler<Each> }

/** These events follow. */
export function happens(...events: readonly IssueEvent[]): IssueAnswer {
  return accept(events)
}

/** Moment and doer of a command, for its event. */
export function dated({ on, at, by }: Dated): Dated {
  return { on, at, by }
}
