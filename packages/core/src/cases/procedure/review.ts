/**
 * The review: departments at the same time, each with its own opinion; consultations; a joint sitting; steps outside the
 * office; the one extension.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { CaseRefusal } from '../case-command.ts'
import { type CaseState, runningProcedures, runningSuspension } from '../case-state.ts'
import { heldClock, limitDue } from '../clocks/case-clock.ts'
import { dated, type HandlersOf, happens } from './handler.ts'

/** The case that is taken on and does not rest. */
function takenOn(state: CaseState): Result<CaseState, CaseRefusal> {
  if (state.endedOn !== null) return refuse('case-ended')
  if (state.acceptance === null) return refuse('case-not-accepted')
  return runningSuspension(state) === undefined ? accept(state) : refuse('case-suspended')
}

/** The case where departments work on it. */
export function inReview(state: CaseState): Result<CaseState, CaseRefusal> {
  const { situation } = state
  const ready = takenOn(state)
  if (!ready.ok) return ready
  if (situation.at === 'correcting') return refuse('correction-running')
  return situation.at === 'in-review' ? accept(state) : refuse('case-not-in-review')
}

function consultationFault({ consultations }: CaseState, id: string): CaseRefusal | undefined {
  return consultations.some((each) => each.id === id && !each.closed) ? undefined : 'consultation-unknown'
}

/** What departments do. */
export const review: HandlersOf<
  | 'begin-review'
  | 'give-opinion'
  | 'open-consultation'
  | 'answer-consultation'
  | 'close-consultation'
  | 'hold-joint-review'
> = {
  'begin-review': ({ situation, service }, command) => {
    if (situation.at !== 'accepted') return refuse('case-not-accepted')
    return happens({ ...dated(command), type: 'review-begun', authorities: service.authorities })
  },

  'give-opinion': (state, { authority, opinion, reasons, conditions, ...command }) => {
    const ready = inReview(state)
    if (!ready.ok) return ready
    const own = state.reviews.find((each) => each.authority === authority)
    if (own === undefined) return refuse('authority-not-asked', { authority })
    if (own.opinion !== null) return refuse('opinion-given-already', { authority })
    const isUnfounded =
      reasons.trim() === '' || (opinion === 'agree-with-conditions' && conditions.length === 0)
    if (isUnfounded) return refuse('reasons-missing')
    return happens({ ...dated(command), type: 'opinion-given', authority, opinion, reasons, conditions })
  },

  'open-consultation': (state, { consultation, asked, question, due, ...command }) => {
    const ready = inReview(state)
    if (!ready.ok) return ready
    if (question.trim() === '') return refuse('reasons-missing')
    if (due < command.on) return refuse('named-day-past', { due })
    return happens({ ...dated(command), type: 'consultation-opened', consultation, asked, question, due })
  },

  'answer-consultation': (state, { consultation, answer, ...command }) => {
    if (state.endedOn !== null) return refuse('case-ended')
    const fault = consultationFault(state, consultation)
    if (fault !== undefined) return refuse(fault)
    if (answer.trim() === '') return refuse('reasons-missing')
    return happens({ ...dated(command), type: 'consultation-answered', consultation, answer })
  },

  'close-consultation': (state, { consultation, reason, ...command }) => {
    if (state.endedOn !== null) return refuse('case-ended')
    const fault = consultationFault(state, consultation)
    if (fault !== undefined) return refuse(fault)
    if (reason.trim() === '') return refuse('reasons-missing')
    return happens({ ...dated(command), type: 'consultation-closed', consultation, reason })
  },

  'hold-joint-review': (state, { attended, conclusion, ...command }) => {
    const ready = inReview(state)
    if (!ready.ok) return ready
    if (conclusion.trim() === '') return refuse('reasons-missing')
    const absent = state.reviews.filter(({ authority }) => !attended.includes(authority))
    if (absent.length > 0) return refuse('opinions-missing', { absent: absent.map((each) => each.authority) })
    return happens({ ...dated(command), type: 'joint-review-held', attended, conclusion })
  },
}

/** What makes a case take longer. */
export const delays: HandlersOf<'start-special-procedure' | 'end-special-procedure' | 'extend-limit'> = {
  'start-special-procedure': (state, { procedure, kind, reason, ...command }, calendar) => {
    const ready = inReview(state)
    if (!ready.ok) return ready
    const found = state.service.specialProcedures.find(({ id }) => id === kind)
    if (found === undefined) return refuse('special-procedure-unknown', { kind })
    if (reason.trim() === '') return refuse('reasons-missing')
    const isRunning = runningProcedures(state).some((each) => each.kind === kind || each.id === procedure)
    if (isRunning) return refuse('special-procedure-running', { kind })
    const expected = limitDue(calendar, command.on, found.limit)
    if (!expected.ok) return expected
    const event = { type: 'special-procedure-started', procedure, kind, reason } as const
    return happens({ ...dated(command), ...event, expected: expected.value })
  },

  'end-special-procedure': (state, { procedure, outcome, ...command }) => {
    if (!runningProcedures(state).some(({ id }) => id === procedure))
      return refuse('special-procedure-unknown', { procedure })
    if (outcome.trim() === '') return refuse('reasons-missing')
    return happens({ ...dated(command), type: 'special-procedure-ended', procedure, outcome })
  },

  /** B6: once, by the authority's head, before the time is over, told with its reasons. */
  'extend-limit': (state, { workingDays, reason, ...command }, calendar) => {
    const ready = takenOn(state)
    if (!ready.ok) return ready
    if (state.extension !== null) return refuse('limit-extended-already')
    if (reason.trim() === '') return refuse('reasons-missing')
    const most = state.service.extensionAtMost
    if (workingDays < 1 || workingDays > most) return refuse('extension-too-long', { most })
    const statutory = heldClock(state, 'statutory', { calendar, on: command.on })
    if (!statutory.ok) return statutory
    if (statutory.value?.state === 'red') return refuse('limit-over')
    return happens({ ...dated(command), type: 'limit-extended', workingDays, reason })
  },
}
