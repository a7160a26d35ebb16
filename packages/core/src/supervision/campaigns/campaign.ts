/**
 * A short campaign of supervision (专项监督): a scope, a period, findings, and how many of them were put right. A unit says
 * that it has put a finding right; whoever supervises looks, and only then it counts.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'

/** How far a finding is: found, said to be put right, seen to be. */
export const findingStates = ['open', 'reported', 'rectified'] as const

/** One of the states of a finding. */
export type FindingState = (typeof findingStates)[number]

/** What may happen to a finding. */
export type FindingAct =
  | { readonly do: 'report' }
  /** what does not stand is open again; its day does not move */
  | { readonly do: 'check'; readonly passed: boolean }

/** The state of a finding after something happened to it; refused where it is not its turn. */
export function findingAfter(
  state: FindingState,
  act: FindingAct,
): Result<FindingState, 'finding-out-of-turn'> {
  if (act.do === 'report') return state === 'open' ? accept('reported') : refuse('finding-out-of-turn')
  if (state !== 'reported') return refuse('finding-out-of-turn')
  return accept(act.passed ? 'rectified' : 'open')
}

/** A finding as it is counted. */
export interface CountedFinding {
  readonly state: FindingState
  /** the last day on which it is to be put right */
  readonly rectifyBy: PlainDate
}

/** The figures of a campaign. */
export interface CampaignFigures {
  readonly findings: number
  readonly rectified: number
  /** open after their day; what a unit has reported waits for others and is not charged to it */
  readonly overdue: number
  /** rectified of all findings, in whole hundredths rounded down; null where nothing was found */
  readonly percent: number | null
}

/** The figures on a day. */
export function campaignFigures(findings: readonly CountedFinding[], on: PlainDate): CampaignFigures {
  const rectified = findings.filter(({ state }) => state === 'rectified').length
  return {
    findings: findings.length,
    rectified,
    overdue: findings.filter(({ state, rectifyBy }) => state === 'open' && on > rectifyBy).length,
    percent: findings.length === 0 ? null : Math.floor((100 * rectified) / findings.length),
  }
}

/** Whether a campaign may be concluded: not while a finding is not put right. */
export function campaignConclusion(
  findings: readonly CountedFinding[],
): Result<undefined, 'findings-not-rectified'> {
  const left = findings.filter(({ state }) => state !== 'rectified').length
  return left === 0 ? accept(undefined) : refuse('findings-not-rectified', { count: left })
}
