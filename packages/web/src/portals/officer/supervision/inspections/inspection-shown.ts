/**
 * Inspections as the API gives them.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** Inspections in a list, and what one may be opened with. */
export type InspectionListing = CallOutput<'GET /api/supervision/inspections'>

/** One inspection in a list. */
export type InspectionRow = InspectionListing['inspections'][number]

/** One inspection whole. */
export type InspectionShown = CallOutput<'GET /api/supervision/inspections/:id'>
