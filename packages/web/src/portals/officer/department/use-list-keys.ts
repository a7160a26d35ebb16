/**
 * j and k go through the cases, Enter opens the one in focus as any link does, x chooses it.
 */

import { useEffect } from 'react'

const writing = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

export function useListKeys(): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const { key, target } = event
      const isWriting = target instanceof Element && target.matches(writing)
      if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return
      if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1)
      if (key === 'x') chooseFocused()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function move(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a.case-link')]
  const row = document.activeElement?.closest('tr')
  const at = links.findIndex((link) => link.closest('tr') === row)
  const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))
  links[next]?.focus()
}

function chooseFocused(): void {
  document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
}
