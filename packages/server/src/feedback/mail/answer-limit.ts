/**
 * How often one address is answered of which nothing may be kept: counted in memory, for a day. Machines are not answered.
 */

import { machineBehind } from '@guanjia/core/feedback'
import type { WrittenMail } from './written-mail.ts'

const dayMs = 86_400_000

/** Says whom to answer. */
export interface AnswerLimit {
  readonly admits: (mail: Pick<WrittenMail, 'head'>) => boolean
}

/** A limit of so many answers a day. */
export function answerLimit(
  most: number,
  { now, own }: { readonly now: () => Date; readonly own: readonly string[] },
): AnswerLimit {
  let since = now().getTime()
  const counts = new Map<string, number>()
  return {
    admits: ({ head }) => {
      const moment = now().getTime()
      if (moment - since >= dayMs) {
        counts.clear()
        since = moment
      }
      const count = counts.get(head.from) ?? 0
      if (machineBehind(head, own) !== undefined || count >= most) return false
      counts.set(head.from, count + 1)
      return true
    },
  }
}
