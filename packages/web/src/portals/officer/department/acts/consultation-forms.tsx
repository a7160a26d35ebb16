/**
 * Asking another authority, answering one, sitting together.
 */

import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { today } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { ActProps, CaseOnDesk } from '../case-on-desk.ts'
import { LineField, Submit, WordsField } from './act-fields.tsx'

export function ConsultationForm({ subject, again }: ActProps) {
  const services = useApi('GET /api/services', { query: { stage: 1 } })
  const [said, say] = useState({ asked: '', question: '', due: '' })
  const act = useCaseAct()
  const options =
    services.state === 'ready'
      ? services.value.authorities.map(({ id, name }) => ({ value: id, label: name }))
      : []
  async function submit() {
    const body = { version: subject.version, ...said }
    const done = await act.run(() =>
      call('POST /api/cases/:id/consultations', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <div className="act-field">
        <label htmlFor="consultation-asked">{texts.whom}</label>
        <Select
          id="consultation-asked"
          showSearch={{ optionFilterProp: 'label' }}
          className="long-select"
          options={options}
          value={said.asked === '' ? null : said.asked}
          onChange={(asked) => say({ ...said, asked: asked ?? '' })}
        />
      </div>
      <WordsField
        id="consultation-question"
        label={texts.question}
        value={said.question}
        onChange={(question) => say({ ...said, question })}
      />
      <LineField
        id="consultation-due"
        type="date"
        min={today()}
        label={texts.answerBy}
        value={said.due}
        onChange={(due) => say({ ...said, due })}
      />
      <Submit
        act={act}
        label={texts.ask}
        disabled={said.asked === '' || said.question.trim() === '' || said.due === ''}
        onSubmit={() => void submit()}
        event="consultation-opened"
        applicant={subject.applicant}
      />
    </>
  )
}

interface AnswerFormProps extends ActProps {
  readonly asked: CaseOnDesk['consultations']
}

export function AnswerForm({ subject, again, asked }: AnswerFormProps) {
  const [answer, setAnswer] = useState('')
  const act = useCaseAct()
  const [first] = asked
  if (first === undefined) return null
  async function submit(consultation: string) {
    const body = { version: subject.version, consultation, answer }
    const done = await act.run(() =>
      call('POST /api/cases/:id/consultations/answer', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{first.question}</p>
      <WordsField id="consultation-answer" label={texts.answer} value={answer} onChange={setAnswer} />
      <Submit
        act={act}
        label={texts.submitAnswer}
        disabled={answer.trim() === ''}
        onSubmit={() => void submit(first.id)}
      />
    </>
  )
}

export function JointReviewForm({ subject, again, authorityName }: ActProps) {
  const [attended, setAttended] = useState<readonly string[]>([])
  const [conclusion, setConclusion] = useState('')
  const act = useCaseAct()
  async function submit() {
    const body = { version: subject.version, attended: [...attended], conclusion }
    const done = await act.run(() =>
      call('POST /api/cases/:id/joint-review', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <Checkbox.Group
        aria-label={texts.attended}
        options={subject.reviews.map(({ authority }) => ({
          value: authority,
          label: authorityName(authority),
        }))}
        value={[...attended]}
        onChange={setAttended}
      />
      <WordsField
        id="joint-conclusion"
        label={texts.conclusion}
        value={conclusion}
        onChange={setConclusion}
      />
      <Submit
        act={act}
        label={texts.hold}
        disabled={conclusion.trim() === '' || attended.length === 0}
        onSubmit={() => void submit()}
      />
    </>
  )
}
