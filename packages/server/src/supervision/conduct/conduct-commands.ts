/**
 * Opening a matter of tolerance, clearing or false accusation, and its three steps. Whom it is about stands in the ledger only
 * as a commitment, and in no event.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type ConductAct,
  type ConductKind,
  type ConductMatter,
  type ConductRefusal,
  type ConductState,
  conductAfter,
} from '@guanjia/core/supervision'
import { sql, type Updateable } from 'kysely'
import { authorityWording } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { personOf, type SupervisionRoom, yearOf } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import type { ConductTables } from './conduct-tables.ts'

/** A matter as it is opened. */
export interface NewConduct {
  readonly kind: ConductKind
  readonly about: string
  readonly unit: string | undefined
  readonly facts: string
}

const prefixes = { tolerance: 'RC', clearing: 'CQ', 'false-accusation': 'WG' } as const

/** Opens a matter. */
export async function openConduct(
  room: SupervisionRoom,
  context: CommandContext,
  { kind, about, unit = '', facts }: NewConduct,
): Promise<Result<{ id: string; number: string }, 'unit-unknown'>> {
  if (unit === '' || authorityWording(room.zone.zone, unit)['zh-CN'] === unit)
    return refuse('unit-unknown', { unit })
  const { tx, now, record, emit, commit } = context
  const id = room.newId()
  const { rows } = await sql<{ next: string }>`select nextval('conduct_matter_number') as next`.execute(tx)
  const number = `${prefixes[kind]}${yearOf(room, now)}-${String(rows[0]?.next).padStart(4, '0')}`
  await supervisionTables(tx)
    .insertInto('conduct_matter')
    .values({
      id,
      number,
      kind,
      state: 'opened',
      about,
      unit,
      facts,
      opened_by: personOf(context),
      opened_at: now,
      ...nothingYet,
    })
    .execute()
  record({
    act: 'supervision.conduct-opened',
    subject: id,
    body: { number, kind, about: commit(about), facts: commit(facts) },
  })
  emit({ type: 'supervision.conduct-moved', subject: id, body: { kind, state: 'opened' } })
  return accept({ id, number })
}

const nothingYet = {
  examination: null,
  examined_words: null,
  examined_by: null,
  examined_at: null,
  determination: null,
  determined_by: null,
  determined_at: null,
  conclusion: null,
  concluded_by: null,
  concluded_at: null,
}

/** A step with its words, and what it writes besides the state. */
export interface ConductStep {
  readonly id: string
  readonly act: ConductAct
  readonly words: string
  readonly writes: Updateable<ConductTables['conduct_matter']>
}

/** Lets a matter take one step. */
export async function moveConduct(
  { tx, record, emit, commit }: CommandContext,
  { id, act, words, writes }: ConductStep,
): Promise<Result<{ state: ConductState }, 'conduct-unknown' | ConductRefusal>> {
  const tables = supervisionTables(tx)
  const row = await tables
    .selectFrom('conduct_matter')
    .select(['kind', 'state', 'examination'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return refuse('conduct-unknown')
  const { kind, examination } = row
  const matter: ConductMatter = {
    kind,
    state: row.state,
    ...(examination === null ? {} : { examination }),
  }
  const after = conductAfter(matter, act)
  if (!after.ok) return after
  const { state } = after.value
  await tables
    .updateTable('conduct_matter')
    .set({ ...writes, state })
    .where('id', '=', id)
    .execute()
  record({
    act: 'supervision.conduct-moved',
    subject: id,
    body: { act: act.do, kind, state, words: commit(words) },
  })
  emit({ type: 'supervision.conduct-moved', subject: id, body: { kind, state } })
  return accept({ state })
}

/** Who examined a matter: they do not determine it. Nobody where it was not examined: then the procedure refuses. */
export async function findExaminer(database: Database, id: string) {
  const row = await supervisionTables(database)
    .selectFrom('conduct_matter')
    .select('examined_by')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { proposedById: row.examined_by ?? '' }
}
