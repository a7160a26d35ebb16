/**
 * What a plan is asked for with, and what follows from it before anything is computed.
 */

import type { PlainDate, WorkingCalendar } from '../../calendar/index.ts'
import { type Catalogue, type TriggeredServices, triggeredServices } from '../../catalogue/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { Facts } from '../../rules/index.ts'
import { checkProgress, type Progress } from '../progress/step-progress.ts'
import { isApplicable } from './plan-commitment.ts'
import type { PlanFrame } from './plan-frame.ts'
import { type PlanStep, type PlanView, permitsOf, planSteps } from './plan-step.ts'
import { type WorkingDayAxis, workingDayAxis } from './working-day-axis.ts'

/** What a plan is asked for with. */
export interface PlanRequest {
  readonly facts: Facts
  readonly view: PlanView
  /** ids of the commitments taken to be signed */
  readonly signed?: readonly string[]
  /** the day that is not counted; without one the plan has no dates and a natural day is taken for a working day */
  readonly start?: PlainDate
  /** days that the project set itself, by the id of the step */
  readonly durations?: Readonly<Record<string, number>>
  /** what has happened; needs a start */
  readonly progress?: Progress
}

/** Why a request cannot be planned. */
export type QuestionRefusal =
  | 'calendar-not-published'
  | 'commitment-unknown'
  | 'commitment-not-applicable'
  | 'progress-not-possible'

/** A request with what follows from it. */
export interface PlanQuestion extends PlanFrame {
  readonly catalogue: Catalogue
  readonly triggered: TriggeredServices
  /** ids of the services the project needs, or may need */
  readonly needed: ReadonlySet<string>
}

/** Works out what a request asks. */
export function planQuestion(
  catalogue: Catalogue,
  calendar: WorkingCalendar,
  request: PlanRequest,
): Result<PlanQuestion, QuestionRefusal> {
  const { start, progress } = request
  const axis = start === undefined ? undefined : workingDayAxis(calendar, start)
  if (axis?.ok === false) return axis
  const possible = progress === undefined ? undefined : checkProgress(progress)
  if (possible?.ok === false) return possible
  const question = questionOf(catalogue, request, axis?.value)
  return notSignable(question) ?? accept(question)
}

function questionOf(
  catalogue: Catalogue,
  request: PlanRequest,
  axis: WorkingDayAxis | undefined,
): PlanQuestion {
  const { view, signed = [], durations = {}, progress } = request
  const triggered = triggeredServices(catalogue, request.facts)
  const { facts } = triggered
  const open = triggered.triggers.filter(({ needed }) => needed !== false)
  const needed = new Map(open.map((one) => [one.service, { toBeConfirmed: one.needed === null }]))
  const sources = { facts, needed: new Set(needed.keys()) }
  const commitments = catalogue.path.commitments.filter((one) => isApplicable(one, sources))
  const signable = commitments.map(({ id }) => id)
  const steps = planSteps({ catalogue, facts, needed, durations }, view).map((step) =>
    withSignable(step, signable),
  )
  const permits = permitsOf(catalogue)
  const frame = { view, axis, steps, permits, commitments, signed, progress }
  return { ...frame, catalogue, triggered, needed: sources.needed }
}

/** A step as if commitments that may not be signed did not exist. */
function withSignable(step: PlanStep, signable: readonly string[]): PlanStep {
  const after = step.after
    .filter(({ insteadOf }) => insteadOf === undefined || signable.includes(insteadOf))
    .map(({ id, waivedBy, insteadOf }) => ({
      id,
      ...(waivedBy !== undefined && signable.includes(waivedBy) && { waivedBy }),
      ...(insteadOf !== undefined && { insteadOf }),
    }))
  return { ...step, after }
}

function notSignable({ catalogue, signed, commitments }: PlanQuestion) {
  const known = catalogue.path.commitments.map(({ id }) => id)
  const unknown = signed.find((id) => !known.includes(id))
  if (unknown !== undefined) return refuse('commitment-unknown', { commitment: unknown, known })
  const refused = signed.find((id) => commitments.every((one) => one.id !== id))
  return refused === undefined ? undefined : refuse('commitment-not-applicable', { commitment: refused })
}
