/**
 * Matters of tolerance, clearing and false accusation on their page.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** A matter as the API gives it. */
export type ConductShown = CallOutput<'GET /api/supervision/conduct'>['matters'][number]

/** One of the three procedures. */
export type ConductKindShown = ConductShown['kind']

/** What was found out, as it is sent. */
export type ExaminationShown = NonNullable<ConductShown['examination']>
