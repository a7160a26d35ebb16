/**
 * What else somebody may want who comes to the counter about a case: bring what it still lacks, prove a promise, take it back.
 */

import type { AttachedEvidence } from '../../case-parts/evidence-viewer.tsx'
import { type CaseAtCounter, hasEnded } from '../case-at-counter.ts'
import { PapersToCome } from './papers-to-come.tsx'
import { PromisesToKeep } from './promises-to-keep.tsx'
import { Withdrawal } from './withdrawal.tsx'

interface VisitProps {
  readonly subject: CaseAtCounter
  readonly attached: readonly AttachedEvidence[]
  readonly onCaptured: () => void
  readonly again: () => void
}

export function Visit({ subject, attached, onCaptured, again }: VisitProps) {
  const isRunning = !hasEnded(subject)
  return (
    <>
      {isRunning && subject.acceptedFrom !== null && <PapersToCome subject={subject} again={again} />}
      <PromisesToKeep subject={subject} attached={attached} onCaptured={onCaptured} again={again} />
      {isRunning && <Withdrawal subject={subject} again={again} />}
    </>
  )
}
