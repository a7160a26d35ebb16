/**
 * One upload on the screen: sending, broken off and taken up again by itself, checked, kept in the library.
 */

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Called, type CallOutput, call } from '../../../api/call.ts'
import { partBytes, sendFile, type UploadDoor, type UploadHooks, UploadStopped } from './resumable-upload.ts'
import { browserUploads } from './upload-memory.ts'

/** How far it is. */
export type UploadState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'sending' | 'broken'
      readonly name: string
      readonly sent: number
      readonly size: number
      readonly isResumed: boolean
    }
  | { readonly phase: 'checking'; readonly name: string }
  | { readonly phase: 'refused'; readonly text: string }

/** As what a file is kept. */
export interface KeepAs {
  readonly type: string
  readonly title?: string
  readonly expiresOn?: string
  readonly document?: string
  readonly organisation?: string
}

export type Kept = CallOutput<'POST /api/evidence'>

const retryMs = 4_000

/** The routes of an upload. */
export const uploadDoor: UploadDoor = {
  start: (name, size) => call('POST /api/evidence/uploads', { body: { name, size } }),
  find: (id) => call('GET /api/evidence/uploads/:id', { params: { id } }),
  append: (id, offset, bytes) =>
    call('POST /api/evidence/uploads/:id/parts', { params: { id }, body: { offset, bytes } }),
}

/** Sends a file, and keeps it in the library once all of it has arrived. */
async function sendAndKeep(
  file: File,
  keepAs: KeepAs,
  hooks: UploadHooks & { readonly onArrived: () => void },
): Promise<Called<Kept>> {
  const arrived = await sendFile(file, { door: uploadDoor, memory: browserUploads }, hooks)
  if (!arrived.ok) return arrived
  hooks.onArrived()
  const title = keepAs.title ?? file.name.replace(/\.[^.]+$/, '')
  const body = { ...keepAs, upload: arrived.value, title: title.slice(0, 200) }
  const kept = await call('POST /api/evidence', { body })
  // what could not be kept is sent anew when it is chosen again
  browserUploads.forget(file)
  return kept
}

interface Upload {
  readonly state: UploadState
  /** sends a file and keeps it; undefined where it was stopped or refused */
  readonly send: (file: File, keepAs: KeepAs) => Promise<Kept | undefined>
  /** tries at once instead of a little later */
  readonly again: () => void
  readonly stop: () => void
  readonly refuse: (text: string) => void
}

export function useUpload(): Upload {
  const [state, setState] = useState<UploadState>({ phase: 'idle' })
  const control = useRef<AbortController>(new AbortController())
  const wake = useRef<() => void>(() => undefined)

  useEffect(() => {
    const online = () => wake.current()
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      control.current.abort()
      wake.current()
    }
  }, [])

  const send = useCallback(async (file: File, keepAs: KeepAs): Promise<Kept | undefined> => {
    control.current = new AbortController()
    const { name, size } = file
    const stand = { name, size, sent: 0, isResumed: false }
    setState({ phase: 'sending', ...stand })
    const hooks = {
      signal: control.current.signal,
      onStand: (now: { readonly sent: number; readonly isResumed: boolean }) => {
        stand.sent = now.sent
        stand.isResumed ||= now.isResumed
        setState({ phase: 'sending', ...stand })
      },
      onBreak: () => {
        setState({ phase: 'broken', ...stand })
        return new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, retryMs)
          wake.current = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      },
    }
    const outcome = await unlessStopped(
      sendAndKeep(file, keepAs, { ...hooks, onArrived: () => setState({ phase: 'checking', name }) }),
    )
    if (outcome === undefined || outcome.ok) setState({ phase: 'idle' })
    else setState({ phase: 'refused', text: problemText(outcome.problem) })
    return outcome?.ok === true ? outcome.value : undefined
  }, [])

  return {
    state,
    send,
    again: () => wake.current(),
    stop: () => {
      control.current.abort()
      wake.current()
    },
    refuse: (text) => setState({ phase: 'refused', text }),
  }
}

/** Parts that have arrived, and parts in all, as people count them. */
export function partsOf({
  sent,
  size,
}: {
  readonly sent: number
  readonly size: number
}): readonly [number, number] {
  return [
    Math.floor(sent / partBytes) + (sent === size && size % partBytes > 0 ? 1 : 0),
    Math.ceil(size / partBytes),
  ]
}

function problemText({ title, detail }: { readonly title: string; readonly detail: string }): string {
  return `${title}。${detail}`
}

async function unlessStopped<T>(work: Promise<Called<T>>): Promise<Called<T> | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UploadStopped) return undefined
    throw error
  }
}
