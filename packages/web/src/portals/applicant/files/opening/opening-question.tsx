/**
 * One question before a case is opened: answered by a touch, or with a number.
 */

import { type FormEvent, useState } from 'react'
import { useWord } from '../../../../features/cases/index.ts'
import { useTexts } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Title } from '../../../../ui/title.tsx'
import { Words } from '../../../../ui/words.tsx'
import type { OpeningQuestion as Question } from './opening-answers.ts'
import '../../../../ui/questions.css'

interface OpeningQuestionProps {
  readonly question: Question
  /** what was answered before; undefined = nothing yet */
  readonly answer: string | undefined
  readonly onAnswer: (answer: string) => void
}

export function OpeningQuestion(props: OpeningQuestionProps) {
  return props.question.type === 'number' ? <NumberQuestion {...props} /> : <ChoiceQuestion {...props} />
}

const notKnown = ''

function ChoiceQuestion({ question, answer, onAnswer }: OpeningQuestionProps) {
  const { opening: texts } = casesZhCN
  const word = useWord()
  const options =
    question.type === 'boolean'
      ? [
          { value: 'yes', name: texts.yes },
          { value: 'no', name: texts.no },
        ]
      : question.choices.map(({ value, name }) => ({ value, name: word(name) }))
  return (
    <>
      <Heading question={question} />
      <div className="answer-buttons" role="group" aria-label={word(question.question)}>
        {[...options, { value: notKnown, name: texts.unknown }].map(({ value, name }) => (
          <button
            key={value}
            className={value === notKnown ? 'answer unsure' : 'answer'}
            type="button"
            aria-pressed={answer === value}
            onClick={() => onAnswer(value)}
          >
            <span className="answer-name">
              <Words>{name}</Words>
            </span>
            {answer === value && <span className="answer-chosen">{texts.chosen}</span>}
          </button>
        ))}
      </div>
    </>
  )
}

function NumberQuestion({ question, answer = '', onAnswer }: OpeningQuestionProps) {
  const { opening: texts } = casesZhCN
  const { flow } = useTexts()
  const word = useWord()
  const [written, write] = useState(answer)
  const [attempt, setAttempt] = useState(0)
  const number = written.normalize('NFKC').replace(/[\s,]/g, '')
  const isNumber = /^\d+(\.\d+)?$/.test(number)
  const fault = attempt > 0 && !isNumber ? texts.numberWrong : undefined
  function send(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (isNumber) onAnswer(number)
  }
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary
        faults={fault === undefined ? [] : [{ field: question.id, text: fault }]}
        attempt={attempt}
      />
      <Heading question={question} faulty={fault !== undefined} />
      <TextField
        id={question.id}
        label={texts.number}
        fault={fault}
        value={written}
        onChange={write}
        input={{ inputMode: 'decimal', autoComplete: 'off' }}
        short
        {...(question.unit === null ? {} : { suffix: word(question.unit) })}
      />
      <div className="actions answer-actions">
        <button className="button" type="submit">
          {flow.next}
        </button>
        <button className="button quiet" type="button" onClick={() => onAnswer(notKnown)}>
          {texts.unknown}
        </button>
      </div>
    </form>
  )
}

interface HeadingProps {
  readonly question: Question
  readonly faulty?: boolean
}

function Heading({ question: { question, hint }, faulty = false }: HeadingProps) {
  const word = useWord()
  return (
    <>
      <Title faulty={faulty}>{word(question)}</Title>
      {hint !== null && (
        <p className="question-hint">
          <Words>{word(hint)}</Words>
        </p>
      )}
    </>
  )
}
