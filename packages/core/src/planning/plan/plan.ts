/**
 * The plan of one project: from facts to services, steps, dates, floats, the permit and what commitments would save.
 */

import type { PlainDate, WorkingCalendar } from '../../calendar/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import type { NetworkRefusal } from '../network/network-description.ts'
import { criticalChain } from '../network/scheduled-activity.ts'
import { todayId } from '../progress/step-progress.ts'
import {
  type BestCombination,
  type DaysSaved,
  daysSaved,
  type PlanCommitment,
  planBest,
  planCommitments,
} from './plan-commitment.ts'
import { type PlanQuestion, type PlanRequest, planQuestion, type QuestionRefusal } from './plan-question.ts'
import { type PlanReason, planReasons } from './plan-reason.ts'
import { type PlanSolution, planSolution } from './plan-solution.ts'
import type { PlanView } from './plan-step.ts'
import { type PlannedStep, plannedSteps } from './planned-step.ts'
import type { WorkingDayAxis } from './working-day-axis.ts'

/** A plan. */
export interface Plan {
  readonly view: PlanView
  /** version of the catalogue */
  readonly catalogue: string
  readonly signed: readonly string[]
  /** ids of the services the project needs, sorted */
  readonly services: readonly string[]
  readonly steps: readonly PlannedStep[]
  /** id of the permit; `null` where the project needs none */
  readonly permit: string | null
  /** finish of the permit, `null` where the project needs none, and of everything */
  readonly workingDays: { readonly permit: number | null; readonly end: number }
  readonly dates?: PlanDates
  /** the days of all steps one after the other */
  readonly serialSum: number
  /** one chain that drives the end, first to last */
  readonly criticalPath: readonly string[]
  readonly because: Readonly<Record<string, readonly PlanReason[]>>
  /** what the signed commitments save, against signing none */
  readonly saved: DaysSaved
  readonly commitments: readonly PlanCommitment[]
  readonly best: BestCombination
  /** attributes that are not known and would decide about a service */
  readonly unknown: readonly string[]
}

/** The dates of a plan. */
export interface PlanDates {
  readonly start: PlainDate
  readonly permit: PlainDate | null
  readonly end: PlainDate
  /** the day of the forecast, where there is progress */
  readonly today?: PlainDate
  /** version of the calendar */
  readonly calendar: string
  /** first day from which weekends alone are taken to be free, because its year is not published */
  readonly assumedFrom?: PlainDate
}

/** Why there is no plan. */
export type PlanRefusal = QuestionRefusal | NetworkRefusal | 'too-many-commitments'

/**
 * Makes the plan. A fact that is not known takes the longer branch and marks the step. Late dates run to the end; in the
 * project view to the permit for all that it waits for, since that is what construction waits for, and for a duty to the
 * day its commitment is made up. With progress it is a forecast: what happened stands, the rest follows from it.
 */
export function projectPlan(
  catalogue: Catalogue,
  calendar: WorkingCalendar,
  request: PlanRequest,
): Result<Plan, PlanRefusal> {
  const question = planQuestion(catalogue, calendar, request)
  if (!question.ok) return question
  const solution = planSolution(question.value)
  return solution.ok ? accept(planFrom(question.value, solution.value)) : solution
}

function planFrom(question: PlanQuestion, solution: PlanSolution): Plan {
  const { catalogue, axis, signed, triggered } = question
  const { schedule, permit, ends } = solution
  const permitTime = permit === undefined ? null : (schedule.earlyFinish[permit] ?? 0)
  const steps = plannedSteps(question, solution)
  return {
    view: question.view,
    catalogue: catalogue.version,
    signed: signed.toSorted(),
    services: [...question.needed].toSorted(),
    steps,
    permit: permit === undefined ? null : (schedule.network.ids[permit] ?? null),
    workingDays: { permit: permitTime, end: schedule.duration },
    ...(axis && { dates: planDates(question, axis, { permit: permitTime, end: schedule.duration }) }),
    serialSum: steps.reduce((sum, { duration }) => sum + duration, 0),
    criticalPath: criticalChain(schedule).filter((id) => id !== todayId),
    because: planReasons(catalogue, triggered, question.steps),
    saved: daysSaved(ends.ends[0] ?? 0, permitTime ?? schedule.duration, axis),
    commitments: planCommitments(
      { ...question, commitments: catalogue.path.commitments, facts: triggered.facts },
      ends,
    ),
    best: planBest(ends, axis),
    unknown: [...new Set(triggered.triggers.flatMap((trigger) => trigger.unknown))],
  }
}

function planDates(
  { progress }: PlanQuestion,
  axis: WorkingDayAxis,
  times: { readonly permit: number | null; readonly end: number },
): PlanDates {
  const end = axis.dateAt(times.end)
  const assumedFrom = axis.assumedFrom(end)
  return {
    start: axis.start,
    permit: times.permit === null ? null : axis.dateAt(times.permit),
    end,
    ...(progress && { today: progress.today }),
    calendar: axis.calendar,
    ...(assumedFrom !== undefined && { assumedFrom }),
  }
}
