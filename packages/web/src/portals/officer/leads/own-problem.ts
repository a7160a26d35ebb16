/**
 * What this browser found by itself, in the form of a refusal.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import type { Called } from '../../../api/call.ts'

interface Words {
  readonly title: string
  readonly detail: string
}

/** A refusal that no server sent. */
export function ownProblem(words: Words): ProblemDocument {
  return { type: '/problems/here', status: 0, code: 'here', correlationId: '', ...words }
}

/** A call that this browser refuses before it is made. */
export function refusedHere(words: Words): Extract<Called<never>, { readonly ok: false }> {
  return { ok: false, problem: ownProblem(words) }
}
