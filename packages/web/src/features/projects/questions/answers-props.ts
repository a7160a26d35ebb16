/**
 * What every form of answer is given.
 */

import type { FieldFaultText } from '../../../ui/field.tsx'
import type { Facts, Question } from './question-order.ts'

export interface AnswersProps {
  readonly question: Question
  readonly busy: boolean
  readonly answer: (facts: Facts) => void
  /** what stands in the way; shown on top of the page */
  readonly fail: (faults: readonly FieldFaultText[]) => void
  readonly faults: readonly FieldFaultText[]
}
