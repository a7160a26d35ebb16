/**
 * A plan in words: who, by when, what a day late does, what signing does.
 */

import type { PlannedStep, ReckonedPlan } from '@guanjia/core/planning'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import type { Trial } from './trial.ts'
import type { WireCommitment, WirePlan } from './wire-plan.ts'

/** What words are made with. */
export interface PlanWords {
  readonly texts: PlanningTexts
  readonly plan: ReckonedPlan
  readonly wire: WirePlan
}

/** 03-17; with the year where it is not that of the start. */
export function shortDay(date: string, { wire }: Pick<PlanWords, 'wire'>): string {
  return date.slice(0, 4) === wire.start.slice(0, 4) ? date.slice(5) : date
}

/** The day by which a step is done if everything goes as planned; that of a duty is its last day. */
export function doneBy({ dates, duty }: PlannedStep): string | undefined {
  return duty?.dueDate ?? dates?.early
}

/** Who acts, as the reader is concerned. */
export function whoOf({ lane }: PlannedStep, { texts, wire }: Pick<PlanWords, 'texts' | 'wire'>): string {
  if (lane === 'applicant' || lane === 'agency') return texts.who[lane]
  return wire.lanes.find(({ id }) => id === lane)?.name ?? lane
}

/** The days of a step as they stand in the chart. */
export function daysText({ days }: PlannedStep, { short }: Pick<PlanningTexts, 'short'>): string {
  if (days.value === 0) return short.none
  return days.unit === 'natural-days' ? short.natural(String(days.value)) : short.days(String(days.value))
}

/** What a day late would do. */
export function lateSentence(step: PlannedStep, { texts, plan }: PlanWords): string {
  const { late } = texts
  if (step.actual?.status === 'done') return late.done
  if (step.duty) return step.duty.dueDate === undefined ? late.dutyOpen : late.duty(step.duty.dueDate)
  const isHeld = movesStart(step, plan)
  if (step.critical) return isHeld ? late.critical : late.end
  const float = String(step.totalFloat ?? 0)
  return isHeld ? late.float(float) : late.floatEnd(float)
}

/** Whether its float runs to the start of construction rather than to the end of everything. */
function movesStart({ lateFinish }: PlannedStep, { workingDays: { permit } }: ReckonedPlan): boolean {
  return permit !== null && lateFinish !== null && lateFinish <= permit
}

/** The one sentence about a commitment. */
export function adviceSentence(
  commitment: WireCommitment,
  { advice }: Pick<Trial, 'advice'>,
  { texts, wire }: Pick<PlanWords, 'texts' | 'wire'>,
): string {
  const { whatIf } = texts
  const found = advice.get(commitment.id)
  if (found === undefined)
    return whatIf['not-applicable'](commitment.advice.unmet.join(whatIf.between) || whatIf.noService)
  if (found.code === 'needs-others') return whatIf['needs-others'](namesOf(found.others, wire).join('、'))
  return found.code === 'saves-nothing'
    ? whatIf['saves-nothing']
    : whatIf[found.code](String(found.workingDays))
}

function namesOf(ids: readonly string[], { commitments }: WirePlan): readonly string[] {
  return ids.map((id) => commitments.find((one) => one.id === id)?.name ?? id)
}

/** By when a commitment is made up. */
export function makeUpSentence({ term, makeUp }: WireCommitment, { whatIf }: PlanningTexts): string {
  if (term.kind === 'milestone') return whatIf.makeUp.milestone(makeUp)
  return whatIf.makeUp[term.from](whatIf.units[term.unit](String(term.value)))
}

/** Whether the permit of the plan has been given: what commitments would save is no question any more. */
export function isPermitted({ permit, steps }: ReckonedPlan): boolean {
  return steps.some(({ id, actual }) => id === permit && actual?.status === 'done')
}
