/**
 * Writes a sealed report, or a message, into the schema of leads: all of it or nothing.
 */

import { createHash } from 'node:crypto'
import type { Envelope, SplitEnvelope, Wrap } from '@guanjia/core/leads'
import type { Transaction } from 'kysely'
import type { LeadDatabase } from './lead-database.ts'
import type { LeadTables } from './lead-tables.ts'

/** A report as it is kept. */
export interface SealedLead {
  readonly id: string
  readonly kind: 'anonymous' | 'real-name'
  readonly about: string
  readonly sealedBy: 'browser' | 'server'
  /** local day; no time of day is ever written */
  readonly receivedOn: string
  readonly receiptHash: Buffer
  readonly reporter: { readonly keyId: string; readonly publicKey: string; readonly wrappedKey: string }
  readonly envelope: Envelope
  readonly identity: SplitEnvelope | undefined
}

/** A message as it is kept. */
export interface SealedNote {
  readonly id: string
  readonly leadId: string
  readonly writtenOn: string
  readonly envelope: Envelope
}

/** Takes a report in. */
export async function takeIn(database: LeadDatabase, lead: SealedLead, envelopeId: string): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await tx
      .insertInto('leads.lead')
      .values({
        id: lead.id,
        kind: lead.kind,
        about: lead.about,
        sealed_by: lead.sealedBy,
        received_on: lead.receivedOn,
        receipt_hash: lead.receiptHash,
        reporter_key_id: lead.reporter.keyId,
        reporter_public_key: lead.reporter.publicKey,
        reporter_wrapped_key: lead.reporter.wrappedKey,
        published_on: null,
      })
      .execute()
    await tx
      .insertInto('leads.lead_event')
      .values({
        lead_id: lead.id,
        position: 1,
        type: 'received',
        body: '{}',
        happened_on: lead.receivedOn,
        by: null,
      })
      .execute()
    const note = { id: envelopeId, leadId: lead.id, writtenOn: lead.receivedOn, envelope: lead.envelope }
    await putEnvelope(tx, note, { part: 'content', position: 0 })
    if (lead.identity !== undefined) await putIdentity(tx, lead.id, lead.identity)
  })
}

/** Puts a message of the reporter behind those that are there. */
export async function putMessage(database: LeadDatabase, note: SealedNote): Promise<void> {
  await database.transaction().execute(async (tx) => {
    const last = await tx
      .selectFrom('leads.envelope')
      .select(({ fn }) => fn.max('position').as('position'))
      .where('lead_id', '=', note.leadId)
      .executeTakeFirst()
    await putEnvelope(tx, note, { part: `message/${note.id}`, position: (last?.position ?? 0) + 1 })
  })
}

/** SHA-256 of a sealed report in hex: what the ledger publishes and the reporter can look for. */
export function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

async function putEnvelope(
  tx: Transaction<LeadTables>,
  { id, leadId, writtenOn, envelope }: SealedNote,
  where: { readonly part: 'content' | `message/${string}`; readonly position: number },
): Promise<void> {
  await tx
    .insertInto('leads.envelope')
    .values({
      id,
      lead_id: leadId,
      ...where,
      written_by: 'reporter',
      written_on: writtenOn,
      content: Buffer.from(envelope.content, 'base64'),
    })
    .execute()
  await tx
    .insertInto('leads.wrap')
    .values(envelope.wraps.map(({ keyId, sealed }) => ({ envelope_id: id, key_id: keyId, sealed })))
    .execute()
}

async function putIdentity(
  tx: Transaction<LeadTables>,
  leadId: string,
  { content, handlerWraps, keeperWraps }: SplitEnvelope,
): Promise<void> {
  await tx
    .insertInto('leads.identity')
    .values({ lead_id: leadId, content: Buffer.from(content, 'base64') })
    .execute()
  const rows = (office: 'handler' | 'keeper', wraps: readonly Wrap[]) =>
    wraps.map(({ keyId, sealed }) => ({ lead_id: leadId, key_id: keyId, office, sealed }))
  await tx
    .insertInto('leads.identity_wrap')
    .values([...rows('handler', handlerWraps), ...rows('keeper', keeperWraps)])
    .execute()
}
