/**
 * The answer that went out, or the one that waits for a signature; and what everybody may read.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Photos } from './said-panel.tsx'

const texts = voiceDeskTexts.issue

type Issue = CallOutput<'GET /api/voice/issues/:id'>

export function AnswerPanel({ issue }: { readonly issue: Issue }) {
  const { proposal, reply, published } = issue
  const answer = proposal ?? reply
  return (
    <>
      {answer !== null && (
        <section className="staff-panel">
          <h2>{headingOf(issue)}</h2>
          <p className="issue-said">{answer.words}</p>
          <p className="situation">
            {[
              voiceDeskTexts.outcomes[answer.outcome],
              dayText(answer.on),
              proposal === null && reply?.isSignedOff === true ? texts.signed : undefined,
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </p>
          <Photos issueId={issue.id} photos={answer.evidence} label={texts.proof} />
        </section>
      )}
      {published !== null && (
        <section className="staff-panel">
          <h2>{texts.published}</h2>
          <p>
            <b>{published.question}</b>
          </p>
          <p className="issue-said">{published.answer}</p>
        </section>
      )}
    </>
  )
}

/** An answer that did not satisfy is the last one, not the answer. */
function headingOf({ proposal, situation }: Issue): string {
  if (proposal !== null) return texts.proposal
  return situation === 'in-hand' ? texts.lastReply : texts.reply
}
