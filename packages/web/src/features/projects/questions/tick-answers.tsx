/**
 * Several boxes to tick; none of them, and not knowing the rest, are answers of one touch.
 */

import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../page.tsx'
import { Words } from '../../../ui/words.tsx'
import type { AnswersProps } from './answers-props.ts'
import { tickedFacts, unsureOf } from './question-order.ts'
import { QuickAnswer } from './quick-answer.tsx'
import { useQuestionTexts } from './use-question-texts.ts'

/** names of so many characters and more stand one below the other */
const longName = 60

export function TickAnswers({ question, busy, answer, fail }: AnswersProps) {
  const texts = useQuestionTexts()
  const { flow } = useTexts()
  const { id, fields, all, none } = question
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    new Set(fields.filter(({ value }) => value === true).map((field) => field.id)),
  )
  const isNone = ticked.size === 0
  const isShort = fields.every(({ name, hint }) => name.length + (hint?.length ?? 0) < longName)
  function turn(field: string) {
    const others = new Set(ticked)
    if (!others.delete(field)) others.add(field)
    setTicked(others)
  }
  function send(event: FormEvent) {
    event.preventDefault()
    if (isNone) fail([{ field: id, text: texts.tickMissing(none?.name ?? texts.unsure) }])
    else answer(tickedFacts(question, ticked, false))
  }
  const everything = new Set(fields.map((field) => field.id))
  return (
    <form onSubmit={send} noValidate>
      <fieldset className="field" id={id} tabIndex={-1} aria-labelledby="question">
        <div className={isShort ? 'choices ticks' : 'choices'}>
          {fields.map((field) => (
            <TickBox key={field.id} field={field} checked={ticked.has(field.id)} turn={turn} />
          ))}
        </div>
      </fieldset>
      <div className="actions answer-actions">
        <button className="button" type="submit" disabled={busy}>
          {flow.next}
        </button>
        {all !== null && (
          <QuickAnswer busy={busy} press={() => answer(tickedFacts(question, everything, false))}>
            {all}
          </QuickAnswer>
        )}
        {isNone && none !== null && (
          <QuickAnswer busy={busy} press={() => answer(tickedFacts(question, ticked, false))}>
            {none.name}
          </QuickAnswer>
        )}
        <QuickAnswer
          busy={busy}
          press={() => answer(isNone ? unsureOf(question) : tickedFacts(question, ticked, null))}
        >
          {isNone || question.picks !== null ? texts.unsure : texts.restUnsure}
        </QuickAnswer>
      </div>
    </form>
  )
}

interface TickBoxProps {
  readonly field: AnswersProps['question']['fields'][number]
  readonly checked: boolean
  readonly turn: (id: string) => void
}

function TickBox({ field: { id, name, hint }, checked, turn }: TickBoxProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={() => turn(id)} />
      <span>
        <Words>{name}</Words>
        {hint !== null && (
          <small>
            <Words>{hint}</Words>
          </small>
        )}
      </span>
    </label>
  )
}
