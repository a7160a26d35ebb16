/**
 * The questionnaire of one project: what is asked, and what the last answer changed. It stays while its pages are turned.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { type Reading, useApi } from '../../../api/use-api.ts'
import type { Facts, Question, Questionnaire } from './question-order.ts'

type Effect = CallOutput<'PATCH /api/projects/:id/facts'>

/** An answer, and what it changed. */
export interface AnsweredQuestion {
  readonly question: Question
  readonly effect: Effect
}

type KeptAnswer =
  | { readonly ok: true; readonly questions: readonly Question[] }
  | { readonly ok: false; readonly problem: ProblemDocument }

/** The questionnaire and the way to answer it. */
export interface OpenQuestionnaire {
  readonly reading: Reading<Questionnaire>
  readonly last: AnsweredQuestion | undefined
  /** keeps an answer; the questions as they are then come back */
  readonly keep: (question: Question, facts: Facts) => Promise<KeptAnswer>
  /** the company takes what its steward filled in as its own word; what stands in the way, if anything does */
  readonly confirm: () => Promise<ProblemDocument | undefined>
}

export function useQuestionnaire(id: string): OpenQuestionnaire {
  const first = useApi('GET /api/projects/:id/questions', { params: { id } })
  const [fresh, setFresh] = useState<Questionnaire>()
  const [last, setLast] = useState<AnsweredQuestion>()

  async function readAnew() {
    const read = await call('GET /api/projects/:id/questions', { params: { id } })
    if (read.ok) setFresh(read.value)
    return read
  }

  function seen() {
    return fresh?.answersVersion ?? (first.state === 'ready' ? first.value.answersVersion : 1)
  }

  async function confirm(): Promise<ProblemDocument | undefined> {
    const body = { answersVersion: seen() }
    const confirmed = await call('POST /api/projects/:id/facts/confirmation', { params: { id }, body })
    const read = await readAnew()
    if (!confirmed.ok) return confirmed.problem
    return read.ok ? undefined : read.problem
  }

  async function keep(question: Question, facts: Facts): Promise<KeptAnswer> {
    const body = { answersVersion: seen(), facts }
    const saved = await call('PATCH /api/projects/:id/facts', { params: { id }, body })
    if (!saved.ok) {
      // somebody else has answered it meanwhile: what they said is shown before anything is written over it
      if (saved.problem.code === 'answers-changed-meanwhile') await readAnew()
      return saved
    }
    const read = await readAnew()
    if (!read.ok) return read
    const { questions } = read.value
    setLast({ question: questions.find((one) => one.id === question.id) ?? question, effect: saved.value })
    return { ok: true, questions }
  }

  const reading: Reading<Questionnaire> =
    fresh !== undefined && first.state === 'ready' ? { ...first, value: fresh } : first
  return { reading, last, keep, confirm }
}
