import type { Generated, JSONColumnType } from 'kysely'

/** The tables of the schema `leads`; see migration 0230 for what they mean. */
export interface LeadTables {
  'leads.reader_key': {
    key_id: string
    office: 'handler' | 'keeper'
    holder: string
    belongs_to: string[]
    public_key: string
    wrapped_private: JSONColumnType<Record<string, unknown>>
    state: Generated<'proposed' | 'current' | 'retired'>
    made_on: string
    retired_on: string | null
  }
  'leads.lead': {
    id: string
    kind: 'anonymous' | 'real-name'
    about: string
    sealed_by: 'browser' | 'server'
    received_on: string
    receipt_hash: Buffer
    reporter_key_id: string
    reporter_public_key: string
    reporter_wrapped_key: string
    published_on: string | null
  }
  'leads.lead_event': {
    lead_id: string
    position: number
    type: string
    body: JSONColumnType<Record<string, unknown>>
    happened_on: string
    by: string | null
  }
  'leads.envelope': {
    id: string
    lead_id: string
    part: 'content' | `message/${string}`
    position: number
    written_by: 'reporter' | 'handler'
    written_on: string
    content: Buffer
  }
  'leads.wrap': { envelope_id: string; key_id: string; sealed: string }
  'leads.identity': { lead_id: string; content: Buffer }
  'leads.identity_wrap': { lead_id: string; key_id: string; office: 'handler' | 'keeper'; sealed: string }
  'leads.receipt_salt': { only_one: Generated<boolean>; salt: Buffer }
}
