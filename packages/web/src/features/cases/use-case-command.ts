/**
 * Commands on a case from the screen: over the version that was read, with the refusal in its own words where there is one.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type Called, type CallOutput } from '../../api/call.ts'

type Moved = CallOutput<'POST /api/cases/:id/submission'>

interface CaseCommand {
  readonly problem: ProblemDocument | undefined
  readonly isRunning: boolean
  /** gives what the command left of the case, undefined where it was refused */
  readonly run: (send: () => Promise<Called<Moved>>) => Promise<Moved | undefined>
}

export function useCaseCommand(): CaseCommand {
  const [problem, setProblem] = useState<ProblemDocument>()
  const [isRunning, setRunning] = useState(false)
  return {
    problem,
    isRunning,
    run: async (send) => {
      setRunning(true)
      setProblem(undefined)
      const answer = await send()
      setRunning(false)
      if (answer.ok) return answer.value
      setProblem(answer.problem)
      return undefined
    },
  }
}
