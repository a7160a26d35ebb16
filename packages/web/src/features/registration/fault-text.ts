/**
 * What is wrong with an answer as a sentence; of a paper that is missing it names the paper.
 */

import type { Application } from '@guanjia/contract/registration'
import { useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'

interface Fault {
  readonly field: string
  readonly code: string
}

/** Writes a fault; `papers` are those that the answers ask for. */
export function useFaultText(): (fault: Fault, papers: Application['papers']) => string {
  const { faults } = useRegistrationTexts()
  const { join } = useTexts()
  return ({ field, code }, papers) => {
    const sentence = faults[code] ?? faults['unanswered'] ?? code
    const paper = papers.find((asked) => field === `papers.${asked.paper}`)
    return paper === undefined ? sentence : join.labelled(paper.name, sentence)
  }
}
