/**
 * A case as a decider: what has happened and a command give the events that follow, or the situation that forbids it.
 * The day of a command is given by the caller; the calendar says which days count.
 */

import type { WorkingCalendar } from '../calendar/index.ts'
import { refuse } from '../kernel/index.ts'
import type { CaseCommand } from './case-command.ts'
import type { CaseState, MaybeCase } from './case-state.ts'
import { duties, revocation } from './procedure/afterwards.ts'
import { decision, supplies } from './procedure/decision.ts'
import { endings, revisions } from './procedure/ending.ts'
import { type CaseAnswer, dated, type HandlersOf, happens } from './procedure/handler.ts'
import { intake } from './procedure/intake.ts'
import { delays, review } from './procedure/review.ts'
import { suspension } from './procedure/suspension.ts'

const handlers: HandlersOf<Exclude<CaseCommand['type'], 'open'>> = {
  ...intake,
  ...review,
  ...delays,
  ...suspension,
  ...decision,
  ...supplies,
  ...duties,
  ...revocation,
  ...endings,
  ...revisions,
}

/** What follows from a command; nothing is changed here. */
export function handleCase(state: MaybeCase, command: CaseCommand, calendar: WorkingCalendar): CaseAnswer {
  if (command.type === 'open') {
    if (state !== undefined) return refuse('case-opened-already')
    const { applicant, service, awaits } = command
    return happens({ ...dated(command), type: 'opened', applicant, service, awaits })
  }
  if (state === undefined) return refuse('case-not-opened')
  if (command.on < state.lastOn) return refuse('dated-before-last-event', { lastOn: state.lastOn })
  const handle = handlers[command.type] as (
    state: CaseState,
    command: CaseCommand,
    calendar: WorkingCalendar,
  ) => CaseAnswer
  return handle(state, command, calendar)
}
