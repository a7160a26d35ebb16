/**
 * The draft that is worked on: there is one or none.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { type CatalogueTables, catalogueTables } from '../catalogue-tables.ts'

/** A row as it is read. */
export type DraftRow = CatalogueTables['catalogue_draft']

/** The draft that is open or proposed; undefined where there is none. */
export function findDraft(database: Database): Promise<DraftRow | undefined> {
  return catalogueTables(database)
    .selectFrom('catalogue_draft')
    .selectAll()
    .where('state', 'in', ['open', 'proposed'])
    .executeTakeFirst()
}

/** Why a draft cannot be acted on. */
export type LockRefusal = 'draft-unknown' | 'draft-changed-meanwhile'

/** The draft, locked, as the sender has seen it. */
export async function lockDraft(
  { tx }: CommandContext,
  revision: number,
): Promise<Result<DraftRow, LockRefusal>> {
  const draft = await catalogueTables(tx)
    .selectFrom('catalogue_draft')
    .selectAll()
    .where('state', 'in', ['open', 'proposed'])
    .forUpdate()
    .executeTakeFirst()
  if (draft === undefined) return refuse('draft-unknown')
  return draft.revision === revision
    ? accept(draft)
    : refuse('draft-changed-meanwhile', { revision: draft.revision })
}

/** What an act changes in a draft. */
export type DraftChange = Partial<
  Pick<
    DraftRow,
    'content' | 'state' | 'reason' | 'effective_on' | 'proposed_by' | 'proposed_at' | 'returned_note'
  >
>

/** Writes the change as the next revision, and says which that is. */
export async function reviseDraft(
  context: CommandContext,
  { id, revision }: DraftRow,
  { content, ...change }: DraftChange,
): Promise<{ readonly revision: number }> {
  const next = revision + 1
  await catalogueTables(context.tx)
    .updateTable('catalogue_draft')
    .set({
      ...change,
      ...(content !== undefined && { content: plainJson(content) }),
      revision: next,
      changed_by: editorOf(context),
      changed_at: context.now,
    })
    .where('id', '=', id)
    .execute()
  return { revision: next }
}

/** Plain content as the database takes it. */
export function plainJson(content: DraftRow['content']) {
  return sql<DraftRow['content']>`${JSON.stringify(content)}::jsonb`
}

/** The person a command is run by; nobody else edits the catalogue. */
export function editorOf({ principal }: Pick<CommandContext, 'principal'>): string {
  if (principal.kind !== 'person') throw new Error(`${principal.kind} edits no catalogue`)
  return principal.id
}
