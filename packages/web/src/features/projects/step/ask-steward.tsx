/**
 * A question to the steward about a step.
 */

import { type FormEvent, useState } from 'react'
import { call } from '../../../api/call.ts'
import { useMoments } from '../../../ui/use-moments.ts'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { useProjectTexts } from '../use-project-texts.ts'
import type { ShownStep } from './step-shown.ts'

export function AskSteward({ projectId, step }: ShownStep) {
  const { step: texts } = useProjectTexts()
  const { moment } = useMoments()
  const problemText = useProblemText()
  const [text, write] = useState(() => texts.askText(step.name))
  const [answer, setAnswer] = useState<{ readonly ok: boolean; readonly text: string }>()
  async function send(event: FormEvent) {
    event.preventDefault()
    const sent = await call('POST /api/projects/:id/messages', { params: { id: projectId }, body: { text } })
    setAnswer(
      sent.ok
        ? { ok: true, text: texts.asked(moment(sent.value.responseDueAt)) }
        : { ok: false, text: problemText(sent.problem) },
    )
  }
  return (
    <details className="ask-steward">
      <summary>{texts.ask}</summary>
      {answer?.ok === true ? (
        <p className="notice good" role="status">
          {answer.text}
        </p>
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <div className={answer === undefined ? 'field' : 'field wrong'}>
            <label htmlFor="ask-text">{texts.askLabel}</label>
            {answer !== undefined && (
              <span className="fault" role="alert">
                {answer.text}
              </span>
            )}
            <textarea
              id="ask-text"
              className="input"
              rows={4}
              maxLength={2000}
              value={text}
              onChange={(event) => write(event.target.value)}
            />
          </div>
          <button className="button quiet" type="submit">
            {texts.askSend}
          </button>
        </form>
      )}
    </details>
  )
}
