/**
 * What stands where content is on its way, or did not come: the problem's own words and one way on.
 */

import type { ReactNode } from 'react'
import type { Reading } from '../api/use-api.ts'
import { useTexts } from '../page.tsx'

interface AwaitedProps<T> {
  readonly reading: Reading<T>
  readonly children: (value: T) => ReactNode
}

export function Awaited<T>({ reading, children }: AwaitedProps<T>) {
  const texts = useTexts()
  if (reading.state === 'ready') return children(reading.value)
  if (reading.state === 'loading') return <p role="status">{texts.site.loading}</p>
  const { problem, again } = reading
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{problem.title}</strong>
      </p>
      <p>{problem.detail}</p>
      {problem.status === 401 ? (
        <a className="button" href={signInAddress()}>
          {texts.site.signIn}
        </a>
      ) : (
        <button className="button quiet" type="button" onClick={again}>
          {texts.site.retry}
        </button>
      )}
    </div>
  )
}

/** Where to sign in so as to come back to this page. */
export function signInAddress(): string {
  const here = typeof window === 'undefined' ? '/' : window.location.pathname + window.location.search
  return here.startsWith('/work') ? '/work/login' : `/api/session/login?to=${encodeURIComponent(here)}`
}
