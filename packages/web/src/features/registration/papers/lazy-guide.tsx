/**
 * The list of papers, loaded behind the first page: most people never open it.
 */

import { lazy, Suspense } from 'react'

const Guide = lazy(async () => ({ default: (await import('./paper-guide.tsx')).PaperGuide }))

export function PaperGuide() {
  return (
    <Suspense fallback={null}>
      <Guide />
    </Suspense>
  )
}
