/**
 * Reporting a step that was begun or decided outside the house, on paper or in another system: no case stands for it.
 */

import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'

type Step = CallOutput<'GET /api/projects/:id/plan'>['plan']['steps'][number]

interface ElsewhereFormProps {
  readonly projectId: string
  readonly steps: readonly Step[]
  readonly today: string
  readonly onReported: () => void
}

type Problem = Parameters<typeof ProblemNotice>[0]['problem']

const texts = stewardTexts.project.elsewhere

/** The steps that somebody has to report: not done, and without a case that tells their days. */
function reportable(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ progress }) => progress.status !== 'done' && progress.caseId === null)
}

export function ElsewhereForm({ projectId, steps, today, onReported }: ElsewhereFormProps) {
  const [step, setStep] = useState('')
  const [begun, setBegun] = useState('')
  const [finished, setFinished] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [said, setSaid] = useState('')
  async function report(event: FormEvent) {
    event.preventDefault()
    if (step === '' || begun === '') return setSaid(texts.needed)
    const answer = await call('POST /api/projects/:id/steps/:service/progress', {
      params: { id: projectId, service: step },
      body: { startedOn: begun, finishedOn: finished === '' ? null : finished },
    })
    setProblem(answer.ok ? undefined : answer.problem)
    setSaid(answer.ok ? texts.reported(answer.value.version) : '')
    if (!answer.ok) return
    setStep('')
    setBegun('')
    setFinished('')
    onReported()
  }
  return (
    <details className="staff-panel elsewhere">
      <summary>{texts.title}</summary>
      <form className="contact-form steward-form" onSubmit={(event) => void report(event)}>
        <p className="staff-lead">{texts.lead}</p>
        <fieldset>
          <label className="above" htmlFor="elsewhere-step">
            {texts.step}
          </label>
          <select id="elsewhere-step" value={step} onChange={({ target }) => setStep(target.value)}>
            <option value="">{texts.choose}</option>
            {reportable(steps).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </fieldset>
        <div className="elsewhere-days">
          <DayField id="elsewhere-begun" label={texts.begun} last={today} value={begun} onChange={setBegun} />
          <DayField
            id="elsewhere-finished"
            label={texts.finished}
            last={today}
            value={finished}
            onChange={setFinished}
          />
        </div>
        <ProblemNotice problem={problem} />
        <div className="steward-acts">
          <Button htmlType="submit">{texts.send}</Button>
          <span className="staff-lead" role="status">
            {said}
          </span>
        </div>
      </form>
    </details>
  )
}

interface DayFieldProps {
  readonly id: string
  readonly label: string
  readonly last: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function DayField({ id, label, last, value, onChange }: DayFieldProps) {
  return (
    <fieldset>
      <label className="above" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="date" max={last} value={value} onChange={({ target }) => onChange(target.value)} />
    </fieldset>
  )
}
