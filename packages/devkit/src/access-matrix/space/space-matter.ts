/**
 * A room and a need for space, written past the API: whose they are decides, not how far they came.
 */

import { randomUUID } from 'node:crypto'
import { plainDate } from '@guanjia/core/calendar'
import { evolveNeed, type MaybeNeed, type NeedEvent, type NeedRule } from '@guanjia/core/premises'
import type { Client } from 'pg'

/** What the requests of space act on. */
export interface SpaceMatter {
  readonly roomId: string
  readonly needId: string
}

const days = { value: 5, unit: 'working-days' } as const
const rule: NeedRule = {
  transferWithin: days,
  receiveWithin: days,
  proposeWithin: days,
  viewWithin: days,
  leaseWithin: days,
}

/** A draft of one carrier; a need that a visitor recorded and housing works on. */
export async function writeSpace(client: Client, visitorId: string): Promise<SpaceMatter> {
  const [roomId, needId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into space_room (id, carrier, version, state, cells, faults, updated_at)
     values ($1, 'lanwan', 1, 'draft', '{}', '[]', now())`,
    [roomId],
  )
  const when = { on: plainDate('2026-03-02'), at: '2026-03-02T01:00:00.000Z', by: visitorId }
  const events: readonly NeedEvent[] = [
    { ...when, type: 'filed', channel: 'visit', rule },
    { ...when, type: 'transferred', department: 'housing' },
  ]
  const state = events.reduce<MaybeNeed>(evolveNeed, undefined)
  await client.query(
    `insert into space_need (id, number, version, firm, contact, phone, purpose, wishes, visitor_id, department,
       situation, state, link_salt, token_hash, filed_at, updated_at)
     values ($1, 'CD26-000000', 2, '试验公司', '试验', '13900000000', '试验', '[]', $2, 'housing', 'transferred', $3,
       'salt', 'hash', now(), now())`,
    [needId, visitorId, JSON.stringify(state)],
  )
  return { roomId, needId }
}
