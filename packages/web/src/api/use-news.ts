/**
 * Hears the live news while a page is open: ids only, so that what changed is asked for by the ordinary routes.
 */

import { useEffect, useRef } from 'react'

/** Calls back when one of these things happens; also when the connection had been lost and is there again. */
export function useNews(types: readonly string[], heard: (id: string | undefined) => void): void {
  const latest = useRef(heard)
  latest.current = heard
  const wanted = types.join(' ')
  useEffect(() => {
    const source = new EventSource('/api/events')
    let wasLost = false
    source.addEventListener('error', () => {
      wasLost = true
    })
    source.addEventListener('open', () => {
      // what happened in between was not heard
      if (wasLost) latest.current(undefined)
      wasLost = false
    })
    for (const type of wanted.split(' '))
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        latest.current((JSON.parse(data) as { id: string }).id)
      })
    return () => source.close()
  }, [wanted])
}
