/**
 * What is finished before the page is left for another document: the language and the size of a page change by loading
 * it anew, and nothing that was typed may be lost by that.
 */

import { type MouseEvent, useEffect } from 'react'

const duties = new Set<() => Promise<unknown>>()

/** Has something done before the page is left by a link of the frame. */
export function useBeforeLeaving(duty: () => Promise<unknown>): void {
  useEffect(() => {
    duties.add(duty)
    return () => {
      duties.delete(duty)
    }
  }, [duty])
}

/** Follows a link once everything is done; without a duty the browser follows it itself. */
export function leaveBy(event: MouseEvent<HTMLAnchorElement>): void {
  if (duties.size === 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  const { href } = event.currentTarget
  void Promise.allSettled([...duties].map((duty) => duty())).then(() => window.location.assign(href))
}
