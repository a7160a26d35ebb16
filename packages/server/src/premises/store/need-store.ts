/**
 * Needs in and out of the database: the line of events, and the row that is what they come to, in one transaction.
 */

import { principalRef } from '@guanjia/core/access'
import { assert } from '@guanjia/core/kernel'
import { evolveNeed, type MaybeNeed, type NeedEvent, type NeedState } from '@guanjia/core/premises'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type NeedRow, premisesTables } from './premises-tables.ts'

/** What a need is filed as, besides its events. */
export type NewNeed = Omit<NeedRow, 'version' | 'situation' | 'state' | 'words' | 'filed_at' | 'updated_at'>

/** Locks a need; the route has made sure that it exists. */
export async function lockNeed({ tx }: CommandContext, id: string): Promise<NeedRow> {
  const row = await premisesTables(tx)
    .selectFrom('space_need')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  assert(row !== undefined, 'the need was found a moment ago')
  return row
}

/** The state after these events. */
export function stateAfter(before: MaybeNeed, events: readonly NeedEvent[]): NeedState {
  const after = events.reduce<MaybeNeed>(evolveNeed, before)
  assert(after !== undefined, 'a need has at least the event that filed it')
  return after
}

/** Writes a new need with its first events. */
export async function insertNeed(
  context: CommandContext,
  need: NewNeed,
  events: readonly NeedEvent[],
): Promise<NeedState> {
  const state = stateAfter(undefined, events)
  await premisesTables(context.tx)
    .insertInto('space_need')
    .values({
      ...need,
      wishes: JSON.stringify(need.wishes),
      version: events.length,
      situation: state.situation,
      state: JSON.stringify(state),
      words: null,
      filed_at: context.now,
      updated_at: context.now,
    })
    .execute()
  await appendEvents(context, { id: need.id, version: 0 }, events)
  return state
}

/** Appends what followed to a locked need. */
export async function appendToNeed(
  context: CommandContext,
  row: NeedRow,
  events: readonly NeedEvent[],
): Promise<NeedState> {
  const state = stateAfter(row.state, events)
  await premisesTables(context.tx)
    .updateTable('space_need')
    .set({
      version: row.version + events.length,
      situation: state.situation,
      state: JSON.stringify(state),
      updated_at: context.now,
    })
    .where('id', '=', row.id)
    .execute()
  await appendEvents(context, row, events)
  return state
}

async function appendEvents(
  { tx, now, principal }: CommandContext,
  { id, version }: Pick<NeedRow, 'id' | 'version'>,
  events: readonly NeedEvent[],
): Promise<void> {
  const rows = events.map((event, place) => ({
    need_id: id,
    version: version + place + 1,
    type: event.type,
    body: JSON.stringify(event),
    principal: principalRef(principal),
    at: now,
  }))
  await premisesTables(tx).insertInto('space_need_event').values(rows).execute()
}
