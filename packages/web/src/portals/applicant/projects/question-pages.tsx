/**
 * The questions about a project, a page each, and the page where the answers are checked. What the last answer changed
 * stays in sight from page to page.
 */

import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import {
  checkTopic,
  EffectStrip,
  type Facts,
  type OpenQuestionnaire,
  type Question,
  QuestionForm,
  type Questionnaire,
  questionAddress,
  roundOf,
  topicAfter,
  topicBefore,
  useQuestionnaire,
  useQuestionTexts,
} from '../../../features/projects/index.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import type { FieldFaultText } from '../../../ui/field.tsx'
import { clockText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { Words } from '../../../ui/words.tsx'
import { QuestionCheck } from './question-check.tsx'
import '../../../ui/questions.css'

interface QuestionPagesProps {
  readonly project: string
  readonly topic: string
}

export function QuestionPages({ project, topic }: QuestionPagesProps) {
  const open = useQuestionnaire(project)
  return (
    <Shell wide>
      <Awaited reading={open.reading}>
        {(asked) => <QuestionPage open={open} asked={asked} project={project} topic={topic} />}
      </Awaited>
    </Shell>
  )
}

interface QuestionPageProps extends QuestionPagesProps {
  readonly open: OpenQuestionnaire
  readonly asked: Questionnaire
}

function QuestionPage({ open, asked, project, topic }: QuestionPageProps) {
  const link = useLink()
  const [, navigate] = useLocation()
  const question = asked.questions.find(({ id }) => id === topic)
  if (topic === 'resume') {
    const next = topicAfter(asked.questions, undefined)
    queueMicrotask(() => navigate(link(questionAddress(project, next)), { replace: true }))
    return null
  }
  return (
    <div className="question-page">
      <div>
        <p className="question-project">
          <Words>{asked.project.name}</Words> <small>{asked.project.number}</small>
        </p>
        {topic === checkTopic && <QuestionCheck asked={asked} project={project} confirm={open.confirm} />}
        {topic !== checkTopic && question === undefined && <Gone project={project} />}
        {question !== undefined && <Asked key={question.id} {...{ open, asked, project, topic, question }} />}
      </div>
      <EffectStrip services={asked.services} last={open.last} />
    </div>
  )
}

/** A question that was answered away by others. */
function Gone({ project }: { readonly project: string }) {
  const texts = useQuestionTexts()
  const link = useLink()
  return (
    <>
      <Title>{texts.gone}</Title>
      <p>{texts.goneLead}</p>
      <Link className="button" href={link(questionAddress(project, checkTopic))}>
        {texts.toCheck}
      </Link>
    </>
  )
}

function Asked(props: QuestionPageProps & { readonly question: Question }) {
  const { asked, project, question } = props
  const { faults, attempt, busy, answer, fail } = useAnswering(props)
  return (
    <>
      <Progress asked={asked} project={project} question={question} />
      <ErrorSummary faults={faults} attempt={attempt} />
      <div id="question">
        <Title faulty={faults.length > 0}>{question.question}</Title>
      </div>
      {question.hint !== null && (
        <p className="question-hint">
          <Words>{question.hint}</Words>
        </p>
      )}
      <Follows question={question} />
      <QuestionForm question={question} busy={busy} answer={answer} fail={fail} faults={faults} />
    </>
  )
}

/** Keeps an answer and turns the page; what stands in the way is shown on top. */
function useAnswering({ open, project, question }: QuestionPageProps & { readonly question: Question }) {
  const texts = useQuestionTexts()
  const { join } = useTexts()
  const link = useLink()
  const problemText = useProblemText()
  const [, navigate] = useLocation()
  const fromCheck = new URLSearchParams(useSearch()).get('from') === 'check'
  const [faults, setFaults] = useState<readonly FieldFaultText[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  function fail(found: readonly FieldFaultText[]) {
    setFaults(found)
    setAttempt((count) => count + 1)
  }
  async function keep(facts: Facts) {
    setBusy(true)
    const kept = await open.keep(question, facts)
    setBusy(false)
    if (!kept.ok)
      return fail([{ field: question.id, text: join.sentence(problemText(kept.problem), texts.notSaved) }])
    const next = fromCheck ? checkTopic : topicAfter(kept.questions, question)
    navigate(link(questionAddress(project, next)))
    window.scrollTo(0, 0)
  }
  return { faults, attempt, busy, fail, answer: (facts: Facts) => void keep(facts) }
}

type ProgressProps = Pick<QuestionPageProps, 'asked' | 'project'> & { readonly question: Question }

function Progress({ asked, project, question }: ProgressProps) {
  const texts = useQuestionTexts()
  const { site, flow, save } = useTexts()
  const link = useLink()
  const round = roundOf(asked.questions, question.later)
  const place = round.findIndex(({ id }) => id === question.id) + 1
  const before = topicBefore(asked.questions, question)
  const position = question.later ? texts.later : flow.position
  return (
    <>
      <Link
        className="back"
        href={link(before === undefined ? '/build/new' : questionAddress(project, before))}
      >
        {site.back}
      </Link>
      <div className="progress">
        {place > 0 && <span>{position(place, round.length)}</span>}
        <span>{asked.savedAt !== null && save.saved(clockText(asked.savedAt))}</span>
      </div>
      <div className="rule" aria-hidden="true">
        <i style={{ width: `${(place / Math.max(round.length, 1)) * 100}%` }} />
      </div>
    </>
  )
}

/** What follows by rule, and that it may be overruled. */
function Follows({ question: { id, state, answer, because } }: { readonly question: Question }) {
  const texts = useQuestionTexts()
  if (state !== 'derived' || because === null)
    return id.includes('.') ? <p className="hint">{texts.byRule}</p> : null
  return (
    <div className="notice">
      <p>
        <strong>
          <Words>{texts.follows(answer ?? '')}</Words>
        </strong>
      </p>
      <p>
        <Words>{texts.followsBy(because.basis)}</Words>
      </p>
      <p>{texts.overrule}</p>
    </div>
  )
}
