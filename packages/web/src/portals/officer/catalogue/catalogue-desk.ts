/**
 * What the desk of the catalogue is read as: the versions, the services, the draft.
 */

import type { CallOutput } from '../../../api/call.ts'

/** The desk. */
export type CatalogueDesk = CallOutput<'GET /api/catalogue/draft'>
