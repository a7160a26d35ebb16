/**
 * Requests for a name as the keeper and the asker see them.
 */

import type * as contract from '@guanjia/contract/leads'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Person } from '@guanjia/core/access'
import type { PlainDate } from '@guanjia/core/calendar'
import type { Sent } from '../../../platform/http/handler.ts'
import { type DeskRoom, namesOf } from '../desk-ports.ts'
import { keysOf } from '../store/key-store.ts'
import { lastRequest } from './identity-commands.ts'

type Listed = Sent<RouteOutput<typeof contract.listIdentityRequests>>
type Standing = Sent<RouteOutput<typeof contract.readIdentityRequest>>

/** The requests about other authorities than the viewer's own, those that wait first, each with the viewer's own share. */
export async function listRequests(room: DeskRoom, { id: viewer, authorities }: Person): Promise<Listed> {
  const { leads, content } = room
  const rows = await leads
    .selectFrom('leads.identity_request')
    .innerJoin('leads.reader_key', 'leads.reader_key.key_id', 'leads.identity_request.asker_key')
    .innerJoin('leads.lead', 'leads.lead.id', 'leads.identity_request.lead_id')
    .selectAll('leads.identity_request')
    .select(['public_key', 'received_on'])
    .$if(authorities.length > 0, (query) => query.where('about', 'not in', authorities))
    .orderBy('answered_on', (order) => order.desc().nullsFirst())
    .orderBy('asked_on')
    .limit(200)
    .execute()
  const names = await namesOf(
    room,
    rows.map(({ asked_by: by }) => by),
  )
  const shares = await sharesOf(room, viewer)
  const { value, mark } = content.identityUnlock
  return {
    requests: rows.map((row) => ({
      id: row.id,
      leadId: row.lead_id,
      receivedOn: row.received_on,
      askedBy: names.get(row.asked_by) ?? '',
      askedOn: row.asked_on,
      reason: row.reason,
      state: row.answered_on === null ? 'waiting' : row.share === null ? 'refused' : 'granted',
      openUntil: row.open_until,
      isMine: row.asked_by === viewer ? 'yes' : 'no',
      asker: { keyId: row.asker_key, publicKey: row.public_key },
      shares:
        row.answered_on === null
          ? shares.filter(({ leadId }) => leadId === row.lead_id).map(({ wrap }) => wrap)
          : [],
    })),
    openFor: { value, isUnconfirmed: mark === 'U' ? 'yes' : 'no' },
  }
}

async function sharesOf({ leads }: DeskRoom, viewer: string) {
  const keyIds = (await keysOf(leads, viewer)).map(({ key_id: keyId }) => keyId)
  if (keyIds.length === 0) return []
  const rows = await leads
    .selectFrom('leads.identity_wrap')
    .select(['lead_id', 'key_id', 'sealed'])
    .where('office', '=', 'keeper')
    .where('key_id', 'in', keyIds)
    .where('lead_id', 'in', (query) =>
      query.selectFrom('leads.identity_request').select('lead_id').where('answered_on', 'is', null),
    )
    .execute()
  return rows.map((row) => ({ leadId: row.lead_id, wrap: { keyId: row.key_id, sealed: row.sealed } }))
}

/** How the last request of the viewer for one name stands. */
export async function standingOfRequest(
  room: DeskRoom,
  { leadId, viewer, on }: { readonly leadId: string; readonly viewer: string; readonly on: PlainDate },
): Promise<Standing> {
  const asked = await lastRequest(room, leadId, viewer)
  if (asked === undefined) return { state: 'none', openUntil: null }
  if (asked.answered_on === null) return { state: 'waiting', openUntil: null }
  if (asked.open_until === null) return { state: 'refused', openUntil: null }
  return { state: on > asked.open_until ? 'over' : 'granted', openUntil: asked.open_until }
}
