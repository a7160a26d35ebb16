/**
 * What the parts of a page tell each other about the reader's messages: one of them listens to the stream of news, and
 * whoever shows messages hears of it.
 */

import { useEffect } from 'react'

const changed = 'guanjia-messages-changed'

/** Tells every part of the page that messages arrived or were read. */
export function announceMessages(): void {
  window.dispatchEvent(new Event(changed))
}

/** Calls back whenever messages arrived or were read. */
export function useOwnMessages(onChange: () => void): void {
  useEffect(() => {
    window.addEventListener(changed, onChange)
    return () => window.removeEventListener(changed, onChange)
  })
}
