/**
 * Sending an act, and keeping what was refused or done.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import type { Called } from '../../../api/call.ts'

export function useSending() {
  const [problem, setProblem] = useState<ProblemDocument>()
  const [done, setDone] = useState<string>()
  async function send<T>(sending: Promise<Called<T>>, say: (value: T) => string): Promise<boolean> {
    const answer = await sending
    setProblem(answer.ok ? undefined : answer.problem)
    setDone(answer.ok ? say(answer.value) : undefined)
    return answer.ok
  }
  return { problem, done, send }
}
