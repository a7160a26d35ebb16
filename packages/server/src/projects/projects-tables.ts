/**
 * The tables of projects and stewards as queries see them.
 */

import type { CommitmentLetter, ContactChannel, StewardDuty } from '@guanjia/core/projects'
import type { Generated, Kysely } from 'kysely'
import type { Database, PlatformTables } from '../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type ProjectsTables = {
  project: {
    id: string
    number: string
    name: string
    kind: string
    owner_id: string
    facts: Record<string, unknown>
    facts_at: Date | null
    facts_version: Generated<number>
    facts_changed: Generated<Record<string, number>>
    facts_awaiting: Generated<Record<string, string>>
    state: 'active' | 'ended'
    created_at: Date
    steward_due_at: Date
    ended_at: Date | null
  }
  project_plan: {
    project_id: string
    version: number
    catalogue: number
    facts: Record<string, unknown>
    signed: string[]
    durations: Record<string, number>
    start_on: string
    plan: Record<string, unknown>
    change: Record<string, unknown>
    diff: Record<string, unknown> | null
    made_at: Date
    made_by: string | null
  }
  project_letter: {
    id: string
    project_id: string
    document: CommitmentLetter
    digest: string
    signed_by: string
    signed_at: Date
    key_id: string
    public_key: Buffer
    signature: Buffer
  }
  project_commitment: {
    project_id: string
    commitment: string
    letter_id: string
    signed_at: Date
    withdrawn_at: Date | null
  }
  project_step_case: {
    case_id: string
    project_id: string
    service: string
    linked_at: Date
    closed_at: Date | null
  }
  project_step_actual: {
    project_id: string
    step: string
    started_on: string
    finished_on: string | null
    expected_on: string | null
    case_id: string | null
    reported_by: string | null
    recorded_at: Date
    told_late_on: string | null
  }
  steward_specialty: {
    person_id: string
    kind: string
  }
  steward_leave: {
    steward_id: string
    from_on: string
    to_on: string
  }
  stewardship: {
    id: string
    project_id: string
    steward_id: string
    duty: StewardDuty
    from_at: Date
    to_at: Generated<Date | null>
    reason: string
  }
  project_contact: {
    id: string
    project_id: string
    channel: ContactChannel
    by: 'steward' | 'applicant'
    person_id: string
    at: Date
    recorded_at: Date
    text: string
    place: string | null
    latitude: string | null
    longitude: string | null
    checked: string[]
    response_due_at: Date | null
    case_id: string | null
  }
}

/** The database, or a transaction on it, with the tables of this room. */
export type ProjectsDatabase = Kysely<PlatformTables & ProjectsTables>

/** Widens a database or a transaction to the tables of this room. */
export function projectsTables(database: Database): ProjectsDatabase {
  return database.withTables<ProjectsTables>()
}
