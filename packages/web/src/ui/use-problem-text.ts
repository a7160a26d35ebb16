/**
 * A refusal of the server as one line, in the reader's language.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useTexts } from '../page.tsx'

export function useProblemText(): (problem: ProblemDocument) => string {
  const { join } = useTexts()
  return ({ title, detail }) => join.sentence(title, detail)
}
