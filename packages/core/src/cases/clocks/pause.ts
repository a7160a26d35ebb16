/**
 * Pauses of a clock: intervals with a reason, never a switch. Days on which several hold count once.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { SuspensionGround } from '../case-event.ts'
import type { CaseState } from '../case-state.ts'
import type { HeldClock } from '../service-snapshot.ts'

/** An interval, both days included; `to` is null while it runs. */
export interface Pause {
  /** tells it apart from others that overlap it */
  readonly id: string
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly reason: string
}

const groundWords: Readonly<Record<SuspensionGround, string>> = {
  'decision-awaited': '等待司法裁判或者其他机关的决定',
  'applicant-asked': '申请人书面申请',
  'force-majeure': '不可抗力',
  'named-by-law': '法律、法规规定的其他情形',
}

/**
 * The pauses of one of the two clocks of a case. A correction asked for in the review and a suspension hold the committed
 * clock; the law knows no such hold of the statutory one (Administrative Licensing Law art. 45 names special procedures
 * only).
 */
export function pausesOf(state: CaseState, clock: HeldClock): readonly Pause[] {
  const { specialProcedures, corrections, service } = state
  const procedures = specialProcedures.flatMap(({ id, kind, startedOn, endedOn }) => {
    const found = service.specialProcedures.find((each) => each.id === kind)
    if (found?.holds.includes(clock) !== true) return []
    return [{ id, from: startedOn, to: endedOn, reason: found.name['zh-CN'] ?? kind }]
  })
  if (clock === 'statutory') return procedures
  const waits = corrections
    .filter(({ within }) => within === 'review')
    .map(({ id, on, endedOn }) => ({ id, from: on, to: endedOn, reason: '补正' }))
  const rests = (state.suspensions ?? []).map(({ id, ground, startedOn, endedOn }) => {
    return { id, from: startedOn, to: endedOn, reason: `中止审批（${groundWords[ground]}）` }
  })
  return [...procedures, ...waits, ...rests]
}

/** What a clock rests for at the moment; undefined while it runs. */
export function runningPause(state: CaseState, clock: HeldClock): Pause | undefined {
  return pausesOf(state, clock).find(({ to }) => to === null)
}
