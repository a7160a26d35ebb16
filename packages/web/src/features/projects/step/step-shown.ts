/**
 * A step as its page shows it: with what it waits for and what waits for it.
 */

import type { CallOutput } from '../../../api/call.ts'

export type Plan = CallOutput<'GET /api/projects/:id/plan'>['plan']
export type Step = Plan['steps'][number]
export type Guide = CallOutput<'GET /api/services/:id'>

/** A step, and the plan around it. */
export interface ShownStep {
  readonly projectId: string
  readonly plan: Plan
  readonly step: Step
  /** reads the plan afresh */
  readonly again: () => void
}

/** Another step that this one waits for. */
export interface Awaited {
  readonly step: Step
  /** whether a signed commitment lets it not be awaited */
  readonly isWaived: boolean
}

/** What a step waits for in a plan. */
export function awaitedBy({ plan, step }: Pick<ShownStep, 'plan' | 'step'>): readonly Awaited[] {
  const isSigned = (commitment: string | undefined) =>
    commitment !== undefined && plan.signed.includes(commitment)
  return step.after
    .filter(({ insteadOf }) => insteadOf === undefined || isSigned(insteadOf))
    .flatMap(({ id, waivedBy }) => {
      const found = plan.steps.find((one) => one.id === id)
      return found === undefined ? [] : [{ step: found, isWaived: isSigned(waivedBy) }]
    })
}

/** What waits for a step in a plan. */
export function waitingFor({ plan, step }: Pick<ShownStep, 'plan' | 'step'>): readonly Step[] {
  return plan.steps.filter((other) =>
    awaitedBy({ plan, step: other }).some((one) => one.step.id === step.id && !one.isWaived),
  )
}

/** Whether nobody rules on it: work of the owner, of agencies, of the market. Its days are the project's to set. */
export function isOwnWork({ lane, kind }: Step): boolean {
  return kind === 'work' || lane === 'applicant' || lane === 'agency'
}

const outside = ['work', 'agency-work', 'tender', 'fee']

/** Whether a case is opened for it. */
export function isFiled({ kind }: Step): boolean {
  return !outside.includes(kind)
}
