/**
 * Envelopes: cipher texts and the content keys sealed to each reader.
 */

import type { Wrap } from '@guanjia/core/leads'
import type { Transaction } from 'kysely'
import type { DeskDatabase, DeskTables } from './desk-tables.ts'

/** An envelope as one reader is given it. */
export interface ReadEnvelope {
  readonly id: string
  readonly part: string
  readonly writtenBy: 'reporter' | 'handler'
  readonly writtenOn: string
  readonly content: string
  readonly wraps: readonly Wrap[]
}

/** The envelopes of a lead in their order, each with the wraps for these keys alone. */
export async function readEnvelopes(
  leads: DeskDatabase,
  leadId: string,
  keyIds: readonly string[],
): Promise<readonly ReadEnvelope[]> {
  const envelopes = await leads
    .selectFrom('leads.envelope')
    .selectAll()
    .where('lead_id', '=', leadId)
    .orderBy('position')
    .execute()
  const wraps = await wrapsFor(leads, leadId, keyIds)
  return envelopes.map(({ id, part, content, ...written }) => ({
    id,
    part,
    writtenBy: written.written_by,
    writtenOn: written.written_on,
    content: content.toString('base64'),
    wraps: wraps
      .filter(({ envelope_id: envelopeId }) => envelopeId === id)
      .map(({ key_id: keyId, sealed }) => ({ keyId, sealed })),
  }))
}

async function wrapsFor(leads: DeskDatabase, leadId: string, keyIds: readonly string[]) {
  if (keyIds.length === 0) return []
  return await leads
    .selectFrom('leads.wrap')
    .innerJoin('leads.envelope', 'leads.envelope.id', 'leads.wrap.envelope_id')
    .select(['envelope_id', 'key_id', 'sealed'])
    .where('lead_id', '=', leadId)
    .where('key_id', 'in', [...keyIds])
    .execute()
}

/** Ids of the leads whose report one of these keys opens, and of those whose reporter wrote last. */
export async function standingOf(leads: DeskDatabase, keyIds: readonly string[]) {
  const opened =
    keyIds.length === 0
      ? []
      : await leads
          .selectFrom('leads.wrap')
          .innerJoin('leads.envelope', 'leads.envelope.id', 'leads.wrap.envelope_id')
          .select('lead_id')
          .where('key_id', 'in', [...keyIds])
          .where('position', '=', 0)
          .execute()
  const last = await leads
    .selectFrom('leads.envelope')
    .select(['lead_id', 'written_by', 'position'])
    .distinctOn('lead_id')
    .orderBy('lead_id')
    .orderBy('position', 'desc')
    .execute()
  return {
    openedByMe: new Set(opened.map(({ lead_id: id }) => id)),
    waiting: new Set(
      last
        .filter(({ written_by: by, position }) => by === 'reporter' && position > 0)
        .map(({ lead_id: id }) => id),
    ),
  }
}

/** A cipher text that somebody at the desk sealed. */
export interface NewEnvelope {
  readonly id: string
  readonly leadId: string
  readonly part: 'content' | `message/${string}`
  readonly writtenOn: string
  readonly content: string
  readonly wraps: readonly Wrap[]
}

/** Keeps an envelope as the next of its lead; false where it was kept before. Throws where another one took its place. */
export async function keepEnvelope(
  leads: Transaction<DeskTables>,
  { id, leadId, part, writtenOn, content, wraps }: NewEnvelope,
): Promise<boolean> {
  const { last } = await leads
    .selectFrom('leads.envelope')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('lead_id', '=', leadId)
    .executeTakeFirstOrThrow()
  const position = (last as number | null) === null ? 0 : last + 1
  const { numInsertedOrUpdatedRows } = await leads
    .insertInto('leads.envelope')
    .values({
      id,
      lead_id: leadId,
      part,
      position,
      written_by: 'handler',
      written_on: writtenOn,
      content: Buffer.from(content, 'base64'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await leads
    .insertInto('leads.wrap')
    .values(wraps.map(({ keyId, sealed }) => ({ envelope_id: id, key_id: keyId, sealed })))
    .execute()
  return true
}
