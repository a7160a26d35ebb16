/**
 * Captures a paper with the document camera, or takes a file; on a computer without a camera it is a choice of files.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useRef, useState } from 'react'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { uploadCapture } from './upload-capture.ts'

interface CaptureButtonProps {
  readonly caseId: string
  readonly requirement: string
  readonly paper: string
  readonly onCaptured: () => void
  readonly onRefused: (problem: ProblemDocument) => void
}

export function CaptureButton({ caseId, requirement, paper, onCaptured, onRefused }: CaptureButtonProps) {
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  async function take(file: File | undefined) {
    if (file === undefined) return
    setBusy(true)
    const answer = await uploadCapture({ caseId, requirement, title: paper, file })
    setBusy(false)
    if (answer.ok) onCaptured()
    else onRefused(answer.problem)
  }
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept="image/png,image/jpeg,application/pdf"
        capture="environment"
        aria-label={texts.captureFor(paper)}
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      <BusyButton
        size="small"
        busy={busy}
        className="capture"
        aria-label={texts.captureFor(paper)}
        onClick={() => field.current?.click()}
      >
        {texts.capture}
      </BusyButton>
    </>
  )
}
