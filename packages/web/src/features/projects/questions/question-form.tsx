/**
 * One question: among answers that are taken at a touch, with boxes to tick, or with numbers to write.
 */

import type { ComponentType } from 'react'
import type { AnswersProps } from './answers-props.ts'
import { ChoiceAnswers } from './choice-answers.tsx'
import { NumberAnswers } from './number-answers.tsx'
import type { Question } from './question-order.ts'
import { TickAnswers } from './tick-answers.tsx'

const forms: Readonly<Record<Question['form'], ComponentType<AnswersProps>>> = {
  choice: ChoiceAnswers,
  ticks: TickAnswers,
  numbers: NumberAnswers,
}

export function QuestionForm(props: AnswersProps) {
  const Answers = forms[props.question.form]
  return <Answers {...props} />
}
