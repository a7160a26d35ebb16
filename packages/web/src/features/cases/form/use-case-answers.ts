/**
 * The answers of a case as they are being changed: saved on leaving a question and two seconds after the last change,
 * each time over the version that was read.
 */

import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { useTexts } from '../../../page.tsx'
import { useBeforeLeaving } from '../../../ui/before-leaving.ts'
import type { Case } from '../case-standing.ts'

export type Answers = Case['answers']

export type Saving =
  | { readonly state: 'kept' | 'changed' | 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly text: string }

export interface CaseAnswers {
  readonly answers: Answers
  readonly saving: Saving
  readonly change: (id: string, value: string | boolean) => void
  /** saves now; false where it did not work */
  readonly save: () => Promise<boolean>
}

const patienceMs = 2_000

export function useCaseAnswers({ id, answers: read, answersVersion }: Case): CaseAnswers {
  const [answers, setAnswers] = useState<Answers>(read)
  const [saving, setSaving] = useState<Saving>({ state: 'kept' })
  const latest = useRef<Answers>(read)
  const version = useRef(answersVersion)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const dirty = useRef(false)
  const { join } = useTexts()

  const send = useCallback(async (): Promise<boolean> => {
    if (!dirty.current) return true
    dirty.current = false
    setSaving({ state: 'saving' })
    const body = { answersVersion: version.current, answers: latest.current }
    const answer = await call('PUT /api/cases/:id/answers', { params: { id }, body })
    if (!answer.ok) {
      dirty.current = true
      setSaving({ state: 'failed', text: join.sentence(answer.problem.title, answer.problem.detail) })
      return false
    }
    version.current = answer.value.answersVersion
    setSaving({ state: 'saved', at: answer.value.savedAt })
    return true
  }, [id, join])

  /** one saving at a time: the version of the next is the answer of the last */
  const save = useCallback(() => {
    running.current = running.current.then(send, send)
    return running.current
  }, [send])

  useBeforeLeaving(save)

  const change = useCallback((question: string, value: string | boolean) => {
    latest.current = { ...latest.current, [question]: value }
    dirty.current = true
    setAnswers(latest.current)
    setSaving({ state: 'changed' })
  }, [])

  useEffect(() => {
    if (saving.state !== 'changed') return
    const timer = setTimeout(() => void save(), patienceMs)
    return () => clearTimeout(timer)
  }, [saving.state, answers, save])

  return { answers, saving, change, save }
}
