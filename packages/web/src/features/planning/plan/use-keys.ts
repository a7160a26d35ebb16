/**
 * Hears the keys that are pressed within a part of the page; every one of them has a visible control of its own.
 */

import { type RefObject, useEffect, useRef } from 'react'

export function useKeys(part: RefObject<HTMLElement | null>, pressed: (event: KeyboardEvent) => void): void {
  const latest = useRef(pressed)
  latest.current = pressed
  useEffect(() => {
    const element = part.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) latest.current(event)
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [part])
}
