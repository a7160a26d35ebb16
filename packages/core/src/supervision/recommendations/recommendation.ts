/**
 * A recommendation of discipline inspection or supervision (纪律检查建议书、监察建议书): drafted, issued by somebody else, received
 * against a receipt, answered in writing by its day, verified, closed.
 */

import { daysBetween, type PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'

/** The two kinds. */
export const recommendationKinds = ['discipline', 'supervision'] as const

/** One of the two kinds. */
export type RecommendationKind = (typeof recommendationKinds)[number]

/** How far it is. */
export const recommendationStates = ['drafted', 'issued', 'received', 'replied', 'closed'] as const

/** One of the states of a recommendation. */
export type RecommendationState = (typeof recommendationStates)[number]

/** How the unit stands to it. */
export const stances = ['adopted', 'partly-adopted', 'not-adopted'] as const

/** One of the ways to stand to it. */
export type Stance = (typeof stances)[number]

/** What is known of a recommendation. */
export interface Recommendation {
  readonly state: RecommendationState
  /** the last day of the written reply, from its issue on */
  readonly replyBy?: PlainDate
  readonly repliedOn?: PlainDate
  /** not adopted, and no reason given (Supervision Law, art. 71 of the 2024 text: noted, for a person to follow up) */
  readonly refusedWithoutReason: boolean
}

/** What may happen to it. */
export type RecommendationAct =
  | { readonly do: 'issue'; readonly on: PlainDate; readonly replyBy: PlainDate }
  | { readonly do: 'receive' }
  | { readonly do: 'reply'; readonly on: PlainDate; readonly stance: Stance; readonly reason: string }
  | { readonly do: 'verify'; readonly passed: boolean }

/** Why something may not happen to it now. */
export type RecommendationRefusal = 'recommendation-out-of-turn' | 'not-received-yet' | 'reply-day-passed'

/** The recommendation after something happened to it; refused where it is not its turn. */
export function recommendationAfter(
  one: Recommendation,
  act: RecommendationAct,
): Result<Recommendation, RecommendationRefusal> {
  switch (act.do) {
    case 'issue':
      if (one.state !== 'drafted') return refuse('recommendation-out-of-turn')
      if (act.replyBy <= act.on) return refuse('reply-day-passed')
      return accept({ ...one, state: 'issued', replyBy: act.replyBy })
    case 'receive':
      return one.state === 'issued'
        ? accept({ ...one, state: 'received' })
        : refuse('recommendation-out-of-turn')
    case 'reply':
      return afterReply(one, act)
    case 'verify':
      return afterVerification(one, act.passed)
  }
}

function afterReply(
  one: Recommendation,
  { on, stance, reason }: { readonly on: PlainDate; readonly stance: Stance; readonly reason: string },
): Result<Recommendation, RecommendationRefusal> {
  if (one.state === 'issued') return refuse('not-received-yet')
  if (one.state !== 'received') return refuse('recommendation-out-of-turn')
  const refusedWithoutReason = stance === 'not-adopted' && reason.trim() === ''
  return accept({ ...one, state: 'replied', repliedOn: on, refusedWithoutReason })
}

/** What does not stand is to be answered anew; its day does not move. */
function afterVerification(
  { repliedOn, ...one }: Recommendation,
  passed: boolean,
): Result<Recommendation, RecommendationRefusal> {
  if (one.state !== 'replied' || repliedOn === undefined) return refuse('recommendation-out-of-turn')
  return accept(passed ? { ...one, state: 'closed', repliedOn } : { ...one, state: 'received' })
}

/** Natural days over the day of the reply; 0 where it is answered or not due. An overdue reply is escalated. */
export function replyLateDays(
  { state, replyBy }: Pick<Recommendation, 'state' | 'replyBy'>,
  on: PlainDate,
): number {
  const isOwed = state === 'issued' || state === 'received'
  return isOwed && replyBy !== undefined ? Math.max(0, daysBetween(replyBy, on)) : 0
}
