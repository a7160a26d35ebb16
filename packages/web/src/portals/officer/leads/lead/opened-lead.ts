/**
 * A lead as it was handed to its handler, what can be chosen, and what is done with it.
 */

import type { CallInput, CallOutput } from '../../../../api/call.ts'
import type { CaseAct } from '../../case-parts/use-case-act.ts'

/** A lead that was opened: cipher texts and codes. */
export type OpenedLead = CallOutput<'POST /api/leads/:id/opening'>

/** What can be chosen. */
export type Choices = CallOutput<'GET /api/leads/choices'>

/** What a handler does with a lead. */
export type LeadAct = CallInput<'POST /api/leads/:id/acts'>['body']

/** What the forms of the handling are handed. */
export interface Doing {
  readonly act: CaseAct
  readonly run: (body: LeadAct) => void
}
