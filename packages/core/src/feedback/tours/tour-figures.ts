/**
 * What a tour came to, counted from what was written down at its stops and from the issues that followed; nothing of it is
 * ever typed in.
 */

import { daysBetween } from '../../calendar/index.ts'
import { median } from '../figures/loop-times.ts'
import type { IssueState } from '../issue/issue-state.ts'

/** How far a stop is: to come, called on, or dropped before anybody went. */
export type StopState = 'planned' | 'visited' | 'dropped'

/** What has to be known of the issue that a need became. */
export type RaisedIssue = Pick<IssueState, 'situation' | 'filedOn' | 'lastOn' | 'reply' | 'ground'>

/** A need that was heard: answered on the spot, or an issue of the register. */
export type HeardNeed = 'answered-on-site' | RaisedIssue

/** What a tour is counted from. */
export interface TourRecords {
  readonly stops: readonly {
    readonly state: StopState
    /** what was called on, the same for the same firm, park or project */
    readonly place: string
    readonly heard: readonly HeardNeed[]
  }[]
}

/** How far a tour went, and what became of what was heard. */
export interface TourFigures {
  /** stops that were not dropped */
  readonly stops: number
  readonly visited: number
  readonly dropped: number
  /** parks, firms and projects called on, each once */
  readonly places: number
  readonly heard: number
  readonly answeredOnSite: number
  readonly raised: number
  /** of the raised, those whose asker confirmed that it is done or cleared up */
  readonly solved: number
  /** natural days from the day it was heard to the reply that stands; null before the first */
  readonly medianDaysToReply: number | null
  /** natural days from the day it was heard until it was solved; null before the first */
  readonly medianDaysToSolution: number | null
}

function isSolved({ situation, ground, reply }: RaisedIssue): boolean {
  return situation === 'closed' && ground === 'confirmed' && reply?.outcome !== 'cannot-be-done'
}

/** The figures of a tour, or of any part of its stops. */
export function tourFigures({ stops }: TourRecords): TourFigures {
  const visited = stops.filter(({ state }) => state === 'visited')
  const dropped = stops.filter(({ state }) => state === 'dropped').length
  const heard = stops.flatMap((stop) => stop.heard)
  const raised = heard.filter((need): need is RaisedIssue => need !== 'answered-on-site')
  const solved = raised.filter(isSolved)
  return {
    stops: stops.length - dropped,
    visited: visited.length,
    dropped,
    places: new Set(visited.map(({ place }) => place)).size,
    heard: heard.length,
    answeredOnSite: heard.length - raised.length,
    raised: raised.length,
    solved: solved.length,
    medianDaysToReply: median(
      raised.flatMap(({ filedOn, reply }) => (reply === null ? [] : [daysBetween(filedOn, reply.on)])),
    ),
    medianDaysToSolution: median(solved.map(({ filedOn, lastOn }) => daysBetween(filedOn, lastOn))),
  }
}
