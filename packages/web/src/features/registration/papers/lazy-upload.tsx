/**
 * The upload, loaded when a paper is asked for: most set-ups need none.
 */

import { lazy, Suspense } from 'react'
import type { PaperUploadProps } from './paper-upload.tsx'

const Upload = lazy(async () => ({ default: (await import('./paper-upload.tsx')).PaperUpload }))

export function PaperUpload(props: PaperUploadProps) {
  return (
    <Suspense fallback={null}>
      <Upload {...props} />
    </Suspense>
  )
}
