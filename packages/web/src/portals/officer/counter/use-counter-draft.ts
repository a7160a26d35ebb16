/**
 * What a clerk has begun for somebody, kept on the server: a refresh, a crash or another computer loses nothing of it.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'

/** A draft that is being written. */
export interface CounterDraft<T extends object> {
  /** undefined until it was read */
  readonly value: T | undefined
  readonly savedAt: string | null
  /** the colleague who began it and handed it over; null where oneself did */
  readonly handedBy: string | null
  /** why it could not be read; nothing is written over it meanwhile */
  readonly unread: ProblemDocument | undefined
  readonly again: () => void
  /** reads it again where nothing is written: a colleague may have handed it over meanwhile */
  readonly followHandOver: () => void
  readonly change: (part: Partial<T>) => void
  /** forgets it, once it was handed in */
  readonly forget: () => Promise<void>
}

const pauseMs = 800

/** `onKept` hears of the last words, kept after the draft had to make room for another. */
export function useCounterDraft<T extends object>(
  subject: string,
  empty: T,
  onKept: () => void = () => undefined,
): CounterDraft<T> {
  const [value, setValue] = useState<T>()
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [handedBy, setHandedBy] = useState<string | null>(null)
  const [unread, setUnread] = useState<ProblemDocument>()
  const [round, setRound] = useState(0)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsaved = useRef<object>(undefined)
  useEffect(() => {
    let gone = false
    setValue(undefined)
    void call('GET /api/counter/drafts/:subject', { params: { subject } }).then((answer) => {
      if (gone) return
      setUnread(answer.ok ? undefined : answer.problem)
      if (!answer.ok) return
      setValue({ ...empty, ...answer.value.body } as T)
      setSavedAt(answer.value.savedAt)
      setHandedBy(answer.value.handedBy)
    })
    return () => {
      gone = true
      clearTimeout(waiting.current)
      // a colleague's number may take the place of what is being written: the last words are kept all the same
      if (unsaved.current !== undefined) void save(unsaved.current).then(onKept)
    }
    // one subject, one draft; what it is when empty never changes
  }, [subject, round])
  async function save(body: object) {
    unsaved.current = undefined
    const sent = { params: { subject }, body: { body: body as Record<string, unknown> } }
    const answer = await call('PUT /api/counter/drafts/:subject', sent)
    if (answer.ok) setSavedAt(answer.value.savedAt)
  }
  return {
    value,
    savedAt,
    handedBy,
    unread,
    again: () => setRound(round + 1),
    followHandOver: () => {
      if (unsaved.current === undefined && value !== undefined && isAsEmpty(value, empty)) setRound(round + 1)
    },
    change: (part) => {
      if (value === undefined) return
      const next = { ...value, ...part }
      setValue(next)
      unsaved.current = next
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => void save(next), pauseMs)
    },
    forget: async () => {
      clearTimeout(waiting.current)
      unsaved.current = undefined
      setValue(empty)
      await save({})
    },
  }
}

function isAsEmpty(value: object, empty: object): boolean {
  return JSON.stringify(value) === JSON.stringify(empty)
}
