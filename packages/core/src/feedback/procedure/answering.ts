/**
 * What a department does: it speaks with the asker, gathers what others know, answers, and where the answer is no, a
 * leader signs it first.
 *
 * Rules: nobody at a window says no alone, a "no" is reported and signed (否定答复报告); a reply is put off once, and only
 * before its last day is over (measures of the hotline of Shandong: five working days, put off by ten at most).
 */

import { refuse } from '../../kernel/index.ts'
import { needsSignOff, replySpan } from '../clocks/issue-clocks.ts'
import { spanDue } from '../clocks/issue-rule.ts'
import { dated, happens, type IssueHandlers } from './handler.ts'

/** What departments and their leaders do. */
export const answering: IssueHandlers<
  'contact' | 'contribute' | 'extend' | 'reply' | 'sign-off' | 'send-back'
> = {
  contact: ({ situation }, { note, ...command }) => {
    if (situation !== 'in-hand') return refuse('issue-not-in-hand')
    if (note.trim() === '') return refuse('words-missing')
    return happens({ ...dated(command), type: 'contacted', note })
  },

  contribute: ({ situation, dispatch }, { authority, words, ...command }) => {
    if (situation !== 'in-hand') return refuse('issue-not-in-hand')
    if (dispatch?.assisting.includes(authority) !== true)
      return refuse('authority-not-involved', { authority })
    if (words.trim() === '') return refuse('words-missing')
    return happens({ ...dated(command), type: 'contributed', authority, words })
  },

  extend: (state, { workingDays, reason, ...command }, calendar) => {
    const { situation, countedFrom, extension, rule } = state
    if (situation !== 'in-hand' || countedFrom === null) return refuse('issue-not-in-hand')
    if (extension !== null) return refuse('extended-already')
    if (workingDays < 1 || workingDays > rule.extensionAtMost)
      return refuse('extension-too-long-for-source', { atMost: rule.extensionAtMost })
    if (reason.trim() === '') return refuse('words-missing')
    const due = spanDue(calendar, countedFrom, replySpan(state))
    if (!due.ok) return due
    if (command.on > due.value.due) return refuse('extension-period-over', { due: due.value.due })
    return happens({ ...dated(command), type: 'extended', workingDays, reason })
  },

  reply: (state, { outcome, words, evidence, ...command }) => {
    if (state.situation !== 'in-hand') return refuse('issue-not-in-hand')
    if (words.trim() === '') return refuse('words-missing')
    if (outcome === 'done' && evidence.length === 0) return refuse('evidence-missing')
    const answer = { outcome, words, evidence }
    if (needsSignOff(state, outcome)) return happens({ ...dated(command), type: 'reply-proposed', ...answer })
    return happens({ ...dated(command), type: 'replied', signedOffBy: null, ...answer })
  },

  'sign-off': ({ situation, proposal }, command) => {
    if (situation !== 'awaiting-sign-off' || proposal === null) return refuse('nothing-to-sign-off')
    if (proposal.by === command.by) return refuse('second-officer-needed')
    const { outcome, words, evidence } = proposal
    return happens({ ...dated(command), type: 'replied', signedOffBy: command.by, outcome, words, evidence })
  },

  'send-back': ({ situation }, { reason, ...command }) => {
    if (situation !== 'awaiting-sign-off') return refuse('nothing-to-sign-off')
    if (reason.trim() === '') return refuse('words-missing')
    return happens({ ...dated(command), type: 'reply-sent-back', reason })
  },
}
