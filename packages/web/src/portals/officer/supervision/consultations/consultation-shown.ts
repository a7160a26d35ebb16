/**
 * Consultations as the API gives them.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** The list with what one may be convened with. */
export type ConsultationListing = CallOutput<'GET /api/supervision/consultations'>

/** One in the list. */
export type ConsultationRow = ConsultationListing['consultations'][number]

/** One whole. */
export type ConsultationShown = CallOutput<'GET /api/supervision/consultations/:id'>
