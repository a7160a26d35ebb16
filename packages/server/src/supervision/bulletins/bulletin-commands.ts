/**
 * Drafting, revising, approving and publishing bulletins.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  approvedBulletin,
  type Bulletin,
  type BulletinRefusal,
  type IdentifyingWords,
  type KeptWords,
  mayRevise,
  publishedBulletin,
  unresolved,
} from '@guanjia/core/supervision'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { personOf, type SupervisionRoom, yearOf } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { checkBulletin } from './bulletin-check.ts'

/** What a bulletin says. */
export interface BulletinWords {
  readonly title: string
  readonly text: string
}

/** Drafts a bulletin; what it gives away is told at once. */
export async function draftBulletin(
  room: SupervisionRoom,
  context: CommandContext,
  words: BulletinWords,
): Promise<Result<{ id: string; found: readonly IdentifyingWords[] }, never>> {
  const { tx, now, record, commit } = context
  const id = room.newId()
  const { rows } = await sql<{ next: string }>`select nextval('case_bulletin_number') as next`.execute(tx)
  const number = `TB${yearOf(room, now)}-${String(rows[0]?.next).padStart(4, '0')}`
  await supervisionTables(tx)
    .insertInto('case_bulletin')
    .values({
      id,
      number,
      ...words,
      kept: '[]',
      state: 'drafted',
      author_id: personOf(context),
      writer_ids: [personOf(context)],
      drafted_at: now,
      published_by: null,
      published_at: null,
    })
    .execute()
  record({ act: 'supervision.bulletin-drafted', subject: id, body: { number, text: commit(words.text) } })
  return accept({ id, found: await checkBulletin(room, tx, words) })
}

/** Another wording, and what may stay. */
export interface BulletinRevision extends BulletinWords {
  readonly id: string
  /** number of the text that was changed */
  readonly base: number
  readonly kept: readonly KeptWords[]
}

/** Changes a draft as it was read; its approvals fall. */
export async function reviseBulletin(
  room: SupervisionRoom,
  context: CommandContext,
  { id, base, kept, ...words }: BulletinRevision,
): Promise<
  Result<
    { found: readonly IdentifyingWords[]; left: number; revision: number },
    'bulletin-unknown' | 'bulletin-published' | 'bulletin-rewritten-meanwhile'
  >
> {
  const { tx, record, commit } = context
  const row = await lockBulletin(tx, id)
  if (row === undefined) return refuse('bulletin-unknown')
  const free = mayRevise(row, base)
  if (!free.ok) return free
  const writers = new Set([...row.writer_ids, personOf(context)])
  const revision = row.revision + 1
  const tables = supervisionTables(tx)
  await tables
    .updateTable('case_bulletin')
    .set({ ...words, kept: JSON.stringify(kept), writer_ids: [...writers], revision })
    .where('id', '=', id)
    .execute()
  await tables.deleteFrom('case_bulletin_approval').where('bulletin_id', '=', id).execute()
  record({
    act: 'supervision.bulletin-revised',
    subject: id,
    body: {
      revision,
      text: commit(words.text),
      kept: kept.map((one) => commit(`${one.words}: ${one.reason}`)),
    },
  })
  const found = await checkBulletin(room, tx, words)
  return accept({ found, left: unresolved(found, kept).length, revision })
}

type Refused = 'bulletin-unknown' | BulletinRefusal

/** Approves a bulletin as somebody has read it. */
export async function approveBulletin(
  room: SupervisionRoom,
  context: CommandContext,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<Result<{ approvals: number }, Refused>> {
  const { tx, now, record } = context
  const read = await readBulletin(room, tx, id)
  if (!read.ok) return read
  const approverId = personOf(context)
  const after = approvedBulletin(read.value.bulletin, { approverId, revision }, read.value.left)
  if (!after.ok) return after
  await supervisionTables(tx)
    .insertInto('case_bulletin_approval')
    .values({ bulletin_id: id, approver_id: approverId, approved_at: now, revision })
    .execute()
  const approvals = after.value.approverIds.length
  record({ act: 'supervision.bulletin-approved', subject: id, body: { approvals, revision } })
  return accept({ approvals })
}

/** Publishes a bulletin; looked at once more, for the house may know more names than when it was approved. */
export async function publishBulletin(
  room: SupervisionRoom,
  context: CommandContext,
  id: string,
): Promise<Result<{ state: 'published' }, Refused>> {
  const { tx, now, record, emit } = context
  const read = await readBulletin(room, tx, id)
  if (!read.ok) return read
  const after = publishedBulletin(read.value.bulletin, read.value.left)
  if (!after.ok) return after
  await supervisionTables(tx)
    .updateTable('case_bulletin')
    .set({ state: 'published', published_by: personOf(context), published_at: now })
    .where('id', '=', id)
    .execute()
  record({ act: 'supervision.bulletin-published', subject: id, body: {} })
  emit({ type: 'supervision.bulletin-published', subject: id, body: {} })
  return accept({ state: 'published' })
}

interface Read {
  readonly bulletin: Bulletin
  readonly left: readonly IdentifyingWords[]
}

async function readBulletin(
  room: SupervisionRoom,
  tx: Database,
  id: string,
): Promise<Result<Read, 'bulletin-unknown'>> {
  const row = await lockBulletin(tx, id)
  if (row === undefined) return refuse('bulletin-unknown')
  const approvals = await supervisionTables(tx)
    .selectFrom('case_bulletin_approval')
    .select('approver_id')
    .where('bulletin_id', '=', id)
    .execute()
  const left = unresolved(await checkBulletin(room, tx, row), row.kept)
  const approverIds = approvals.map(({ approver_id }) => approver_id)
  const { state, revision, writer_ids: writerIds } = row
  return accept({ bulletin: { state, revision, writerIds, approverIds }, left })
}

function lockBulletin(tx: Database, id: string) {
  return supervisionTables(tx)
    .selectFrom('case_bulletin')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Who wrote a bulletin: they do not approve it. */
export async function findBulletinAuthor(database: Database, id: string) {
  const row = await supervisionTables(database)
    .selectFrom('case_bulletin')
    .select('author_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { proposedById: row.author_id }
}
