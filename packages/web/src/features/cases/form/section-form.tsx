/**
 * A section of the form: its questions, what is wrong with them on top, and whether they are saved.
 */

import { isAsked } from '@guanjia/core/cases'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../page.tsx'
import { ErrorSummary, focusField } from '../../../ui/error-summary.tsx'
import type { FieldFaultText } from '../../../ui/field.tsx'
import { clockText } from '../../../ui/moment.ts'
import type { Case } from '../case-standing.ts'
import { useWord } from '../use-word.ts'
import { type FormSection, faultText, QuestionField } from './question-field.tsx'
import { type Saving, useCaseAnswers } from './use-case-answers.ts'

interface SectionFormProps {
  readonly file: Case
  readonly section: FormSection
  readonly button: string
  /** called once the answers do and are saved */
  readonly onDone: () => void
}

export function SectionForm({ file, section, button, onDone }: SectionFormProps) {
  const word = useWord()
  const { answers, saving, change, save } = useCaseAnswers(file)
  const [attempt, setAttempt] = useState(0)
  const asked = section.questions.filter((question) => isAsked(question, answers))
  const faults = asked.flatMap((question): FieldFaultText[] => {
    const text = faultText(question, answers, word)
    return text === undefined ? [] : [{ field: question.id, text }]
  })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const left = () => void save()
    const box = form.current
    box?.addEventListener('focusout', left)
    return () => box?.removeEventListener('focusout', left)
  }, [save])
  useEffect(() => {
    // whoever comes from the check page to mend one answer is led to it
    if (location.hash !== '') focusField(location.hash.slice(1))
  }, [])
  const shown = attempt === 0 ? [] : faults
  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if ((await save()) && faults.length === 0) onDone()
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} ref={form}>
      <ErrorSummary faults={shown} attempt={attempt} />
      {asked.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answers={answers}
          fault={shown.find(({ field }) => field === question.id)?.text}
          onChange={(value) => change(question.id, value)}
        />
      ))}
      <SavingLine saving={saving} />
      <div className="actions">
        <button className="button" type="submit">
          {button}
        </button>
      </div>
    </form>
  )
}

export function SavingLine({ saving }: { readonly saving: Saving }) {
  const { save } = useTexts()
  return (
    <p className="hint saving-line" role="status">
      {saving.state === 'saving' && save.saving}
      {saving.state === 'saved' && save.saved(clockText(saving.at))}
      {saving.state === 'failed' && saving.text}
    </p>
  )
}
