/**
 * Campaigns as the API gives them.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** The tree of campaigns. */
export type CampaignTree = CallOutput<'GET /api/supervision/campaigns'>

/** One run of a campaign. */
export type CampaignRunShown = CampaignTree['areas'][number]['campaigns'][number]['runs'][number]
