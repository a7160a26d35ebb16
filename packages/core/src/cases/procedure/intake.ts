/**
 * From receipt to acceptance: the check for completeness, one notice of all gaps, silence, and what is not taken on.
 *
 * Rules: B3 all gaps are told at once within five working days, or within the service's stricter time; a case whose
 * time has passed in silence is accepted from the day of receipt (Administrative Licensing Law art. 32).
 */

import type { PlainDate, WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { CaseRefusal } from '../case-command.ts'
import type { FollowingPaper, Gap } from '../case-event.ts'
import {
  type CaseState,
  type Correction,
  missingPapers,
  openCorrection,
  runningSuspension,
} from '../case-state.ts'
import { limitDue } from '../clocks/case-clock.ts'
import { dated, type HandlersOf, happens } from './handler.ts'

type Received = CaseState & { readonly situation: Extract<CaseState['situation'], { at: 'received' }> }

function isReceived(state: CaseState): state is Received {
  return state.situation.at === 'received'
}

/** Whether the time for the one notice has passed, in the days of the service. */
function isSilent(
  { service, situation }: Received,
  on: PlainDate,
  calendar: WorkingCalendar,
): Result<boolean, CaseRefusal> {
  const due = limitDue(calendar, situation.since, service.oneTimeNotice)
  return due.ok ? accept(on > due.value) : due
}

/** The case where the office may still look at completeness; silence has taken that from it once the time is over. */
function inCheck(state: CaseState, on: PlainDate, calendar: WorkingCalendar): Result<Received, CaseRefusal> {
  if (!isReceived(state))
    return refuse(state.receivedOn === null ? 'case-not-received' : 'case-received-already')
  const silent = isSilent(state, on, calendar)
  if (!silent.ok) return silent
  return silent.value ? refuse('accepted-by-silence') : accept(state)
}

/** What is wrong with a list of gaps, given what the service asks for and what was told before. */
function gapFault({ service, corrections }: CaseState, gaps: readonly Gap[]): CaseRefusal | undefined {
  if (gaps.length === 0) return 'gaps-missing'
  const told = corrections.filter(({ end }) => end === 'answered')
  for (const { requirement, what } of gaps) {
    const asked = service.requirements.find(({ id }) => id === requirement)
    if (asked === undefined || what.trim() === '') return 'gap-not-of-service'
    if (asked.source === 'register') return 'paper-from-register'
    if (told.length > 0 && !isTold(told, requirement)) return 'gap-not-told-before'
  }
  return undefined
}

function isTold(corrections: readonly Correction[], requirement: string): boolean {
  return corrections.some(({ gaps }) => gaps.some((gap) => gap.requirement === requirement))
}

function mayFollow({ requirements }: CaseState['service'], id: string): boolean {
  return requirements.find((each) => each.id === id)?.mayFollow === true
}

/** Papers that follow are due within the committed time (rule B16). */
function followingPapers(
  { service }: CaseState,
  follow: readonly string[],
  { on, calendar }: { readonly on: PlainDate; readonly calendar: WorkingCalendar },
): Result<readonly FollowingPaper[], CaseRefusal> {
  for (const id of follow)
    if (!mayFollow(service, id)) return refuse('paper-may-not-follow', { requirement: id })
  const due = limitDue(calendar, on, service.committed)
  return due.ok ? accept(follow.map((requirement) => ({ requirement, due: due.value }))) : due
}

/** The office's answers to what came in. */
export const intake: HandlersOf<
  | 'receive'
  | 'request-correction'
  | 'take-back-correction'
  | 'answer-correction'
  | 'accept'
  | 'accept-by-silence'
  | 'decline'
> = {
  receive: ({ situation, service }, { channel, papers, later = [], ...command }) => {
    if (situation.at !== 'draft') return refuse('case-received-already')
    const firm = later.find((id) => !mayFollow(service, id))
    if (firm !== undefined) return refuse('paper-may-not-follow', { requirement: firm })
    return happens({ ...dated(command), type: 'received', channel, papers, later })
  },

  'request-correction': (state, { correction, gaps, ...command }, calendar) => {
    const ready = state.acceptance === null ? inCheck(state, command.on, calendar) : inWork(state)
    if (!ready.ok) return ready
    const fault = gapFault(state, gaps)
    if (fault !== undefined) return refuse(fault)
    const due = limitDue(calendar, command.on, state.service.correction)
    if (!due.ok) return due
    return happens({ ...dated(command), type: 'correction-requested', correction, gaps, due: due.value })
  },

  'take-back-correction': (state, { reason, ...command }) => {
    const correction = openCorrection(state)
    if (correction === undefined) return refuse('correction-not-running')
    return happens({ ...dated(command), type: 'correction-taken-back', correction: correction.id, reason })
  },

  'answer-correction': (state, { papers, ...command }) => {
    const correction = openCorrection(state)
    if (correction === undefined) return refuse('correction-not-running')
    if (command.on > correction.due) return refuse('correction-overdue', { due: correction.due })
    const missing = correction.gaps.filter(({ requirement }) => !papers.includes(requirement))
    if (missing.length > 0) return refuse('papers-missing', { missing: missing.length })
    return happens({ ...dated(command), type: 'correction-answered', correction: correction.id, papers })
  },

  accept: (state, { follow, ...command }, calendar) => {
    const ready = inCheck(state, command.on, calendar)
    if (!ready.ok) return ready
    const missing = missingPapers(state).filter((id) => !follow.includes(id))
    if (missing.length > 0) return refuse('papers-missing', { missing: missing.length })
    const later = missingPapers(state).filter((id) => follow.includes(id))
    const papers = followingPapers(state, later, { on: command.on, calendar })
    if (!papers.ok) return papers
    const ground = later.length > 0 ? 'tolerance' : 'complete'
    return happens({ ...dated(command), type: 'accepted', ground, from: command.on, follow: papers.value })
  },

  'accept-by-silence': (state, command, calendar) => {
    if (!isReceived(state)) return refuse('case-not-received')
    const silent = isSilent(state, command.on, calendar)
    if (!silent.ok) return silent
    if (!silent.value) return refuse('notice-period-running')
    const from = state.situation.since
    return happens({ ...dated(command), type: 'accepted', ground: 'silence', from, follow: [] })
  },

  decline: (state, { ground, reasons, properAuthority, ...command }, calendar) => {
    const ready = inCheck(state, command.on, calendar)
    if (!ready.ok) return ready
    // whoever mended everything that was asked for has to be taken on
    if (state.corrections.some(({ end }) => end === 'answered')) return refuse('correction-answered-already')
    if (reasons.trim() === '') return refuse('reasons-missing')
    if (ground === 'no-jurisdiction' && (properAuthority ?? '').trim() === '')
      return refuse('proper-authority-missing')
    return happens({ ...dated(command), type: 'declined', ground, reasons, properAuthority })
  },
}

/** A correction in the review waits for no special procedure, and for no other correction. */
function inWork(state: CaseState): Result<CaseState, CaseRefusal> {
  const { situation, specialProcedures, endedOn } = state
  if (endedOn !== null) return refuse('case-ended')
  if (situation.at === 'correcting') return refuse('correction-running')
  if (runningSuspension(state) !== undefined) return refuse('case-suspended')
  if (specialProcedures.some((each) => each.endedOn === null)) return refuse('special-procedure-running')
  return accept(state)
}
