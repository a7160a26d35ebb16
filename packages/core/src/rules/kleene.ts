/**
 * The steps that join truths, in Kleene's logic, and keep the reasons that decided.
 *
 * Source: S. C. Kleene, "Introduction to Metamathematics", 1952, §64 (strong tables).
 */

import type { Step } from './frame.ts'
import { denied, same } from './values/comparison.ts'
import { asTruth } from './values/function-table.ts'

/** Kleene's `and` (decided by false) or `or` (decided by true); reasons that did not decide are taken back. */
export function junction(operands: readonly Step[], decisive: boolean): Step {
  return (frame) => {
    const { reasons } = frame
    const start = reasons.length
    let unknown = false
    for (const operand of operands) {
      const before = reasons.length
      const truth = asTruth(operand(frame))
      if (truth === decisive) {
        if (before > start) reasons.splice(start, before - start)
        return decisive
      }
      if (truth === null) {
        if (!unknown && before > start) reasons.splice(start, before - start)
        unknown = true
      } else if (unknown) reasons.length = before
    }
    return unknown ? null : !decisive
  }
}

/** Kleene's `not`. */
export function denial(operand: Step): Step {
  return (frame) => denied(asTruth(operand(frame)))
}

/** A condition that is not known leaves the answer known only where both branches agree. */
export function choice(condition: Step, yes: Step, no: Step): Step {
  return (frame) => {
    const truth = asTruth(condition(frame))
    if (truth !== null) return truth ? yes(frame) : no(frame)
    const before = frame.reasons.length
    const [a, b] = [yes(frame), no(frame)]
    const agreed = a !== null && b !== null && same(a, b) === true
    if (!agreed) frame.reasons.length = before
    return agreed ? a : null
  }
}
