/**
 * How often one address is answered of which nothing may be kept: counted in memory, for a day. Machines are not answered.
 */

import { machineBehind } from '@guanjia/core/feedback'
import type { WrittenMail } from './written-mail.ts'

const dayMs = 86_400_000

/** Says whom to answer. */
export interface AnswerLimit {
  readonly admits: (mail: Pick<WrittenMail, 'head'>) => boolean
  /** counts an answer that was sent; one that could not be sent is not held against its receiver */
  readonly note: (mail: Pick<WrittenMail, 'head'>) => void
}

/** A limit of so many answers a day. */
export function answerLimit(
  most: number,
  { now, own }: { readonly now: () => Date; readonly own: readonly string[] },
): AnswerLimit {
  let since = now().getTime()
  const counts = new Map<string, number>()
  const countOf = (address: string) => counts.get(address) ?? 0
  return {
    admits: ({ head }) => {
      const moment = now().getTime()
      if (moment - since >= dayMs) {
        counts.clear()
        since = moment
      }
      return machineBehind(head, own) === undefined && countOf(head.from) < most
    },
    note: ({ head }) => counts.set(head.from, countOf(head.from) + 1),
  }
}
