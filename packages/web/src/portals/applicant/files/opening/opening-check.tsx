/**
 * Everything that was answered before a case is opened, each with the way back to it; and opening it.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../../../api/call.ts'
import { useWord } from '../../../../features/cases/index.ts'
import { useLink } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Title } from '../../../../ui/title.tsx'
import { type KeptAnswers, knownFacts, type Opening, type OpeningQuestion } from './opening-answers.ts'

interface OpeningCheckProps {
  readonly opening: Opening
  readonly kept: KeptAnswers
  /** the address of a question */
  readonly addressOf: (question: OpeningQuestion) => string
}

export function OpeningCheck({ opening, kept, addressOf }: OpeningCheckProps) {
  const { opening: texts, check } = casesZhCN
  const word = useWord()
  const link = useLink()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<ProblemDocument>()
  const { service, questions } = opening
  const name = word(service.name)
  const isAsked = questions.length > 0
  async function begin() {
    const body = { service: service.id, facts: knownFacts(opening, kept.answers) }
    const answer = await call('POST /api/cases', { body })
    if (!answer.ok) return setProblem(answer.problem)
    kept.forget()
    navigate(link(`/my/files/${answer.value.id}`))
  }
  return (
    <>
      <Title>{isAsked ? texts.check : texts.title}</Title>
      <p className="lead">{isAsked ? texts.checkLead(name) : texts.direct(name)}</p>
      <ProblemNotice problem={problem} />
      {isAsked && (
        <dl className="answers questions">
          {questions.map((question) => (
            <div key={question.id}>
              <dt>{word(question.question)}</dt>
              <dd>{answerText(question, kept.answers[question.id], word)}</dd>
              <dd>
                <Link href={addressOf(question)}>
                  {check.change}
                  <span className="visually-hidden">{word(question.question)}</span>
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isAsked && <p className="hint">{texts.later}</p>}
      <div className="actions">
        <button className="button" type="button" onClick={() => void begin()}>
          {texts.begin}
        </button>
        <Link className="button quiet" href={link(`/services/${service.id}`)}>
          {texts.back}
        </Link>
      </div>
    </>
  )
}

function answerText(
  { type, choices, unit }: OpeningQuestion,
  answer: string | undefined,
  word: ReturnType<typeof useWord>,
): string {
  const { opening: texts } = casesZhCN
  if (answer === undefined || answer === '') return texts.unknown
  if (type === 'boolean') return answer === 'yes' ? texts.yes : texts.no
  const chosen = choices.find(({ value }) => value === answer)
  if (chosen !== undefined) return word(chosen.name)
  return unit === null ? answer : `${answer} ${word(unit)}`
}
