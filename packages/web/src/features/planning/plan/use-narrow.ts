/**
 * Whether the page is as narrow as a phone, where no chart comes first.
 */

import { useSyncExternalStore } from 'react'

const query = '(max-width: 600px)'

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}
