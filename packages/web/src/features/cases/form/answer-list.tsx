/**
 * The answers of a case as a list, with the way back to each question where they may still be changed.
 */

import { isAsked } from '@guanjia/core/cases'
import { Link } from 'wouter'
import { useLink } from '../../../page.tsx'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import type { Case } from '../case-standing.ts'
import { useWord } from '../use-word.ts'
import type { FormSection, Question } from './question-field.tsx'

interface AnswerListProps {
  readonly file: Case
  readonly sections: readonly FormSection[]
  readonly editable: boolean
}

export function AnswerList({ file, sections, editable }: AnswerListProps) {
  const { check: texts } = casesZhCN
  const word = useWord()
  const link = useLink()
  return (
    <dl className="answers">
      {sections.flatMap(({ questions }, section) =>
        questions
          .filter((question) => isAsked(question, file.answers))
          .map((question) => (
            <div key={question.id}>
              <dt>{word(question.label)}</dt>
              <dd className="wrapped">{answerText(question, file, word)}</dd>
              {editable && (
                <dd>
                  <Link href={link(`/my/files/${file.id}/form/${section}?from=check#${question.id}`)}>
                    {texts.change}
                    <span className="visually-hidden">{word(question.label)}</span>
                  </Link>
                </dd>
              )}
            </div>
          )),
      )}
    </dl>
  )
}

function answerText(
  { id, choices, unit }: Question,
  { answers }: Case,
  word: ReturnType<typeof useWord>,
): string {
  const value = String(answers[id] ?? '').trim()
  if (value === '') return casesZhCN.form.unanswered
  const chosen = choices.find((each) => each.value === value)
  if (chosen !== undefined) return word(chosen.name)
  return unit === null ? value : `${value} ${word(unit)}`
}
