/**
 * A plan once facts have said which steps there are: what is left to reckon needs no rule and no text, so that a browser
 * can do it as well as a server.
 */

import type { Progress } from '../progress/step-progress.ts'
import type { PlanStep, PlanView } from './plan-step.ts'
import type { WorkingDayAxis } from './working-day-axis.ts'

/** By when a commitment is made up, without its source. */
export type MakeUpTerm =
  | { readonly kind: 'milestone' }
  | {
      readonly kind: 'days'
      readonly value: number
      readonly unit: 'working-days' | 'natural-days'
      readonly from: 'signing' | 'permit'
    }

/** A commitment that may be signed. */
export interface FrameCommitment {
  readonly id: string
  /** id of the service it is made for */
  readonly service: string
  readonly makeUp: MakeUpTerm
}

/** What a plan is reckoned from. */
export interface PlanFrame {
  readonly view: PlanView
  readonly axis: WorkingDayAxis | undefined
  readonly steps: readonly PlanStep[]
  /** ids of the services that construction waits for, whole or in phases */
  readonly permits: readonly string[]
  readonly commitments: readonly FrameCommitment[]
  /** ids of the commitments taken to be signed */
  readonly signed: readonly string[]
  /** what has happened; needs an axis */
  readonly progress: Progress | undefined
}
