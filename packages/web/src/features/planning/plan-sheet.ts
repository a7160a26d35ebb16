/**
 * What a page shows: one version of the plan of one project, and what the reader may do with it.
 */

import type { CallOutput } from '../../api/call.ts'
import type { WirePlan } from './plan/wire-plan.ts'

/** One version of a plan. */
export interface PlanSheet {
  readonly project: {
    readonly name: string
    readonly number: string
    /** names */
    readonly stewards: readonly string[]
  }
  readonly version: number
  readonly madeAt: string
  readonly wire: WirePlan
  /** when it was read, in words, where it could not be read now */
  readonly keptAt?: string
}

/** What somebody of the project may do; a reader of a share may nothing. */
export interface PlanOwner {
  readonly projectId: string
  readonly versions: CallOutput<'GET /api/projects/:id/plans'>['versions']
  /** reads the plan anew */
  readonly again: () => void
}
