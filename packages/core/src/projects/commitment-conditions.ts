/**
 * Whether a commitment may be signed now: every guard answered, by what is known, by a register, or by whoever signs.
 */

import type { Commitment, Guard } from '../catalogue/index.ts'
import { accept, type Result, refuse } from '../kernel/index.ts'
import { evaluate, type Facts } from '../rules/index.ts'

/** How a condition stands. */
export interface ConditionState {
  readonly guard: Guard
  readonly state: 'met' | 'open' | 'unmet'
  /** the attribute a signer may state to be true; null where the answer is not theirs to give */
  readonly confirm: string | null
}

/** Attributes that a register answers: nobody states them of themselves. */
const registered = new Set(['credit.standing'])

/** The conditions of a commitment on these facts, the standing of whoever signs among them. */
export function conditionsOf({ guards }: Commitment, facts: Facts): readonly ConditionState[] {
  return guards.map((guard) => {
    const { value } = evaluate(guard.when, facts)
    const state = value === true ? 'met' : value === false ? 'unmet' : 'open'
    return { guard, state, confirm: confirmable(guard) }
  })
}

/** A condition that is one attribute and nothing else can be stated; anything else has to be known. */
function confirmable({ when }: Guard): string | null {
  const isPlain = /^[A-Za-z][\w.]*$/.test(when.text)
  return isPlain && !registered.has(when.text) ? when.text : null
}

/** Why a commitment may not be signed. */
export type ConditionRefusal =
  | 'commitment-excluded'
  | 'commitment-condition-open'
  | 'commitment-not-applicable'

/**
 * Refuses with `commitment-excluded` where the credit register speaks against it, `commitment-not-applicable` where a
 * condition is not met, `commitment-condition-open` where one is neither known nor stated: a prerequisite is replaced by a
 * weaker one, never by nothing.
 */
export function checkConditions(
  commitments: readonly Commitment[],
  facts: Facts,
  standing: string,
): Result<undefined, ConditionRefusal> {
  const known = { ...facts, 'credit.standing': standing }
  for (const commitment of commitments)
    for (const { guard, state } of conditionsOf(commitment, known)) {
      if (state === 'met') continue
      const because = { commitment: commitment.id, condition: guard.sentence['zh-CN'] ?? guard.when.text }
      if (state === 'open') return refuse('commitment-condition-open', because)
      const isCredit = guard.when.text.includes('credit.standing')
      return refuse(isCredit ? 'commitment-excluded' : 'commitment-not-applicable', because)
    }
  return accept(undefined)
}
