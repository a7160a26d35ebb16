/**
 * What a clerk has begun for somebody: kept until it is handed in, and handed over to a colleague who goes on with it.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import { type AccessTables, findHolders } from '../../access/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { passNumber } from './queue-commands.ts'
import { queueTables } from './queue-tables.ts'

/** What a clerk has begun for somebody. */
export interface Begun {
  readonly clerkId: string
  readonly subject: string
  readonly body: Record<string, unknown>
}

/** Keeps what was begun; it belongs to its clerk alone and is no act of the office. Who handed an empty one is forgotten. */
export async function keepDraft(
  database: Database,
  { clerkId, subject, body }: Begun,
  now: Date,
): Promise<void> {
  const isEmpty = Object.keys(body).length === 0
  const values = { clerk_id: clerkId, subject, body: JSON.stringify(body) as never, saved_at: now }
  await queueTables(database)
    .insertInto('counter_draft')
    .values({ ...values, handed_by: null, handed_at: null })
    .onConflict((conflict) =>
      conflict.columns(['clerk_id', 'subject']).doUpdateSet({
        body: values.body,
        saved_at: now,
        ...(isEmpty ? { handed_by: null, handed_at: null } : {}),
      }),
    )
    .execute()
}

/** Who hands what over to whom. */
export interface HandingOver {
  readonly clerkId: string
  readonly subject: string
  readonly to: string
  /** the counter the colleague sits at, where a number comes along */
  readonly counter: string | undefined
  /** the zone's day */
  readonly day: string
}

type HandOverRefusal =
  | 'draft-empty'
  | 'colleague-unknown'
  | 'colleague-has-begun'
  | 'colleague-serves'
  | 'counter-missing'

/** Hands it over; the number in hand that it was begun for goes along, so that whoever stands there is served on. */
export async function handOverDraft(
  context: CommandContext,
  { clerkId, subject, to, counter, day }: HandingOver,
): Promise<Result<{ subject: string; to: string }, HandOverRefusal>> {
  const { tx, now } = context
  const name = to === clerkId ? undefined : await clerkName(tx, to)
  if (name === undefined) return refuse('colleague-unknown')
  await lockDrafts(tx, subject)
  const own = await readDraft(tx, clerkId, subject)
  if (own === undefined || isEmpty(own.body)) return refuse('draft-empty')
  const theirs = await readDraft(tx, to, subject)
  if (theirs !== undefined && !isEmpty(theirs.body)) return refuse('colleague-has-begun')
  const passed = await passNumber(context, { id: subject, from: clerkId, to, counter, day })
  if (!passed.ok) return passed
  await keepDraft(tx, { clerkId: to, subject, body: own.body }, now)
  await queueTables(tx)
    .updateTable('counter_draft')
    .set({ handed_by: clerkId, handed_at: now })
    .where('clerk_id', '=', to)
    .where('subject', '=', subject)
    .execute()
  await keepDraft(tx, { clerkId, subject, body: {} }, now)
  return accept({ subject, to: name })
}

/** Two who hand the same over to each other at once wait for one another. */
async function lockDrafts(tx: Database, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`counter_draft ${subject}`}))`.execute(tx)
}

async function clerkName(tx: Database, id: string): Promise<string | undefined> {
  const clerks = await findColleagues(tx, '')
  return clerks.find((clerk) => clerk.id === id)?.name
}

function isEmpty(body: Record<string, unknown>): boolean {
  return Object.keys(body).length === 0
}

/** A draft, with the name of whoever handed it over. */
export interface KeptDraft {
  readonly subject: string
  readonly body: Record<string, unknown>
  readonly savedAt: Date
  readonly handedBy: string | null
}

function drafts(database: Database, clerkId: string) {
  return queueTables(database)
    .withTables<AccessTables>()
    .selectFrom('counter_draft')
    .leftJoin('person', 'person.id', 'counter_draft.handed_by')
    .select(['subject', 'body', 'saved_at as savedAt', 'person.name as handedBy'])
    .where('clerk_id', '=', clerkId)
}

/** What a clerk has begun for a subject; emptied ones are read as such. */
export async function readDraft(
  database: Database,
  clerkId: string,
  subject: string,
): Promise<KeptDraft | undefined> {
  return drafts(database, clerkId).where('subject', '=', subject).executeTakeFirst()
}

/** Everything a clerk has begun, the latest first. */
export async function readDrafts(database: Database, clerkId: string): Promise<readonly KeptDraft[]> {
  return drafts(database, clerkId)
    .where(sql<boolean>`body <> '{}'::jsonb`)
    .orderBy('saved_at', 'desc')
    .execute()
}

/** The other clerks, by name. */
export async function findColleagues(
  database: Database,
  clerkId: string,
): Promise<{ id: string; name: string }[]> {
  const access = database.withTables<AccessTables>()
  const holders = (await findHolders(access, 'clerk')).filter((id) => id !== clerkId)
  if (holders.length === 0) return []
  return access
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...holders])
    .orderBy('name')
    .orderBy('id')
    .execute()
}
