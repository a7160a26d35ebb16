/**
 * Reporting work that no case stands for: when it began, when it was done.
 */

import { type FormEvent, useState } from 'react'
import { call } from '../../../api/call.ts'
import { TextField } from '../../../ui/field.tsx'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { useProjectTexts } from '../use-project-texts.ts'
import type { ShownStep } from './step-shown.ts'

export function OwnProgress({ projectId, step, again }: ShownStep) {
  const { step: texts } = useProjectTexts()
  const problemText = useProblemText()
  const [begun, setBegun] = useState(step.progress.startedOn ?? '')
  const [finished, setFinished] = useState(step.progress.finishedOn ?? '')
  const [fault, setFault] = useState<string>()
  const [version, setVersion] = useState<number>()
  async function send(event: FormEvent) {
    event.preventDefault()
    if (begun === '') return setFault(texts.begunMissing)
    const sent = await call('POST /api/projects/:id/steps/:service/progress', {
      params: { id: projectId, service: step.id },
      body: { startedOn: begun, finishedOn: finished === '' ? null : finished },
    })
    if (!sent.ok) return setFault(problemText(sent.problem))
    setFault(undefined)
    setVersion(sent.value.version)
    again()
  }
  return (
    <form className="sheet" onSubmit={(event) => void send(event)} noValidate>
      <h2>{texts.report}</h2>
      <p className="hint">{texts.reportHint}</p>
      <div className="two-dates">
        <TextField
          id="begun"
          label={texts.begun}
          fault={fault}
          value={begun}
          onChange={setBegun}
          input={{ type: 'date' }}
          short
        />
        <TextField
          id="finished"
          label={texts.finished}
          hint={texts.finishedHint}
          value={finished}
          onChange={setFinished}
          input={{ type: 'date' }}
          short
        />
      </div>
      <div className="actions">
        <button className="button quiet" type="submit">
          {texts.send}
        </button>
      </div>
      <p className="apart" role="status">
        {version !== undefined && texts.saved(String(version))}
      </p>
    </form>
  )
}
