/**
 * What a steward filled in for the company: which answers, by whom, and the company's word that they are right.
 */

import { useState } from 'react'
import { useTexts } from '../../../page.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Words } from '../../../ui/words.tsx'
import type { Questionnaire } from './question-order.ts'
import { useQuestionTexts } from './use-question-texts.ts'
import type { OpenQuestionnaire } from './use-questionnaire.ts'

interface FilledInProps {
  readonly asked: Questionnaire
  readonly confirm: OpenQuestionnaire['confirm']
}

export function FilledIn({ asked, confirm }: FilledInProps) {
  const { filled } = useQuestionTexts()
  const { join } = useTexts()
  const [isConfirmed, setConfirmed] = useState(false)
  const waiting = asked.questions.filter(({ filledBy }) => filledBy !== null)
  if (waiting.length === 0)
    return isConfirmed ? (
      <p className="notice" role="status">
        {filled.confirmed}
      </p>
    ) : null
  const stewards = join.list([...new Set(waiting.flatMap(({ filledBy }) => filledBy ?? []))])
  const names = join.list(waiting.map(({ name }) => name))
  return (
    <section className="notice near" aria-labelledby="filled-in">
      <h2 id="filled-in">{filled.title(String(waiting.length))}</h2>
      <p>
        <Words>{asked.mayConfirm ? filled.yours(stewards, names) : filled.theirs(names)}</Words>
      </p>
      {asked.mayConfirm && <Confirming confirm={confirm} onConfirmed={() => setConfirmed(true)} />}
    </section>
  )
}

interface ConfirmingProps extends Pick<FilledInProps, 'confirm'> {
  readonly onConfirmed: () => void
}

function Confirming({ confirm, onConfirmed }: ConfirmingProps) {
  const { filled } = useQuestionTexts()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Awaited<ReturnType<typeof confirm>>>()
  async function send() {
    setBusy(true)
    const refusal = await confirm()
    setBusy(false)
    setProblem(refusal)
    if (refusal === undefined) onConfirmed()
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <button className="button" type="button" disabled={isBusy} onClick={() => void send()}>
        {filled.confirm}
      </button>
    </>
  )
}
