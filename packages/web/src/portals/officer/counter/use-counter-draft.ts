/**
 * What a clerk has begun for somebody, kept on the server: a refresh, a crash or another computer loses nothing of it.
 */

import { useEffect, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'

/** A draft that is being written. */
export interface CounterDraft<T extends object> {
  /** undefined until it was read */
  readonly value: T | undefined
  readonly savedAt: string | null
  /** the colleague who began it and handed it over; null where oneself did */
  readonly handedBy: string | null
  readonly change: (part: Partial<T>) => void
  /** forgets it, once it was handed in */
  readonly forget: () => Promise<void>
}

const pauseMs = 800

export function useCounterDraft<T extends object>(subject: string, empty: T): CounterDraft<T> {
  const [value, setValue] = useState<T>()
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [handedBy, setHandedBy] = useState<string | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    let gone = false
    setValue(undefined)
    void call('GET /api/counter/drafts/:subject', { params: { subject } }).then((answer) => {
      if (gone) return
      setValue({ ...empty, ...(answer.ok ? answer.value.body : {}) } as T)
      setSavedAt(answer.ok ? answer.value.savedAt : null)
      setHandedBy(answer.ok ? answer.value.handedBy : null)
    })
    return () => {
      gone = true
      clearTimeout(waiting.current)
    }
    // one subject, one draft; what it is when empty never changes
  }, [subject])
  async function save(body: object) {
    const sent = { params: { subject }, body: { body: body as Record<string, unknown> } }
    const answer = await call('PUT /api/counter/drafts/:subject', sent)
    if (answer.ok) setSavedAt(answer.value.savedAt)
  }
  return {
    value,
    savedAt,
    handedBy,
    change: (part) => {
      const next = { ...(value ?? empty), ...part }
      setValue(next)
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => void save(next), pauseMs)
    },
    forget: async () => {
      clearTimeout(waiting.current)
      setValue(empty)
      await save({})
    },
  }
}
