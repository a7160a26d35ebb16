/**
 * An act that is being done: busy meanwhile; a refusal stays to be read, and what was written stays written.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import type { Called } from '../../../api/call.ts'

/** An act that waits, was refused, or was done. */
export interface CaseAct {
  readonly busy: boolean
  readonly refusal: ProblemDocument | undefined
  /** does it; undefined where it was refused */
  readonly run: <T>(act: () => Promise<Called<T>>) => Promise<T | undefined>
}

export function useCaseAct(): CaseAct {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ProblemDocument>()
  return {
    busy,
    refusal,
    run: async (act) => {
      setBusy(true)
      const answer = await act()
      setBusy(false)
      setRefusal(answer.ok ? undefined : answer.problem)
      return answer.ok ? answer.value : undefined
    },
  }
}
