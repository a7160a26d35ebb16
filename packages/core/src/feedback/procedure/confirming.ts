/**
 * The last word is the asker's: a call, a mark, a confirmation that closes, or a reason that opens again. Silence closes
 * only by the rule of the content, and is never counted as satisfaction.
 */

import { refuse } from '../../kernel/index.ts'
import { spanDue } from '../clocks/issue-rule.ts'
import { isOver } from '../issue/issue-state.ts'
import { dated, happens, type IssueHandlers } from './handler.ts'

/** The lowest mark with which an asker confirms: fairly satisfied. */
const lowestGoodMark = 3

/** What the asker and those who call them do. */
export const confirming: IssueHandlers<
  'supplement' | 'call-back' | 'confirm' | 'reopen' | 'close-by-silence' | 'publish'
> = {
  supplement: (state, command) =>
    isOver(state) ? refuse('issue-over') : happens({ ...dated(command), type: 'supplemented' }),

  'call-back': ({ situation }, { isReached, note, ...command }) => {
    if (situation !== 'replied') return refuse('issue-not-replied')
    return happens({ ...dated(command), type: 'called-back', isReached, note })
  },

  confirm: ({ situation }, { satisfied, ...command }) => {
    if (situation !== 'replied') return refuse('issue-not-replied')
    if (satisfied < lowestGoodMark) return refuse('not-confirmable-with-bad-mark')
    const what = dated(command)
    return happens(
      { ...what, type: 'confirmed', satisfied },
      { ...what, type: 'closed', ground: 'confirmed' },
    )
  },

  reopen: ({ situation }, { satisfied, reason, ...command }) => {
    if (situation !== 'replied') return refuse('issue-not-replied')
    if (satisfied >= lowestGoodMark) return refuse('mark-too-good-to-reopen')
    if (reason.trim() === '') return refuse('words-missing')
    return happens({ ...dated(command), type: 'reopened', satisfied, reason })
  },

  'close-by-silence': (state, command, calendar) => {
    const { situation, reply, rule, callBacks, isReachable } = state
    if (situation !== 'replied' || reply === null) return refuse('issue-not-replied')
    const due = spanDue(calendar, reply.on, rule.silence.after)
    if (!due.ok) return due
    const isCalledEnough = !isReachable || callBacks.length >= rule.silence.callBacks
    if (!isCalledEnough || command.on <= due.value.due)
      return refuse('silence-not-over', { due: due.value.due })
    return happens({ ...dated(command), type: 'closed', ground: 'silence' })
  },

  publish: ({ reply, isPublished, situation }, command) => {
    if (reply === null || situation === 'in-hand') return refuse('issue-not-replied')
    if (isPublished) return refuse('published-already')
    return happens({ ...dated(command), type: 'published' })
  },
}
