/**
 * The shares of projects as they are kept.
 */

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import { tokenHash } from '../../platform/secret-links.ts'
import { type ShareKind } from './share-links.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type ShareTables = {
  project_share: {
    id: string
    project_id: string
    kind: ShareKind
    token_hash: string
    made_by: string
    made_at: Date
    until: Date
    revoked_at: Date | null
    opened: number
    last_opened_at: Date | null
  }
}

/** A share as it is kept. */
export type ShareRow = ShareTables['project_share']

/** Widens a database or a transaction to the shares. */
export function shareTables(database: Database): Kysely<PlatformTables & ShareTables> {
  return database.withTables<ShareTables>()
}

/** The shares of a project that open now, the newest first. */
export function sharesInForce(database: Database, projectId: string, now: Date): Promise<ShareRow[]> {
  return shareTables(database)
    .selectFrom('project_share')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('revoked_at', 'is', null)
    .where('until', '>', now)
    .orderBy('made_at', 'desc')
    .execute()
}

/** What a token opens now, if anything; counts that it was opened. */
export function openShare(
  database: Database,
  token: string,
  { kind, now }: { readonly kind: ShareKind; readonly now: Date },
): Promise<ShareRow | undefined> {
  return shareTables(database)
    .updateTable('project_share')
    .set({ opened: sql`opened + 1`, last_opened_at: now })
    .where('token_hash', '=', tokenHash(token))
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .where('until', '>', now)
    .returningAll()
    .executeTakeFirst()
}
