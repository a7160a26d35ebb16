/**
 * The national codes that each event of a case is reported with.
 */

import type { CaseEvent, CaseEventType, EventOf } from './case-event.ts'
import { type CaseState, openCorrection, runningProcedures, runningSuspension } from './case-state.ts'
import type { NationalStatus } from './national-status.ts'

type Codes = readonly NationalStatus[]

interface Step {
  readonly before: CaseState
  /** its codes not yet added */
  readonly after: CaseState
}

type Report<Type extends CaseEventType> = (event: EventOf<Type>, step: Step) => Codes

const reports: { readonly [Type in CaseEventType]?: Report<Type> } = {
  received: () => [1],
  declined: ({ ground }, { before }) => [
    ...(isCorrected(before) ? [7 as const] : []),
    ground === 'not-needed' ? 4 : 5,
  ],
  'correction-requested': (_, { before }) => (isCorrected(before) ? [7, 6] : [6]),
  'correction-taken-back': (_, { before }) => backFromCorrection(before),
  'correction-answered': (_, { before }) => backFromCorrection(before),
  accepted: (_, { before }) => (isCorrected(before) ? [7, 3] : [3]),
  withdrawn: (_, { before }) => (before.acceptance === null ? [2] : [...backToWork(before), 14]),
  'review-begun': () => [8],
  'special-procedure-started': (_, { before }) => beginHold(before),
  'special-procedure-ended': (_, { after }) => endHold(after),
  suspended: (_, { before }) => beginHold(before),
  resumed: (_, { after }) => endHold(after),
  'decision-issued': ({ outcome }, { after }) => {
    if (outcome === 'refused') return [13]
    return after.situation.at === 'granted-on-promise' ? [12] : [11]
  },
  'duty-made-up': (_, { before, after }) =>
    before.situation.at === 'granted-on-promise' && after.situation.at === 'granted' ? [11] : [],
  'duty-returned': (_, { before, after }) =>
    before.situation.at === 'granted' && after.situation.at === 'granted-on-promise' ? [12] : [],
  revoked: () => [15],
}

/**
 * The codes an event is reported with; none for most.
 *
 * A correction before acceptance ends (7) when the office has looked at the answer, not when the answer comes: until
 * then the case may still be taken back (2). One that was taken back ends with the next act of the office.
 */
export function statusesOf(event: CaseEvent, step: Step): Codes {
  const report = reports[event.type] as ((event: CaseEvent, step: Step) => Codes) | undefined
  return report === undefined ? [] : report(event, step)
}

function isCorrected({ situation }: CaseState): boolean {
  return situation.at === 'received' && situation.isCorrected
}

function backFromCorrection(before: CaseState): Codes {
  if (before.acceptance === null) return []
  return before.reviews.length === 0 ? [7, 3] : [7, 8]
}

/**
 * The list has no code of its own for a suspension: it is reported under the one that holds the committed clock (9, 10), as
 * special procedures are; several at once are one hold (U).
 */
function isHeld(state: CaseState): boolean {
  return runningProcedures(state).length > 0 || runningSuspension(state) !== undefined
}

function beginHold(before: CaseState): Codes {
  return isHeld(before) ? [] : [9]
}

function endHold(after: CaseState): Codes {
  return isHeld(after) ? [] : [10, 8]
}

/** The codes that lead from a hold after acceptance back to work. */
function backToWork(before: CaseState): Codes {
  if (openCorrection(before) !== undefined) return backFromCorrection(before)
  return isHeld(before) ? [10, 8] : []
}
