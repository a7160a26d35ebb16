/**
 * One application on the screen: its answers as they are being changed, saved on leaving a question and two seconds
 * after the last change, each time over the version that was read.
 */

import type { Application, ApplicationAnswers } from '@guanjia/contract/registration'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/call.ts'
import { useTexts } from '../../page.tsx'
import { useBeforeLeaving } from '../../ui/before-leaving.ts'

export type SaveState =
  | { readonly state: 'changed' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly text: string }

/** What a question is given to work with. */
export interface OpenApplication {
  readonly application: Application
  readonly answers: ApplicationAnswers
  readonly version: number
  readonly saving: SaveState
  /** the papers that the answers ask for, as of the last saving */
  readonly papers: Application['papers']
  /** changes answers on the screen; they are saved soon */
  readonly change: (part: Partial<ApplicationAnswers>) => void
  /** saves now; false where it did not work */
  readonly save: () => Promise<boolean>
  /** a command of its own has moved the version on */
  readonly moved: (version: number) => void
  /** the papers asked for are known anew */
  readonly asked: (papers: Application['papers']) => void
  /** a paper was handed in or taken back, which has moved the version on */
  readonly handedIn: (version: number, papers: Application['papers']) => void
}

const patienceMs = 2_000

/** Saves a little after the last change. */
function useAutosave(isChanged: boolean, answers: ApplicationAnswers, save: () => Promise<boolean>): void {
  useEffect(() => {
    if (!isChanged) return
    const timer = setTimeout(() => void save(), patienceMs)
    return () => clearTimeout(timer)
  }, [isChanged, answers, save])
}

export function useOpenApplication(application: Application): OpenApplication {
  const [answers, setAnswers] = useState<ApplicationAnswers>(application.answers)
  const [saving, setSaving] = useState<SaveState>({ state: 'saved', at: application.updatedAt })
  const [papers, setPapers] = useState(application.papers)
  const latest = useRef(application.answers)
  const version = useRef(application.version)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const dirty = useRef(false)
  const { join } = useTexts()

  const send = useCallback(async (): Promise<boolean> => {
    if (!dirty.current) return true
    dirty.current = false
    setSaving({ state: 'saving' })
    const body = { version: version.current, answers: latest.current }
    const answer = await call('PATCH /api/registration/applications/:id', {
      params: { id: application.id },
      body,
    })
    if (!answer.ok) {
      dirty.current = true
      setSaving({ state: 'failed', text: join.sentence(answer.problem.title, answer.problem.detail) })
      return false
    }
    version.current = answer.value.version
    setPapers(answer.value.papers)
    setSaving({ state: 'saved', at: answer.value.savedAt })
    return true
  }, [application.id, join])

  /** one saving at a time: the version of the next is the answer of the last */
  const save = useCallback(() => {
    running.current = running.current.then(send, send)
    return running.current
  }, [send])

  // what was typed last is saved before the language changes
  useBeforeLeaving(save)

  const change = useCallback((part: Partial<ApplicationAnswers>) => {
    latest.current = { ...latest.current, ...part } as ApplicationAnswers
    dirty.current = true
    setAnswers(latest.current)
    setSaving({ state: 'changed' })
  }, [])

  useAutosave(saving.state === 'changed', answers, save)

  const moved = useCallback((to: number) => {
    version.current = to
  }, [])

  const handedIn = useCallback((to: number, given: Application['papers']) => {
    version.current = to
    setPapers(given)
  }, [])

  return {
    application,
    answers,
    version: version.current,
    saving,
    papers,
    change,
    save,
    moved,
    asked: setPapers,
    handedIn,
  }
}
