/**
 * Tasks on their pages.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** The ledger as the API gives it. */
export type TaskLedger = CallOutput<'GET /api/supervision/tasks'>

/** A task as the API gives it. */
export type TaskShown = CallOutput<'GET /api/supervision/tasks/:id'>
