/**
 * The tables of registration as queries see them.
 */

import type {
  ApplicationDraft,
  ApplicationEvent,
  AttachedPaper,
  DecisionFacts,
  DecisionTrace,
  HostAnswerState,
  LicenceDocument,
  SeatState,
  SigningDocument,
  StageName,
} from '@guanjia/core/registration'
import type { Generated, JSONColumnType, Kysely, Selectable, Updateable } from 'kysely'
import type { AccessTables } from '../access/index.ts'
import type { Database, PlatformTables } from '../platform/database/database.ts'
import type { CorrectionWish } from './afterwards/corrected-field.ts'
import type { LicenceTables } from './licence/licence-store.ts'

/** Why the receivers are told. */
export type PushOccasion = 'set-up' | 'correction' | 'revocation'

/** A JSON column that may be empty; written as text like all of them, since the driver would take a list for an array. */
type MaybeJson<T extends object> = JSONColumnType<T | null, string | null, string | null>

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type RegistrationTables = {
  registration_application: {
    id: string
    number: string
    owner_id: string
    kind: 'LLC' | 'IND'
    stage: Generated<StageName>
    version: Generated<number>
    answers: JSONColumnType<ApplicationDraft>
    /** files handed in */
    papers: JSONColumnType<readonly AttachedPaper[], string | undefined>
    human_acts: Generated<number>
    documents_digest: string | null
    pledged_at: Date | null
    officer: string | null
    accepted_at: Date | null
    due_at: Date | null
    due_because: MaybeJson<string[]>
    reasons: MaybeJson<object>
    referral_trace: MaybeJson<DecisionTrace>
    decision_id: string | null
    decided_at: Date | null
    revocation_proposed_by: string | null
    revocation_reason: string | null
    address_filed_at: Date | null
    /** code of the seat that was filed */
    address_filed_seat: string | null
    contact_name: string | null
    contact_phone: string | null
    expiry_noticed_at: Date | null
    overdue_noticed_at: Date | null
    created_at: Date
    updated_at: Date
  }
  registration_signature: {
    application_id: string
    party_id: string
    person_id: string
    duties: string[]
    token_hash: string
    link_salt: string | null
    documents_digest: string
    requested_at: Date
    expires_at: Date
    identified_at: Date | null
    signed_at: Date | null
    key_id: string | null
    public_key: Buffer | null
    signature: Buffer | null
  }
  registration_signing_paper: {
    application_id: string
    documents_digest: string
    /** from 0, in the order of the set */
    place: number
    kind: SigningDocument['kind']
    canonical: string
    digest: string
  }
  registration_event: {
    application_id: string
    sequence: Generated<number>
    type: string
    body: JSONColumnType<ApplicationEvent>
    principal: string
    at: Date
  }
  registration_paper_reading: {
    application_id: string
    digest: string
    officer: string
    opened_at: Date
  }
  registration_name: {
    same_key: string
    name: string
    application_id: string | null
    unified_code: string | null
    state: 'reserved' | 'registered' | 'cancelled' | 'renamed' | 'revoked'
    until: string | null
    since: Date
  }
  registration_name_change: {
    id: Generated<number>
    added: string | null
    until: string | null
    removed: string | null
    at_transaction: Generated<string>
  }
  registration_seat: {
    code: string
    carrier: string
    room: string
    state: SeatState
    application_id: string | null
    until: Date | null
    changed_at: Date
  }
  registration_seat_event: {
    id: Generated<number>
    code: string
    application_id: string | null
    state: SeatState
    at: Date
  }
  registration_host_confirmation: {
    application_id: string
    seat_code: string
    host_name: string
    host_code: string
    link_salt: string
    token_hash: string
    state: Generated<HostAnswerState>
    asked_at: Date
    /** name given by whoever answered for the host */
    answered_by: string | null
    reason: string | null
    answered_at: Date | null
  }
  registration_correction_host: {
    correction_id: string
    seat_code: string
    host_name: string
    host_code: string
    link_salt: string
    token_hash: string
    state: Generated<HostAnswerState>
    asked_at: Date
    due_at: Date
    /** name given by whoever answered for the host */
    answered_by: string | null
    reason: string | null
    answered_at: Date | null
  }
  registration_decision: {
    id: string
    application_id: string
    outcome: 'approved' | 'refused'
    fully_auto: boolean
    officer: string | null
    rule_version: string
    rules_digest: string | null
    trace: JSONColumnType<DecisionTrace>
    facts: JSONColumnType<DecisionFacts>
    reason: string | null
    decided_at: Date
  }
  registration_rules: {
    digest: string
    version: string
    rules: JSONColumnType<object>
    kept_at: Generated<Date>
  }
  registration_record: { decision_id: string; step: string; outcome: string; by: string; at: Date }
  market_entity: {
    unified_code: string
    kind: string
    is_enterprise: boolean
    established_on: string
    electronic: boolean
    fully_auto: boolean
    application_id: string | null
    recorded_at: Date
  }
  market_entity_version: {
    id: Generated<number>
    unified_code: string
    status: 'registered' | 'cancelled' | 'revoked'
    name: string | null
    /** the facts of the licence; for entities taken over from elsewhere nothing of them */
    document: JSONColumnType<LicenceDocument | object>
    valid_from: string
    valid_to: string | null
    recorded_from: Date
    recorded_to: Date | null
    decision_id: string | null
  }
  registration_correction: {
    id: string
    application_id: string
    wish: JSONColumnType<CorrectionWish>
    reason: string
    proposed_by: string
    proposed_at: Date
    state: Generated<'proposed' | 'confirmed' | 'rejected' | 'ended'>
    settled_by: string | null
    settled_at: Date | null
    settled_reason: string | null
  }
  registration_push: {
    id: string
    application_id: string
    unified_code: string
    receiver: string
    occasion: Generated<PushOccasion>
    licence_number: string | null
    state: 'waiting' | 'delivered'
    attempts: Generated<number>
    last_error: string | null
    receipt: MaybeJson<object>
    created_at: Date
    delivered_at: Date | null
  }
}

/** The database, or a transaction on it, with the tables registration works with. */
export type RegistrationDatabase = Kysely<PlatformTables & RegistrationTables & AccessTables & LicenceTables>

/** Widens a database or a transaction to the tables of this room. */
export function registrationTables(database: Database): RegistrationDatabase {
  return database.withTables<RegistrationTables & AccessTables & LicenceTables>()
}

/** A row of an application. */
export type ApplicationRow = Readonly<Selectable<RegistrationTables['registration_application']>>

/** What an update of an application may write. */
export type ApplicationUpdate = Updateable<RegistrationTables['registration_application']>
