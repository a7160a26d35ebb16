/**
 * One question of a case, as the box it is answered in; what is wrong with an answer, in words.
 */

import { answerFault } from '@guanjia/core/cases'
import type { CallOutput } from '../../../api/call.ts'
import { useTexts } from '../../../page.tsx'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import { ChoiceField, TextField } from '../../../ui/field.tsx'
import { LinesField } from '../../../ui/lines-field.tsx'
import { useWord, type Wording } from '../use-word.ts'
import type { Answers } from './use-case-answers.ts'

export type FormSection = CallOutput<'GET /api/cases/:id/form'>['sections'][number]
export type Question = FormSection['questions'][number]

interface QuestionFieldProps {
  readonly question: Question
  readonly answers: Answers
  readonly fault: string | undefined
  readonly onChange: (value: string) => void
}

export function QuestionField({ question, answers, fault, onChange }: QuestionFieldProps) {
  const word = useWord()
  const { flow } = useTexts()
  const { id, kind, choices, hint, unit, optional } = question
  const label = optional ? `${word(question.label)}（${flow.optional}）` : word(question.label)
  const value = String(answers[id] ?? '')
  const own = { id, label, fault, value, onChange, ...(hint === null ? {} : { hint: word(hint) }) }
  if (kind === 'choice')
    return (
      <ChoiceField
        {...own}
        options={choices.map((each) => ({ value: each.value, label: word(each.name) }))}
      />
    )
  if (kind === 'lines') return <LinesField rows={3} {...own} />
  return (
    <TextField
      {...own}
      short={kind === 'number'}
      {...(unit === null ? {} : { suffix: word(unit) })}
      input={inputOf(question)}
    />
  )
}

const autocomplete: Readonly<Record<string, string>> = {
  'contact.name': 'name',
  'contact.phone': 'tel',
  'applicant.company': 'organization',
}

function inputOf({ id, kind }: Question) {
  const text = id === 'contact.phone' ? 'tel' : 'text'
  return { inputMode: kind === 'number' ? 'decimal' : text, autoComplete: autocomplete[id] ?? 'off' } as const
}

/** What is wrong with an answer, in words; the server judges again by the same rules. */
export function faultText(question: Question, answers: Answers, word: (wording: Wording) => string) {
  const { faults } = casesZhCN.form
  const label = word(question.label)
  switch (answerFault(question, answers)) {
    case undefined:
      return undefined
    case 'missing':
      return question.kind === 'choice' ? faults.choice(label) : faults.missing(label)
    case 'not-a-number':
      return faults.number(label)
    case 'not-a-choice':
      return faults.choice(label)
    case 'form':
      return question.form === null ? faults.missing(label) : word(question.form.fault)
  }
}
