/**
 * The schema of leads as the desk sees it; see migrations 0230, 0235 and 0370 for what the tables mean.
 */

import type { LeadOrigin, PassphraseLock } from '@guanjia/core/leads'
import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely'
import type { LeadTables } from '../../store/lead-tables.ts'
import type { DeskLeaf } from './desk-leaf.ts'

type Filed = LeadTables['leads.lead']

/** A private key as it is stored: under the passphrase of its owner, and under the code of its sheet. */
export interface StoredLocks {
  readonly lock: PassphraseLock
  readonly recovery: string
}

interface DeskLead
  extends Omit<Filed, 'receipt_hash' | 'reporter_key_id' | 'reporter_public_key' | 'reporter_wrapped_key'> {
  receipt_hash: Buffer | null
  reporter_key_id: string | null
  reporter_public_key: string | null
  reporter_wrapped_key: string | null
  origin: Generated<LeadOrigin>
  follows: string | null
}

interface DeskKey extends Omit<LeadTables['leads.reader_key'], 'wrapped_private'> {
  wrapped_private: JSONColumnType<StoredLocks>
}

/** The tables. */
export interface DeskTables extends Omit<LeadTables, 'leads.lead' | 'leads.reader_key'> {
  'leads.lead': DeskLead
  'leads.reader_key': DeskKey
  'leads.sheet': { key_id: string; taken_by: string; taken_on: string }
  'leads.opening': {
    id: string
    lead_id: string
    by: string
    purpose: string
    reference: string
    opened_on: string
  }
  'leads.hand_over': {
    id: string
    from_holder: string
    to_key: string
    proposed_on: string
    confirmed_by: string | null
    confirmed_on: string | null
    left_out: Generated<number>
    left_out_reason: string | null
  }
  'leads.hand_over_wrap': { hand_over_id: string; envelope_id: string; sealed: string }
  'leads.hand_over_share': { hand_over_id: string; lead_id: string; sealed: string }
  'leads.identity_request': {
    id: string
    lead_id: string
    asked_by: string
    asker_key: string
    reason: string
    asked_on: string
    answered_by: string | null
    answered_on: string | null
    share: string | null
    open_until: string | null
  }
  'leads.owed_leaf': {
    id: string
    leaves: ColumnType<readonly DeskLeaf[], string, never>
    owed_on: string
  }
  'leads.suggestion': {
    supervised_id: string
    node: string
    project: string
    decided_on: string
    taken_as: string | null
  }
}

/** Queries of the desk, over the schema of leads alone. */
export type DeskDatabase = Kysely<DeskTables>
