/**
 * All faults of a page together, on top, in the words that stand at the fields; it takes the focus when it appears.
 */

import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../page.tsx'
import type { FieldFaultText } from './field.tsx'

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
              <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
                {text}
              </a>
            ) : (
              <Link href={href}>{text}</Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusField(event: { preventDefault: () => void }, field: string): void {
  const target = document.getElementById(field)
  if (target === null) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}
