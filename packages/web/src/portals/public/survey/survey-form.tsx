/**
 * The form of a questionnaire. Its fields keep their values themselves, so that what was ticked before the scripts arrived is
 * still ticked afterwards.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useEffect, useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useLink, usePage } from '../../../page.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import type { FieldFaultText } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { answersIn, faultsOf } from './survey-answers.ts'
import { ChoiceQuestion, ScaleQuestion, TextQuestion, TickQuestion } from './survey-questions.tsx'
import { useSurveyTexts } from './use-survey-texts.ts'

type Survey = CallOutput<'GET /api/survey/:token'>
type Question = Survey['questions'][number]

interface SurveyFormProps {
  readonly survey: Survey
  readonly token: string
  readonly onTaken: (taken: { readonly issue: string | null }) => void
}

export function SurveyForm({ survey, token, onTaken }: SurveyFormProps) {
  const texts = useSurveyTexts()
  const { language } = usePage()
  const link = useLink()
  const [isAlive, setAlive] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [faults, setFaults] = useState<readonly FieldFaultText[]>([])
  const [problem, setProblem] = useState<ProblemDocument>()
  const [busy, setBusy] = useState(false)
  // the same for every try: what was taken already is answered the same again
  const [key] = useState(() => crypto.randomUUID())
  // the browser itself looks for what is missing until the page can say it better
  useEffect(() => setAlive(true), [])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = answersIn(new FormData(event.currentTarget))
    const missing = faultsOf(survey, sent, { texts: texts.faults, language })
    setFaults(missing)
    setAttempt((count) => count + 1)
    if (missing.length > 0) return
    setBusy(true)
    const answer = await call('POST /api/survey/:token', { params: { token }, body: sent, key })
    setBusy(false)
    if (answer.ok) onTaken(answer.value)
    else setProblem(answer.problem)
  }

  const faultOf = (id: string) => faults.find(({ field }) => field === id)?.text
  return (
    <form
      method="post"
      action={link(`/survey/${token}`)}
      onSubmit={(event) => void send(event)}
      noValidate={isAlive}
    >
      <ErrorSummary faults={faults} attempt={attempt} />
      {survey.grouping !== null && <GroupQuestion grouping={survey.grouping} fault={faultOf('group')} />}
      {survey.questions.map((question, at) => (
        <OneQuestion
          key={question.id}
          question={question}
          step={texts.number(String(at + 1), String(survey.questions.length))}
          most={survey.mostCharacters}
          fault={faultOf(question.id)}
        />
      ))}
      <ReplyFields fault={faultOf('phone')} />
      <ProblemNotice problem={problem} />
      <div className="actions">
        <button className="button" type="submit" disabled={busy}>
          {busy ? texts.sending : texts.send}
        </button>
      </div>
    </form>
  )
}

interface GroupQuestionProps {
  readonly grouping: NonNullable<Survey['grouping']>
  readonly fault: string | undefined
}

function GroupQuestion({ grouping: { name, groups }, fault }: GroupQuestionProps) {
  const texts = useSurveyTexts()
  const { language } = usePage()
  const options = groups.map((group) => ({
    id: group.id,
    label: group.name[language],
    ...(group.isFull ? { hint: texts.groupFull, disabled: true } : {}),
  }))
  return <ChoiceQuestion id="group" label={texts.group(name[language])} options={options} fault={fault} />
}

interface OneQuestionProps {
  readonly question: Question
  readonly step: string
  readonly most: number
  readonly fault: string | undefined
}

function OneQuestion({ question, step, most, fault }: OneQuestionProps) {
  const texts = useSurveyTexts()
  const { language } = usePage()
  const { id, kind, name, hint, ends } = question
  const options = question.options.map((option) => ({ id: option.id, label: option.name[language] }))
  const asked = { id, label: name[language], step, fault }
  if (kind === 'scale')
    return <ScaleQuestion {...asked} low={ends?.low[language] ?? ''} high={ends?.high[language] ?? ''} />
  if (kind === 'choice') return <ChoiceQuestion {...asked} options={options} />
  if (kind === 'several') return <TickQuestion {...asked} hint={texts.several} options={options} />
  return <TextQuestion {...asked} label={asked.label + texts.optional} hint={hint?.[language]} most={most} />
}

function ReplyFields({ fault }: { readonly fault: string | undefined }) {
  const texts = useSurveyTexts()
  return (
    <div className="sheet survey-reply">
      <div className="choices">
        <label className="choice">
          <input type="checkbox" name="wants-reply" />
          <span>
            {texts.reply}
            <small>{texts.replyHint}</small>
          </span>
        </label>
      </div>
      <div className={fault === undefined ? 'field' : 'field wrong'}>
        <label htmlFor="phone">{texts.phone}</label>
        <span className="hint" id="phone-hint">
          {texts.phoneHint}
        </span>
        {fault !== undefined && (
          <span className="fault" id="phone-fault">
            {fault}
          </span>
        )}
        <input
          id="phone"
          name="phone"
          className="input"
          type="tel"
          autoComplete="tel"
          pattern="\+?[\d \-]{7,20}"
          aria-invalid={fault !== undefined}
          aria-describedby="phone-hint phone-fault"
        />
      </div>
    </div>
  )
}
