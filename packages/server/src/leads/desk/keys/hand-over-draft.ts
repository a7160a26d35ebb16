/**
 * What somebody may hand over to a successor, and the hand-overs there were.
 */

import type * as contract from '@guanjia/contract/leads'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Sent } from '../../../platform/http/handler.ts'
import { type DeskRoom, namesOf } from '../desk-ports.ts'
import { findKey, keysOf } from '../store/key-store.ts'

type Draft = Sent<RouteOutput<typeof contract.readHandOver>>
type Listed = Sent<RouteOutput<typeof contract.listHandOvers>>

/** The content keys that the keys of one person open and another one's key does not yet. */
export async function draftOf(
  { leads }: DeskRoom,
  from: string,
  to: string,
): Promise<Result<Draft, 'successor-unknown'>> {
  const successor = await findKey(leads, to)
  const isSuccessor =
    successor !== undefined &&
    successor.office === 'handler' &&
    successor.state === 'current' &&
    successor.holder !== from
  if (!isSuccessor) return refuse('successor-unknown')
  const own = (await keysOf(leads, from)).map(({ key_id: keyId }) => keyId)
  if (own.length === 0) return accept({ publicKey: successor.public_key, wraps: [], shares: [] })
  const barred = successor.belongs_to
  const wraps = await leads
    .selectFrom('leads.wrap')
    .innerJoin('leads.envelope', 'leads.envelope.id', 'leads.wrap.envelope_id')
    .innerJoin('leads.lead', 'leads.lead.id', 'leads.envelope.lead_id')
    .select(['lead_id', 'envelope_id', 'part', 'key_id', 'sealed', 'about'])
    .where('key_id', 'in', own)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('leads.wrap as theirs')
            .select('theirs.key_id')
            .whereRef('theirs.envelope_id', '=', 'leads.wrap.envelope_id')
            .where('theirs.key_id', '=', to),
        ),
      ),
    )
    .execute()
  const shares = await leads
    .selectFrom('leads.identity_wrap')
    .innerJoin('leads.lead', 'leads.lead.id', 'leads.identity_wrap.lead_id')
    .select(['lead_id', 'key_id', 'sealed', 'about'])
    .where('office', '=', 'handler')
    .where('key_id', 'in', own)
    .execute()
  const allowed = ({ about }: { readonly about: string }) => !barred.includes(about)
  return accept({
    publicKey: successor.public_key,
    wraps: wraps.filter(allowed).map((row) => ({
      leadId: row.lead_id,
      envelopeId: row.envelope_id,
      part: row.part,
      own: { keyId: row.key_id, sealed: row.sealed },
    })),
    shares: shares.filter(allowed).map((row) => ({
      leadId: row.lead_id,
      own: { keyId: row.key_id, sealed: row.sealed },
    })),
  })
}

/** The hand-overs, those that wait first, and to whom one could hand over. */
export async function listHandOvers(room: DeskRoom, viewer: string): Promise<Listed> {
  const { leads } = room
  const rows = await leads
    .selectFrom('leads.hand_over')
    .innerJoin('leads.reader_key', 'leads.reader_key.key_id', 'leads.hand_over.to_key')
    .selectAll('leads.hand_over')
    .select(['holder'])
    .orderBy('confirmed_on', (order) => order.desc().nullsFirst())
    .orderBy('proposed_on', 'desc')
    .execute()
  const counts = await countsOf(room)
  const successors = await leads
    .selectFrom('leads.reader_key')
    .select(['key_id', 'holder'])
    .where('office', '=', 'handler')
    .where('state', '=', 'current')
    .where('holder', '!=', viewer)
    .execute()
  const names = await namesOf(room, [
    ...rows.flatMap((row) => [row.from_holder, row.holder, row.confirmed_by]),
    ...successors.map(({ holder }) => holder),
  ])
  const named = (id: string) => names.get(id) ?? ''
  return {
    handOvers: rows.map((row) => ({
      id: row.id,
      from: named(row.from_holder),
      to: named(row.holder),
      leads: counts.get(row.id) ?? 0,
      leftOut: row.left_out,
      leftOutReason: row.left_out_reason,
      proposedOn: row.proposed_on,
      confirmedOn: row.confirmed_on,
      confirmedBy: row.confirmed_by === null ? null : named(row.confirmed_by),
      mayConfirm: row.confirmed_on !== null ? 'done' : row.from_holder === viewer ? 'own' : 'yes',
    })),
    successors: successors.map(({ key_id: keyId, holder }) => ({ keyId, holder: named(holder) })),
  }
}

async function countsOf({ leads }: DeskRoom): Promise<ReadonlyMap<string, number>> {
  const rows = await leads
    .selectFrom('leads.hand_over_wrap')
    .innerJoin('leads.envelope', 'leads.envelope.id', 'leads.hand_over_wrap.envelope_id')
    .select(['hand_over_id', ({ fn }) => fn.count('lead_id').distinct().as('leads')])
    .groupBy('hand_over_id')
    .execute()
  return new Map(rows.map(({ hand_over_id: id, leads: count }) => [id, Number(count)]))
}
