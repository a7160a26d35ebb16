/**
 * What is kept under a receipt, as far as its holder may see it.
 */

import type { MailboxStatus } from '@guanjia/contract/leads/intake'
import { sql } from 'kysely'
import type { LeadDatabase } from './lead-database.ts'
import { digestOf } from './taking-in.ts'

/** The mail of a receipt. */
export interface Mail {
  readonly leadId: string
  readonly about: string
  readonly reporter: { readonly keyId: string; readonly publicKey: string; readonly wrappedKey: string }
  readonly status: Pick<MailboxStatus, 'receivedOn' | 'step' | 'digest' | 'publishedOn'>
  /** whether there are earlier messages than these */
  readonly isMore: boolean
  /** the newest first */
  readonly messages: readonly {
    readonly id: string
    readonly by: 'reporter' | 'handler'
    readonly on: string
    readonly content: string
    readonly sealed: string
  }[]
}

/** Most messages that are shown at once. */
export const shownMessages = 3

/**
 * The mail under a hash; undefined where nobody filed under it.
 *
 * @param page - 0 for the last messages, 1 for those before them
 */
export async function findMail(
  database: LeadDatabase,
  receiptHash: Buffer,
  page = 0,
): Promise<Mail | undefined> {
  const lead = await database
    .selectFrom('leads.lead as lead')
    .innerJoin('leads.envelope as report', (join) =>
      join.onRef('report.lead_id', '=', 'lead.id').on('report.position', '=', 0),
    )
    .select([
      'lead.id',
      'about',
      'reporter_key_id',
      'reporter_public_key',
      'reporter_wrapped_key',
      'received_on',
      'published_on',
      'report.content',
    ])
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst()
  if (lead === undefined) return undefined
  const messages = await messagesOf(database, { leadId: lead.id, keyId: lead.reporter_key_id, page })
  return {
    leadId: lead.id,
    about: lead.about,
    reporter: {
      keyId: lead.reporter_key_id,
      publicKey: lead.reporter_public_key,
      wrappedKey: lead.reporter_wrapped_key,
    },
    status: {
      receivedOn: lead.received_on,
      step: await stepOf(database, lead.id),
      digest: digestOf(lead.content),
      publishedOn: lead.published_on,
    },
    isMore: messages.length > shownMessages,
    messages: messages.slice(0, shownMessages),
  }
}

async function messagesOf(
  database: LeadDatabase,
  { leadId, keyId, page }: { readonly leadId: string; readonly keyId: string; readonly page: number },
): Promise<Mail['messages']> {
  const rows = await database
    .selectFrom('leads.envelope as envelope')
    .innerJoin('leads.wrap as wrap', 'wrap.envelope_id', 'envelope.id')
    .select(['envelope.id', 'written_by', 'written_on', 'content', 'sealed'])
    .where('lead_id', '=', leadId)
    .where('position', '>', 0)
    .where('key_id', '=', keyId)
    .orderBy('position', 'desc')
    .offset(page * shownMessages)
    .limit(shownMessages + 1)
    .execute()
  return rows.map(({ id, written_by: by, written_on: on, content, sealed }) => ({
    id,
    by,
    on,
    content: content.toString('base64'),
    sealed,
  }))
}

/** Over is what was confirmed to be concluded, or sent on; everything else after the receipt is work. */
async function stepOf(database: LeadDatabase, leadId: string): Promise<MailboxStatus['step']> {
  const events = await database
    .selectFrom('leads.lead_event')
    .select(['type', sql<string | null>`body ->> 'disposition'`.as('disposition')])
    .where('lead_id', '=', leadId)
    .orderBy('position', 'desc')
    .execute()
  // the newest first: what the last confirmation confirmed is the proposal behind it, not a later one
  const lastConfirmed = events.findIndex(({ type }) => type === 'confirmed')
  const confirmed =
    lastConfirmed < 0 ? undefined : events.slice(lastConfirmed).find(({ type }) => type === 'proposed')
  if (confirmed?.disposition === 'concluded' || events.some(({ type }) => type === 'sent-on')) return 'over'
  return events.length > 1 ? 'in-work' : 'received'
}
