/**
 * Numbers with their units; an empty box is not known.
 */

import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../page.tsx'
import { TextField } from '../../../ui/field.tsx'
import type { AnswersProps } from './answers-props.ts'
import { numberIn, unsureOf } from './question-order.ts'
import { QuickAnswer } from './quick-answer.tsx'
import { useQuestionTexts } from './use-question-texts.ts'

export function NumberAnswers({ question, busy, answer, fail, faults }: AnswersProps) {
  const texts = useQuestionTexts()
  const { flow } = useTexts()
  const { fields } = question
  const [written, write] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(fields.map(({ id, value }) => [id, value === null ? '' : String(value)])),
  )
  function send(event: FormEvent) {
    event.preventDefault()
    const read = fields.map((field) => ({ ...field, number: numberIn(written[field.id] ?? '') }))
    const wrong = read.filter(({ number }) => number === undefined)
    if (wrong.length > 0) fail(wrong.map(({ id, name }) => ({ field: id, text: texts.numberWrong(name) })))
    else answer(Object.fromEntries(read.map(({ attribute, number = null }) => [attribute, number])))
  }
  return (
    <form onSubmit={send} noValidate>
      {fields.map(({ id, name, hint, unit }) => (
        <TextField
          key={id}
          id={id}
          label={name}
          hint={hint ?? undefined}
          fault={faults.find(({ field }) => field === id)?.text}
          value={written[id] ?? ''}
          onChange={(text) => write({ ...written, [id]: text })}
          input={{ inputMode: 'decimal', autoComplete: 'off' }}
          suffix={unit ?? ''}
          short
        />
      ))}
      <div className="actions answer-actions">
        <button className="button" type="submit" disabled={busy}>
          {flow.next}
        </button>
        <QuickAnswer busy={busy} press={() => answer(unsureOf(question))}>
          {texts.unsure}
        </QuickAnswer>
      </div>
    </form>
  )
}
