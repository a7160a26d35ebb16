/**
 * One application on the screen: its answers as they are being changed, saved on leaving a question and two seconds
 * after the last change, each time over the version that was read. Where they were changed elsewhere, they are read again and
 * what was changed here is laid over them.
 */

import type { Application, ApplicationAnswers } from '@guanjia/contract/registration'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/call.ts'
import { useTexts } from '../../page.tsx'
import { useBeforeLeaving } from '../../ui/before-leaving.ts'
import {
  type AnswerSheet,
  type ChangedAnswers,
  changeSheet,
  isSaved,
  openSheet,
  rereadSheet,
  savedSheet,
} from './answer-sheet.ts'

export type SaveState =
  | { readonly state: 'changed' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly text: string }

/** What a question is given to work with. */
export interface OpenApplication {
  /** as it was last read */
  readonly application: Application
  readonly answers: ApplicationAnswers
  readonly saving: SaveState
  /** the papers that the answers ask for, as of the last saving */
  readonly papers: Application['papers']
  /** changes answers on the screen; they are saved soon */
  readonly change: (part: ChangedAnswers) => void
  /** saves now what was changed; false where it did not work */
  readonly save: () => Promise<boolean>
  /** saves now, changed or not: what is looked at and left as it is, is kept longer */
  readonly keep: () => Promise<boolean>
  /** a command of its own has moved the version on */
  readonly moved: (version: number) => void
  /** the papers asked for are known anew */
  readonly asked: (papers: Application['papers']) => void
  /** a paper was handed in or taken back, which has moved the version on */
  readonly handedIn: (version: number, papers: Application['papers']) => void
}

const patienceMs = 2_000
/** somebody else may save in between once more */
const mostTries = 3

/** Saves a little after the last change. */
function useAutosave(isChanged: boolean, answers: ApplicationAnswers, save: () => Promise<boolean>): void {
  useEffect(() => {
    if (!isChanged) return
    const timer = setTimeout(() => void save(), patienceMs)
    return () => clearTimeout(timer)
  }, [isChanged, answers, save])
}

/** The answers on the screen with the way to lay others there, and the application as it was last read. */
function useSheet(given: Application) {
  const [application, setApplication] = useState(given)
  const [answers, setAnswers] = useState<ApplicationAnswers>(given.answers)
  const sheet = useRef<AnswerSheet>(openSheet(given))
  const { id } = given
  const lay = useCallback((next: AnswerSheet) => {
    sheet.current = next
    setAnswers(next.answers)
  }, [])
  const reread = useCallback(async () => {
    const fresh = await call('GET /api/registration/applications/:id', { params: { id } })
    if (!fresh.ok) return
    setApplication(fresh.value)
    lay(rereadSheet(sheet.current, fresh.value))
  }, [id, lay])
  return { application, answers, sheet, lay, reread }
}

/** Sends the sheet, over what others have saved where somebody has; one saving at a time. */
function useSaving(
  { sheet, reread }: ReturnType<typeof useSheet>,
  { id, papers: asked, updatedAt }: Application,
) {
  const [saving, setSaving] = useState<SaveState>({ state: 'saved', at: updatedAt })
  const [papers, setPapers] = useState(asked)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const { join } = useTexts()

  const send = useCallback(async (): Promise<boolean> => {
    setSaving({ state: 'saving' })
    for (let tries = 1; ; tries += 1) {
      const { answers, version, changed } = sheet.current
      const body = { version, answers }
      const answer = await call('PATCH /api/registration/applications/:id', { params: { id }, body })
      if (answer.ok) {
        sheet.current = savedSheet(sheet.current, changed, answer.value.version)
        setPapers(answer.value.papers)
        setSaving(
          isSaved(sheet.current) ? { state: 'saved', at: answer.value.savedAt } : { state: 'changed' },
        )
        return true
      }
      if (answer.problem.code !== 'answers-changed-meanwhile' || tries === mostTries) {
        setSaving({ state: 'failed', text: join.sentence(answer.problem.title, answer.problem.detail) })
        return false
      }
      await reread()
    }
  }, [id, join, reread, sheet])

  /** one after the other: the version of the next is the answer of the last */
  const keep = useCallback(() => {
    running.current = running.current.then(send, send)
    return running.current
  }, [send])

  const save = useCallback(() => {
    const sendChanged = async () => isSaved(sheet.current) || send()
    running.current = running.current.then(sendChanged, sendChanged)
    return running.current
  }, [send, sheet])

  return { saving, setSaving, papers, setPapers, keep, save }
}

export function useOpenApplication(given: Application): OpenApplication {
  const onScreen = useSheet(given)
  const { application, answers, sheet, lay } = onScreen
  const { saving, setSaving, papers, setPapers, keep, save } = useSaving(onScreen, given)

  // what was typed last is saved before the language changes
  useBeforeLeaving(save)
  useAutosave(saving.state === 'changed', answers, save)

  const change = useCallback(
    (part: ChangedAnswers) => {
      lay(changeSheet(sheet.current, part))
      setSaving({ state: 'changed' })
    },
    [lay, setSaving, sheet],
  )

  const moved = useCallback(
    (version: number) => {
      sheet.current = { ...sheet.current, version }
    },
    [sheet],
  )

  const handedIn = useCallback(
    (to: number, handed: Application['papers']) => {
      moved(to)
      setPapers(handed)
    },
    [moved, setPapers],
  )

  return { application, answers, saving, papers, change, save, keep, moved, asked: setPapers, handedIn }
}
