/**
 * The exchange as the API gives it.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** The desk. */
export type DeskShown = CallOutput<'GET /api/supervision/exchange'>

/** What stands in a package. */
export type ContentShown = CallOutput<'GET /api/supervision/exchange/packages/:id'>['content']
