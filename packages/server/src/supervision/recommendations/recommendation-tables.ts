/**
 * The table of recommendations as queries see it.
 */

import type { RecommendationKind, RecommendationState, Stance } from '@guanjia/core/supervision'
import type { Generated } from 'kysely'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type RecommendationTables = {
  recommendation: {
    id: string
    number: string
    kind: RecommendationKind
    unit: string
    problem: string
    basis: string
    advice: string
    state: RecommendationState
    drafted_by: string
    drafted_at: Date
    issued_by: string | null
    issued_at: Date | null
    reply_by: string | null
    received_by: string | null
    received_at: Date | null
    stance: Stance | null
    reply: string | null
    reason: string | null
    refused_without_reason: Generated<boolean>
    replied_by: string | null
    replied_on: string | null
    finding: string | null
    verified_by: string | null
    verified_at: Date | null
    escalated_at: Date | null
  }
}
