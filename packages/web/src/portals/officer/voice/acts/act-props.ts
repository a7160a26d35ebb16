/**
 * What every form of an act is given.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** The issue, what there is to choose from, and how to look again. */
export interface IssueActProps {
  readonly issue: CallOutput<'GET /api/voice/issues/:id'>
  readonly choices: CallOutput<'GET /api/voice/choices'>
  readonly again: () => void
}
