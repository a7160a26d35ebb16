/**
 * The tables of campaigns as queries see them.
 */

import type { FindingAct, FindingState } from '@guanjia/core/supervision'
import type { Generated } from 'kysely'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type CampaignTables = {
  campaign: {
    id: string
    number: string
    subject: string
    scope: string
    from_day: string
    until_day: string
    opened_by: string
    opened_at: Date
    concluded_by: string | null
    concluded_at: Date | null
    conclusion: string | null
  }
  campaign_finding: {
    id: string
    campaign_id: string
    unit: string
    words: string
    rectify_by: string
    state: FindingState
    recorded_by: string
    recorded_at: Date
  }
  campaign_finding_entry: {
    id: Generated<string>
    finding_id: string
    act: FindingAct['do']
    passed: boolean | null
    words: string
    by_person: string
    at: Date
  }
}
