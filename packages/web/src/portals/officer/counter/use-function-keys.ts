/**
 * The keys of the counter: what they do stands on the buttons too.
 */

import { useEffect, useRef } from 'react'

/** What a key does; `Ctrl+P` prints. */
export type FunctionKeys = Readonly<Partial<Record<'F2' | 'F4' | 'F8' | 'F9' | 'Ctrl+P', () => void>>>

export function useFunctionKeys(keys: FunctionKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p'
      const name = isPrint ? 'Ctrl+P' : event.key
      const act = latest.current[name as keyof FunctionKeys]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
