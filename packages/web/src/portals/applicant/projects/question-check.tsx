/**
 * Check your answers: every one with the way back to its question, what follows from them, what may be answered later; and
 * the day from which the network is reckoned.
 */

import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../../api/call.ts'
import {
  FilledIn,
  type OpenQuestionnaire,
  type Question,
  type Questionnaire,
  questionAddress,
  roundOf,
  useQuestionTexts,
} from '../../../features/projects/index.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type FieldFaultText, TextField } from '../../../ui/field.tsx'
import { today } from '../../../ui/moment.ts'
import { Title } from '../../../ui/title.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { Words } from '../../../ui/words.tsx'

interface AskedProps {
  readonly asked: Questionnaire
  readonly project: string
}

interface QuestionCheckProps extends AskedProps {
  readonly confirm: OpenQuestionnaire['confirm']
}

export function QuestionCheck({ asked, project, confirm }: QuestionCheckProps) {
  const { check } = useQuestionTexts()
  const [faults, setFaults] = useState<readonly FieldFaultText[]>([])
  const [attempt, setAttempt] = useState(0)
  const { questions } = asked
  const round = roundOf(questions, false)
  const later = roundOf(questions, true)
  const derived = questions.filter(({ state, because }) => state === 'derived' && because !== null)
  function fail(fault: FieldFaultText) {
    setFaults([fault])
    setAttempt(attempt + 1)
  }
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Title faulty={faults.length > 0}>{check.title}</Title>
      <FilledIn asked={asked} confirm={confirm} />
      <StillOpen questions={round} project={project} />
      <h2 className="visually-hidden">{check.answers}</h2>
      <Answers questions={round} project={project} />
      <Make asked={asked} project={project} fault={faults[0]?.text} fail={fail} />
      {later.length > 0 && (
        <>
          <h2>{check.later}</h2>
          <p className="hint">{check.laterHint}</p>
          <Answers questions={later} project={project} />
        </>
      )}
      {derived.length > 0 && (
        <>
          <h2>{check.derived}</h2>
          <p className="hint">{check.derivedHint}</p>
          <Answers questions={derived} project={project} />
        </>
      )}
    </>
  )
}

function StillOpen({
  questions,
  project,
}: {
  readonly questions: readonly Question[]
  readonly project: string
}) {
  const { check } = useQuestionTexts()
  const { join } = useTexts()
  const link = useLink()
  const open = questions.filter(({ state }) => state === 'open')
  const [first] = open
  if (first === undefined) return null
  return (
    <div className="notice near">
      <p>
        <strong>{check.openTitle}</strong>
      </p>
      <p>
        <Words>{check.openHint(join.list(open.map(({ name }) => name)))}</Words>
      </p>
      <p>
        <Link href={link(questionAddress(project, first.id))}>{check.answer}</Link>
      </p>
    </div>
  )
}

interface AnswersProps {
  readonly questions: readonly Question[]
  readonly project: string
}

function Answers({ questions, project }: AnswersProps) {
  const { check } = useQuestionTexts()
  const link = useLink()
  return (
    <dl className="answers">
      {questions.map((question) => (
        <div key={question.id}>
          <dt>
            <Words>{question.name}</Words>
          </dt>
          <dd>
            <Answer question={question} />
          </dd>
          <dd>
            <Link href={link(questionAddress(project, question.id, true))}>
              {question.state === 'open' ? check.answer : check.change}{' '}
              <span className="visually-hidden">
                <Words>{question.name}</Words>
              </span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Answer({ question: { state, answer, because, filledBy } }: { readonly question: Question }) {
  const texts = useQuestionTexts()
  return (
    <>
      {state === 'open' ? (
        <span className="hint">{texts.check.unanswered}</span>
      ) : (
        <Words>{answer ?? texts.unsure}</Words>
      )}
      {state === 'unsure' && (
        <>
          {' '}
          <span className="tag">{texts.check.toBeSettled}</span>
        </>
      )}
      {filledBy !== null && (
        <small className="hint">
          <Words>{texts.filled.mark(filledBy)}</Words>
        </small>
      )}
      {because !== null && (
        <small className="hint">
          <Words>{because.basis}</Words> <Unconfirmed mark={because.mark} />
        </small>
      )}
    </>
  )
}

interface MakeProps extends AskedProps {
  readonly fault: string | undefined
  readonly fail: (fault: FieldFaultText) => void
}

function Make({ asked: { start }, project, fault, fail }: MakeProps) {
  const { check } = useQuestionTexts()
  const { day } = useMoments()
  const link = useLink()
  const problemText = useProblemText()
  const [, navigate] = useLocation()
  const [from, setFrom] = useState(start ?? today())
  const [busy, setBusy] = useState(false)
  async function make(event: FormEvent) {
    event.preventDefault()
    if (from === '') return fail({ field: 'start', text: check.startMissing })
    setBusy(true)
    const made = await call('POST /api/projects/:id/plans', {
      params: { id: project },
      body: start === null ? { start: from } : {},
    })
    setBusy(false)
    if (made.ok) navigate(link(`/my/projects/${project}`))
    else fail({ field: 'start', text: problemText(made.problem) })
  }
  return (
    <form className="sheet make-plan" onSubmit={(event) => void make(event)} noValidate>
      {start === null ? (
        <TextField
          id="start"
          label={check.start}
          hint={check.startHint}
          fault={fault}
          value={from}
          onChange={setFrom}
          input={{ type: 'date' }}
          short
        />
      ) : (
        <p>{check.startKept(day(start))}</p>
      )}
      <div className="actions">
        <button className="button" type="submit" disabled={busy}>
          {start === null ? check.make : check.remake}
        </button>
        {start !== null && (
          <Link className="button quiet" href={link(`/my/projects/${project}`)}>
            {check.look}
          </Link>
        )}
      </div>
    </form>
  )
}
