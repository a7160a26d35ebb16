/**
 * What a carrier sees behind its link: one question and one answer, on a phone, without a log-in.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useLink } from '../../../page.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Light } from '../../../ui/light.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { useOpenDaysTexts } from './use-open-days-texts.ts'

type Asked = CallOutput<'GET /api/ask/:token'>

const fewestCharacters = 5

export function AskPage({ token }: { readonly token: string }) {
  const reading = useApi('GET /api/ask/:token', { params: { token } })
  return (
    <Shell>
      <Awaited reading={reading}>{(asked) => <Question asked={asked} token={token} />}</Awaited>
    </Shell>
  )
}

function Question({ asked: first, token }: { readonly asked: Asked; readonly token: string }) {
  const { link: texts } = useOpenDaysTexts()
  const { day } = useMoments()
  const link = useLink()
  const [asked, setAsked] = useState(first)
  const isOpen = asked.state === 'open'
  return (
    <>
      <Title>{isOpen ? texts.title : texts.thanks}</Title>
      {isOpen && <p className="lead">{texts.lead}</p>}
      <div className="whole-lines">
        <TitleBlock
          cells={[
            { label: texts.carrier, value: asked.carrier },
            {
              label: texts.due,
              value: <Light colour={asked.light}>{asked.due === null ? texts.noDue : day(asked.due)}</Light>,
            },
          ].slice(0, isOpen ? 2 : 1)}
        />
      </div>
      <h2>{texts.question}</h2>
      <p className="said">{asked.words}</p>
      {isOpen ? (
        <AnswerForm token={token} onAnswer={setAsked} />
      ) : (
        <>
          <h2>{texts.answer}</h2>
          <p className="said">{asked.answer}</p>
          <Link className="button" href={link(`/open-days/${asked.round}`)}>
            {texts.page}
          </Link>
        </>
      )}
    </>
  )
}

interface AnswerFormProps {
  readonly token: string
  readonly onAnswer: (asked: Asked) => void
}

function AnswerForm({ token, onAnswer }: AnswerFormProps) {
  const { link: texts } = useOpenDaysTexts()
  const [said, setSaid] = useState({ words: '', name: '' })
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<ProblemDocument>()
  const missing = [
    ...([...said.words.trim()].length < fewestCharacters
      ? [{ field: 'answer', text: texts.faults.answer }]
      : []),
    ...([...said.name.trim()].length < 2 ? [{ field: 'name', text: texts.faults.name }] : []),
  ]
  const faults = attempt === 0 ? [] : missing
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  async function send(event: FormEvent) {
    event.preventDefault()
    setAttempt((count) => count + 1)
    if (missing.length > 0) return
    const answer = await call('POST /api/ask/:token', { params: { token }, body: said })
    if (answer.ok) onAnswer(answer.value)
    else setProblem(answer.problem)
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary faults={faults} attempt={attempt} />
      <AnswerField
        value={said.words}
        fault={faultOf('answer')}
        onChange={(words) => setSaid((before) => ({ ...before, words }))}
      />
      <TextField
        id="name"
        label={texts.name}
        hint={texts.nameHint}
        value={said.name}
        fault={faultOf('name')}
        onChange={(name) => setSaid((before) => ({ ...before, name }))}
        input={{ autoComplete: 'name', maxLength: 50 }}
      />
      <ProblemNotice problem={problem} />
      <button className="button" type="submit">
        {texts.send}
      </button>
    </form>
  )
}

interface AnswerFieldProps {
  readonly value: string
  readonly fault: string | undefined
  readonly onChange: (words: string) => void
}

function AnswerField({ value, fault, onChange }: AnswerFieldProps) {
  const { link: texts } = useOpenDaysTexts()
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor="answer">{texts.answer}</label>
      <span className="hint" id="answer-hint">
        {texts.answerHint}
      </span>
      {fault !== undefined && (
        <span className="fault" id="answer-fault">
          {fault}
        </span>
      )}
      <textarea
        id="answer"
        className="input"
        rows={5}
        maxLength={1000}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby="answer-hint answer-fault"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
