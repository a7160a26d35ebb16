/**
 * The tables of supervision as queries see them.
 */

import type { Light, LightReason, OrderLevel, OrderReason, OrderState } from '@guanjia/core/supervision'
import type { Generated, JSONColumnType, Kysely } from 'kysely'
import type { Database, PlatformTables } from '../platform/database/database.ts'
import type { BulletinTables } from './bulletins/bulletin-tables.ts'
import type { CampaignTables } from './campaigns/campaign-tables.ts'
import type { ConductTables } from './conduct/conduct-tables.ts'
import type { ConsultationTables } from './consultations/consultation-tables.ts'
import type { ExchangeTables } from './exchange/exchange-tables.ts'
import type { InspectionTables } from './inspections/inspection-tables.ts'
import type { LateCause } from './lights-content.ts'
import type { LinkTables } from './links/link-tables.ts'
import type { RecommendationTables } from './recommendations/recommendation-tables.ts'
import type { TaskTables } from './tasks/task-tables.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type SupervisionTables = {
  supervised_project: {
    id: string
    number: string
    name: string
    company: string
    sector: string
    park: string
    unit: string
    land_square_metres: string
    land_contract: string | null
    rule: string
    project_id: string | null
    enrolled_by: 'signing' | 'land-supply'
    enrolled_at: Date
  }
  supervised_plan: {
    id: string
    supervised_id: string
    node: string
    on_day: string
    decided_on: string | null
    document: string
    recorded_by: string | null
    recorded_at: Date
  }
  supervised_done: {
    supervised_id: string
    node: string
    on_day: string
    recorded_on: string
    document: string
    recorded_by: string | null
    recorded_at: Date
  }
  supervised_pause: {
    id: string
    supervised_id: string
    node: string
    from_day: string
    until_day: string | null
    document: string
    asked_by: string
    asked_at: Date
    answered_by: string | null
    answered_on: string | null
    consented: boolean | null
    reason: string | null
  }
  supervised_progress: {
    supervised_id: string
    node: string
    on_day: string
    planned: string
    actual: string
    recorded_by: string
    recorded_at: Date
  }
  supervised_cause: {
    id: string
    supervised_id: string
    node: string
    cause: LateCause
    note: string
    named_by: string
    named_at: Date
  }
  light_change: {
    id: Generated<string>
    supervised_id: string
    node: string
    on_day: string
    before: Light | null
    after: Light
    because: JSONColumnType<readonly LightReason[]>
    at: Date
  }
  supervision_order: {
    id: string
    number: string
    supervised_id: string
    node: string
    level: OrderLevel
    state: OrderState
    reason: Generated<OrderReason>
    follows_id: string | null
    sentence: string
    words: string
    drafted_at: Date
    issue_by: Date
    issued_by: string | null
    issued_at: Date | null
    answer_by: string | null
    read_at: Date | null
    answer: string | null
    answered_by: string | null
    answered_at: Date | null
    closed_by: string | null
    closed_at: Date | null
    finding: string | null
  }
  lead_suggestion: {
    supervised_id: string
    node: string
    suggested_at: Date
    decision: 'lead' | 'none' | null
    reason: string | null
    decided_by: string | null
    decided_at: Date | null
  }
  light_statement: {
    id: Generated<string>
    supervised_id: string
    node: string
    light: 'amber' | 'red'
    unit: string
    words: string
    by_person: string
    at: Date
  }
  light_month: {
    month: string
    supervised_id: string
    node: string
    light: Light
    sentence: string
    statement: string | null
    frozen_at: Date
  }
  land_supply: {
    contract: string
    project: string
    company: string
    sector: string
    park: string
    use: string
    square_metres: string
    supplied_on: string
    start_by: string | null
    complete_by: string | null
  }
}

type AllTables = SupervisionTables &
  LinkTables &
  CampaignTables &
  ConsultationTables &
  ExchangeTables &
  InspectionTables &
  TaskTables &
  RecommendationTables &
  ConductTables &
  BulletinTables

/** The database, or a transaction on it, with the tables of this room. */
export type SupervisionDatabase = Kysely<PlatformTables & AllTables>

/** Widens a database or a transaction to the tables of this room. */
export function supervisionTables(database: Database): SupervisionDatabase {
  return database.withTables<AllTables>()
}
