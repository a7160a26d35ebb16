/**
 * The three rates by which a register is judged: response, resolution, satisfaction. Each is a count of a count; silence
 * counts as nothing.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { IssueState } from '../issue/issue-state.ts'

/** So many of so many. */
export interface Rate {
  readonly count: number
  readonly of: number
}

/** 响应率、解决率、满意率. */
export interface ThreeRates {
  /** replied within the time, of those whose time was over or who were replied to */
  readonly response: Rate
  /** confirmed as done or cleared up, of those whose asker has answered */
  readonly resolution: Rate
  /** a mark of 3 or more, of those whose asker gave a mark */
  readonly satisfaction: Rate
}

/** What the rates are counted from. */
export interface CountedIssue {
  readonly state: Pick<IssueState, 'situation' | 'satisfied' | 'ground' | 'reply'>
  /** last day of the first reply; null before the issue was dispatched */
  readonly replyDue: PlainDate | null
  /** day of the first reply */
  readonly firstRepliedOn: PlainDate | null
}

function rate<T>(all: readonly T[], holds: (one: T) => boolean): Rate {
  return { count: all.filter(holds).length, of: all.length }
}

/** The rates on a day; merged and signposted issues are no issues of their own and do not count. */
export function threeRates(issues: readonly CountedIssue[], on: PlainDate): ThreeRates {
  const counted = issues.filter(
    ({ state }) => state.situation !== 'merged' && state.situation !== 'signposted',
  )
  const due = counted.filter(
    ({ replyDue, firstRepliedOn }) => firstRepliedOn !== null || (replyDue !== null && replyDue < on),
  )
  const marked = counted.filter(({ state }) => state.satisfied !== null)
  return {
    response: rate(
      due,
      ({ replyDue, firstRepliedOn }) =>
        firstRepliedOn !== null && (replyDue === null || firstRepliedOn <= replyDue),
    ),
    resolution: rate(
      marked,
      ({ state }) => state.ground === 'confirmed' && state.reply?.outcome !== 'cannot-be-done',
    ),
    satisfaction: rate(marked, ({ state }) => (state.satisfied ?? 0) >= 3),
  }
}
