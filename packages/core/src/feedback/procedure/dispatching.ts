/**
 * From the register to a department: dispatch, one return with a reason, merging, and the way for what is no issue.
 *
 * Rules: whoever is not responsible returns an issue within two working days and says why; the hotline office then
 * designates, and what was designated may not be returned (measures of the hotline of Shandong; regulations of Weifang 22).
 */

import { refuse } from '../../kernel/index.ts'
import { spanDue } from '../clocks/issue-rule.ts'
import { type IssueState, isOver } from '../issue/issue-state.ts'
import { dated, happens, type IssueHandlers } from './handler.ts'

/** Whether the dispatcher has it. */
function isWaiting({ situation }: IssueState): boolean {
  return situation === 'filed' || situation === 'returned'
}

/** What the dispatcher does, and the one return. */
export const dispatching: IssueHandlers<'dispatch' | 'return' | 'urge' | 'merge' | 'join' | 'signpost'> = {
  dispatch: (state, { lead, assisting, isComplex, ...command }) => {
    if (isOver(state)) return refuse('issue-over')
    if (!isWaiting(state)) return refuse('issue-not-waiting')
    if (assisting.includes(lead)) return refuse('assisting-names-lead', { lead })
    const isDesignated = state.returns > 0
    return happens({ ...dated(command), type: 'dispatched', lead, assisting, isComplex, isDesignated })
  },

  return: (state, { reason, ...command }, calendar) => {
    const { situation, dispatch, rule } = state
    if (situation !== 'in-hand' || dispatch === null) return refuse('issue-not-in-hand')
    if (dispatch.isDesignated || state.reopenings > 0) return refuse('returned-already')
    if (reason.trim() === '') return refuse('words-missing')
    const due = spanDue(calendar, dispatch.on, rule.returnWithin)
    if (!due.ok) return due
    if (command.on > due.value.due) return refuse('return-period-over', { due: due.value.due })
    return happens({ ...dated(command), type: 'returned', reason })
  },

  urge: ({ situation }, { reason, ...command }) => {
    if (situation !== 'in-hand' && situation !== 'awaiting-sign-off') return refuse('issue-not-in-hand')
    if (reason.trim() === '') return refuse('words-missing')
    return happens({ ...dated(command), type: 'urged', reason })
  },

  merge: (state, { into, ...command }) => {
    if (isOver(state)) return refuse('issue-over')
    if (into === '') return refuse('merge-into-itself')
    // an asker who has had an answer is not told to look elsewhere for it
    if (state.situation === 'replied') return refuse('asker-answered-already')
    return happens({ ...dated(command), type: 'merged', into })
  },

  join: (state, { issue, ...command }) =>
    isOver(state) ? refuse('issue-over') : happens({ ...dated(command), type: 'joined', issue }),

  signpost: (state, { ground, reason, ...command }) => {
    if (isOver(state)) return refuse('issue-over')
    if (!isWaiting(state)) return refuse('issue-not-waiting')
    if (reason.trim() === '') return refuse('words-missing')
    return happens({ ...dated(command), type: 'signposted', ground, reason })
  },
}
