/**
 * The plan of one project: from facts to services, steps, dates, floats, the permit and what commitments would save.
 */

import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { type PlanCommitment, planCommitments } from './plan-commitment.ts'
import { type PlanQuestion, type PlanRequest, planQuestion, type QuestionRefusal } from './plan-question.ts'
import { type PlanReason, planReasons } from './plan-reason.ts'
import { type ReckonedPlan, type Reckoning, type ReckoningRefusal, reckonedPlan } from './reckoned-plan.ts'

export type { PlanDates } from './reckoned-plan.ts'

/** A plan with its reasons. */
export interface Plan extends ReckonedPlan {
  /** version of the catalogue */
  readonly catalogue: string
  /** ids of the services the project needs, sorted */
  readonly services: readonly string[]
  readonly because: Readonly<Record<string, readonly PlanReason[]>>
  readonly commitments: readonly PlanCommitment[]
  /** attributes that are not known and would decide about a service */
  readonly unknown: readonly string[]
}

/** Why there is no plan. */
export type PlanRefusal = QuestionRefusal | ReckoningRefusal

/**
 * Makes the plan. A fact that is not known takes the longer branch and marks the step. With progress it is a forecast: what
 * happened stands, the rest follows from it.
 */
export function projectPlan(
  catalogue: Catalogue,
  calendar: WorkingCalendar,
  request: PlanRequest,
): Result<Plan, PlanRefusal> {
  const question = planQuestion(catalogue, calendar, request)
  if (!question.ok) return question
  const reckoning = reckonedPlan(question.value)
  return reckoning.ok ? accept(planFrom(question.value, reckoning.value)) : reckoning
}

function planFrom(question: PlanQuestion, { plan, advice }: Reckoning): Plan {
  const { catalogue, triggered, needed, steps } = question
  return {
    ...plan,
    catalogue: catalogue.version,
    services: [...needed].toSorted(),
    because: planReasons(catalogue, triggered, steps),
    commitments: planCommitments({ ...question, facts: triggered.facts }, advice),
    unknown: [...new Set(triggered.triggers.flatMap((trigger) => trigger.unknown))],
  }
}
