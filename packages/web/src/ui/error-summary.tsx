/**
 * All faults of a page together, on top, in the words that stand at the fields; it takes the focus when it appears.
 */

import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../page.tsx'
import type { FieldFaultText } from './field.tsx'
import { Words } from './words.tsx'

interface ErrorSummaryProps {
  readonly faults: readonly FieldFaultText[]
  /** changes with every attempt, so that the same faults take the focus again */
  readonly attempt: number
}

export function ErrorSummary({ faults, attempt }: ErrorSummaryProps) {
  const texts = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0) box.current?.focus()
  }, [attempt, faults.length])
  if (faults.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{texts.flow.problems}</h2>
      <ul>
        {faults.map(({ field, text, href }) => (
          <li key={`${field} ${text}`}>
            {href === undefined ? (
              <a href={`#${field}`} onClick={(event) => followToField(event, field)}>
                <Words>{text}</Words>
              </a>
            ) : (
              <Link href={href}>
                <Words>{text}</Words>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function followToField(event: { preventDefault: () => void }, field: string): void {
  if (focusField(field)) event.preventDefault()
}

const focusable = 'input, select, textarea, button, [tabindex]'

/**
 * Puts the focus where a fault is mended: the field itself, the nearest around it that is on the page (the fault of
 * `posts.directors.0` is mended at `posts.directors`), or the first of its section. False where there is none.
 */
export function focusField(field: string): boolean {
  const parts = field.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(parts.slice(0, length).join('.'))
    const target = found?.matches(focusable) ? found : found?.querySelector<HTMLElement>(focusable)
    if (target) return bring(target)
  }
  const inside = document.querySelector<HTMLElement>(`[id^="${CSS.escape(parts[0] ?? '')}."]`)
  return inside !== null && bring(inside)
}

function bring(target: HTMLElement): true {
  target.focus()
  target.scrollIntoView({ block: 'center' })
  return true
}
