/**
 * The form of every step of the procedure: a case, a command and the calendar in; events or a refusal out.
 */

import type { WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import type { CaseCommandType, CaseRefusal, CommandOf } from '../case-command.ts'
import type { CaseEvent, Dated } from '../case-event.ts'
import type { CaseState } from '../case-state.ts'

/** What follows from a command. */
export type CaseAnswer = Result<readonly CaseEvent[], CaseRefusal>

/** Answers one kind of command. */
export type Handler<Type extends CaseCommandType> = (
  state: CaseState,
  command: Dated & CommandOf<Type>,
  calendar: WorkingCalendar,
) => CaseAnswer

/** Answers commands of these kinds. */
export type HandlersOf<Type extends CaseCommandType> = { readonly [Each in Type]: Handler<Each> }

/** One event follows. */
export function happens(event: CaseEvent): CaseAnswer {
  return accept([event])
}

/** Day and doer of a command, for its event. */
export function dated({ on, by }: Dated): Dated {
  return { on, by }
}
