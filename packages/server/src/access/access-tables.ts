/**
 * The tables of people, duties and sessions as queries see them.
 */

import type { Assurance, Role } from '@guanjia/core/access'
import type { Generated, Kysely } from 'kysely'
import type { PlatformTables } from '../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type AccessTables = {
  person: { id: string; name: string; created_at: Generated<Date> }
  identity_binding: { issuer: string; subject: string; person_id: string; bound_at: Generated<Date> }
  person_identity: { person_id: string; identity_number: string; phone: string | null }
  staff_account: {
    person_id: string
    username: string
    password_hash: string
    /** sealed */
    one_time_secret: string
    failed_attempts: Generated<number>
    locked_until: Date | null
    last_code_step: Generated<number>
    password_to_change: Generated<boolean>
    /** id of the partner organisation; null for our own staff */
    partner: string | null
  }
  role_grant: {
    id: string
    person_id: string
    role: Role
    proposed_by: string | null
    proposed_at: Generated<Date>
    confirmed_by: string | null
    confirmed_at: Date | null
    revoked_by: string | null
    revoked_at: Date | null
  }
  organisation_membership: {
    person_id: string
    organisation_code: string
    position: 'legal-representative' | 'staff'
    since: Generated<Date>
    ended_at: Date | null
  }
  authority_membership: {
    person_id: string
    authority: string
    since: Generated<Date>
    ended_at: Date | null
  }
  delegation: {
    id: string
    from_person: string
    to_person: string
    scope: string[]
    until: Date
    given_at: Generated<Date>
    ended_at: Date | null
  }
  session: {
    token_hash: Buffer
    person_id: string
    assurance: Assurance
    opened_at: Date
    last_seen_at: Date
    expires_at: Date
    closed_at: Date | null
  }
}

/** The database, or a transaction on it, with the tables of this room. */
export type AccessDatabase = Kysely<PlatformTables & AccessTables>
