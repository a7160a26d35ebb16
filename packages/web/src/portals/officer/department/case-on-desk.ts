/**
 * A case as the desk of a department sees it, and what the forms of acts are given.
 */

import type { CallOutput } from '../../../api/call.ts'

/** A case as the desk sees it. */
export type CaseOnDesk = CallOutput<'GET /api/cases/:id'>

/** What every form of an act is given. */
export interface ActProps {
  readonly subject: CaseOnDesk
  readonly again: () => void
  readonly authorityName: (id: string) => string
}
