/**
 * Hears the live news while a page is open: ids only, so that what changed is asked for by the ordinary routes. All parts of
 * a page listen to one stream: a browser has few connections to give.
 */

import { useEffect, useRef } from 'react'

let stream: EventSource | undefined
let listeners = 0

function join(): EventSource {
  listeners += 1
  stream ??= new EventSource('/api/events')
  return stream
}

function leave(): void {
  listeners -= 1
  if (listeners > 0) return
  stream?.close()
  stream = undefined
}

/** Calls back when one of these things happens; also when the connection had been lost and is there again. */
export function useNews(types: readonly string[], heard: (id: string | undefined) => void): void {
  const latest = useRef(heard)
  latest.current = heard
  const wanted = types.join(' ')
  useEffect(() => {
    const source = join()
    const own = new AbortController()
    const { signal } = own
    let wasLost = false
    source.addEventListener(
      'error',
      () => {
        wasLost = true
      },
      { signal },
    )
    source.addEventListener(
      'open',
      () => {
        // what happened in between was not heard
        if (wasLost) latest.current(undefined)
        wasLost = false
      },
      { signal },
    )
    for (const type of wanted.split(' '))
      source.addEventListener(
        type,
        ({ data }: MessageEvent<string>) => latest.current((JSON.parse(data) as { id: string }).id),
        { signal },
      )
    return () => {
      own.abort()
      leave()
    }
  }, [wanted])
}

/**
 * Calls back at once when one of these things happens, and what happens soon after that together: for pages that many
 * things change and that are costly to read.
 */
export function useCalmNews(types: readonly string[], heard: () => void, restMs: number): void {
  const latest = useRef(heard)
  latest.current = heard
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const isMore = useRef(false)
  useEffect(() => () => clearTimeout(rest.current), [])
  function tell() {
    isMore.current = false
    latest.current()
    rest.current = setTimeout(() => {
      rest.current = undefined
      if (isMore.current) tell()
    }, restMs)
  }
  useNews(types, () => {
    if (rest.current === undefined) tell()
    else isMore.current = true
  })
}
