/**
 * One service being edited: what was typed is saved by itself, one save after the other, and every save brings back what is
 * wrong and what differs.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useEffect, useRef, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import type { Plain } from './plain-edit.ts'

/** A service as it is read to be edited. */
export type ReadService = CallOutput<'GET /api/catalogue/draft/services/:id'>

/** What a save brings back. */
export type SavedService = CallOutput<'PUT /api/catalogue/draft/services/:id'>

/** What was typed last: the form, or the whole text. */
type Typed = { readonly service: Plain } | { readonly text: string }

type Answer = Awaited<ReturnType<typeof call<'PUT /api/catalogue/draft/services/:id'>>>

/** How far saving is. */
export type SaveState = 'clean' | 'unsaved' | 'saving' | 'saved' | 'refused'

/** The service being edited. */
export interface ServiceDraft {
  /** as it was typed */
  readonly service: Plain
  readonly text: string
  /** as it was saved last */
  readonly saved: SavedService
  readonly state: SaveState
  readonly savedAt: Date | undefined
  readonly refusal: ProblemDocument | undefined
  readonly write: (typed: Typed) => void
  /** saves at once what was typed */
  readonly flush: () => void
}

const restMs = 1_000

/** What the draft held when it was last seen: which revision, and this service in it. */
type Seen = Pick<ReadService, 'revision' | 'text'>

/**
 * Saves what was typed. The draft is one for all services: where only others were edited meanwhile, this one is saved over
 * their revision.
 */
async function saveOver(
  id: string,
  { revision, text }: Seen,
  typed: Typed,
): Promise<{ readonly answer: Answer; readonly revision: Seen['revision'] }> {
  const body = { revision: revision ?? 0, ...typed }
  const answer = await call('PUT /api/catalogue/draft/services/:id', { params: { id }, body })
  if (answer.ok || answer.problem.code !== 'draft-changed-meanwhile') return { answer, revision }
  const now = await call('GET /api/catalogue/draft/services/:id', { params: { id } })
  const isOnlyElsewhere = now.ok && now.value.state === 'open' && now.value.text === text
  if (!isOnlyElsewhere || now.value.revision === revision) return { answer, revision }
  return saveOver(id, now.value, typed)
}

export function useServiceDraft(id: string, read: ReadService): ServiceDraft {
  const [saved, setSaved] = useState<SavedService>(read)
  const [service, setService] = useState<Plain>(read.service)
  const [text, setText] = useState(read.text)
  const [state, setState] = useState<SaveState>('clean')
  const [savedAt, setSavedAt] = useState<Date>()
  const [refusal, setRefusal] = useState<ProblemDocument>()
  const seen = useRef<Seen>(read)
  const waiting = useRef<Typed>(undefined)
  const isSaving = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function write(typed: Typed) {
    waiting.current = typed
    if ('service' in typed) setService(typed.service)
    else setText(typed.text)
    setState('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), restMs)
  }

  async function flush() {
    clearTimeout(timer.current)
    const typed = waiting.current
    if (typed === undefined || isSaving.current || seen.current.revision === null) return
    isSaving.current = true
    waiting.current = undefined
    setState('saving')
    const { answer, revision } = await saveOver(id, seen.current, typed)
    seen.current = { ...seen.current, revision }
    isSaving.current = false
    setRefusal(answer.ok ? undefined : answer.problem)
    if (answer.ok) taken(typed, answer.value)
    // kept until it is written: the next entry or the next look away sends it again
    else waiting.current ??= typed
    if (answer.ok && waiting.current !== undefined) return flush()
    setState(answer.ok ? 'saved' : 'refused')
  }

  function taken(typed: Typed, value: SavedService) {
    seen.current = value
    setSaved(value)
    setSavedAt(new Date())
    // the other way of editing shows what was saved; the one in use shows what is typed
    if ('service' in typed) setText(value.text)
    else setService(value.service)
  }

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (waiting.current !== undefined || isSaving.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      // going on to another page of the desk: what was typed goes along
      void flush()
    }
  }, [])

  return { service, text, saved, state, savedAt, refusal, write, flush: () => void flush() }
}
