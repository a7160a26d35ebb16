/**
 * The answers of a choice, each a button that answers and goes on.
 */

import { Words } from '../../../ui/words.tsx'
import type { AnswersProps } from './answers-props.ts'
import { unsureOf } from './question-order.ts'
import { useQuestionTexts } from './use-question-texts.ts'

export function ChoiceAnswers({ question, busy, answer }: AnswersProps) {
  const texts = useQuestionTexts()
  return (
    <div className="answer-buttons" role="group" aria-labelledby="question">
      {question.options.map(({ id, name, hint, chosen, sets }) => (
        <AnswerButton key={id} chosen={chosen} busy={busy} hint={hint} press={() => answer(sets)}>
          {name}
        </AnswerButton>
      ))}
      <AnswerButton
        chosen={question.state === 'unsure'}
        busy={busy}
        hint={null}
        press={() => answer(unsureOf(question))}
        isUnsure
      >
        {texts.unsure}
      </AnswerButton>
    </div>
  )
}

interface AnswerButtonProps {
  readonly children: string
  readonly hint: string | null
  readonly chosen: boolean
  readonly busy: boolean
  readonly press: () => void
  readonly isUnsure?: boolean
}

function AnswerButton({ children, hint, chosen, busy, press, isUnsure = false }: AnswerButtonProps) {
  const texts = useQuestionTexts()
  return (
    <button
      className={isUnsure ? 'answer unsure' : 'answer'}
      type="button"
      aria-pressed={chosen}
      disabled={busy}
      onClick={press}
    >
      <span className="answer-name">
        <Words>{children}</Words>
      </span>
      {hint !== null && (
        <small>
          <Words>{hint}</Words>
        </small>
      )}
      {chosen && <span className="answer-chosen">✓ {texts.chosen}</span>}
    </button>
  )
}
