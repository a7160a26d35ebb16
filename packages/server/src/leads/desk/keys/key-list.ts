/**
 * Keys as the desk shows them: everybody's states and sheets, one's own with their locks.
 */

import type * as contract from '@guanjia/contract/leads'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Person } from '@guanjia/core/access'
import type { Sent } from '../../../platform/http/handler.ts'
import { type DeskRoom, namesOf } from '../desk-ports.ts'
import type { KeyRow } from '../store/key-store.ts'
import { officesOf } from './key-commands.ts'

type Listed = Sent<RouteOutput<typeof contract.listLeadKeys>>

/** The keys for somebody of the two offices. */
export async function listKeys(room: DeskRoom, person: Person): Promise<Listed> {
  const rows = await room.leads
    .selectFrom('leads.reader_key')
    .leftJoin('leads.sheet', 'leads.sheet.key_id', 'leads.reader_key.key_id')
    .selectAll('leads.reader_key')
    .select('taken_by')
    .orderBy('made_on', 'desc')
    .orderBy('leads.reader_key.key_id')
    .execute()
  const names = await namesOf(
    room,
    rows.flatMap(({ holder, taken_by: takenBy }) => [holder, takenBy]),
  )
  const shown = ({ key_id: keyId, office, holder, state, ...row }: KeyRow & { taken_by: string | null }) => ({
    keyId,
    office,
    holder: names.get(holder) ?? '',
    state,
    madeOn: row.made_on,
    retiredOn: row.retired_on,
    sheetWith: row.taken_by === null ? null : (names.get(row.taken_by) ?? ''),
  })
  const [own, others] = [
    rows.filter(({ holder }) => holder === person.id),
    rows.filter(({ holder }) => holder !== person.id),
  ]
  return {
    own: own.map((row) => ({ ...shown(row), publicKey: row.public_key, ...row.wrapped_private })),
    others: others.map(shown),
    offices: officesOf(person),
  }
}
