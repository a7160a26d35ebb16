/**
 * Why an order climbed, in words: the order that it follows was left unanswered, or did not help.
 */

import { filled } from '@guanjia/core/kernel'
import type { OrderLevel, OrderReason } from '@guanjia/core/supervision'
import type { Database } from '../../platform/database/database.ts'
import type { Language } from '../board/light-words.ts'
import type { LightsContent } from '../lights-content.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** The order that another follows. */
export interface Followed {
  readonly number: string
  readonly level: OrderLevel
}

interface Follower {
  readonly reason: OrderReason
  readonly follows_id: string | null
}

/** The orders that these follow, by id. */
export async function findFollowed(
  database: Database,
  orders: readonly Follower[],
): Promise<ReadonlyMap<string, Followed>> {
  const ids = orders.flatMap(({ follows_id }) => follows_id ?? [])
  if (ids.length === 0) return new Map()
  const rows = await supervisionTables(database)
    .selectFrom('supervision_order')
    .select(['id', 'number', 'level'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

/** The reason; null for the first order of a red light. */
export function climbedWords(
  { orders }: LightsContent,
  { reason, follows_id }: Follower,
  followed: ReadonlyMap<string, Followed>,
  language: Language,
): string | null {
  const before = follows_id === null ? undefined : followed.get(follows_id)
  if (reason === 'turned-red' || before === undefined) return null
  const level = orders.levels[before.level][language]
  return filled(orders.climbed[reason][language], { number: before.number, level })
}
