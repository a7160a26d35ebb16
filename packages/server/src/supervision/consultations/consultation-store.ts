/**
 * Consultations in the database, and who they are open to.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type Consultation, consultationRuns } from '@guanjia/core/supervision'
import { type Selectable, sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import type { ConsultationTables } from './consultation-tables.ts'

/** A consultation as it is stored. */
export type ConsultationRow = Selectable<ConsultationTables['consultation']>

/** A consultation with what is known of it to whoever decides. */
export interface LockedConsultation {
  readonly row: ConsultationRow
  readonly known: Consultation
}

/** One that nobody else changes meanwhile. */
export async function lockConsultation(
  { tx }: Pick<CommandContext, 'tx'>,
  id: string,
): Promise<Result<LockedConsultation, 'joint-consultation-unknown'>> {
  const row = await supervisionTables(tx)
    .selectFrom('consultation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined
    ? refuse('joint-consultation-unknown')
    : accept({ row, known: await knownOf(tx, row) })
}

async function knownOf(database: Database, row: ConsultationRow): Promise<Consultation> {
  const { rows: members } = await sql<Consultation['members'][number] & { signed: number | null }>`
    select m.person_id as "personId", m.authority, m.statement is not null as "hasStated", m.signed_revision as signed,
      (select count(distinct place)::int from consultation_look l
       where l.consultation_id = m.consultation_id and l.person_id = m.person_id) as seen
    from consultation_member m where m.consultation_id = ${row.id}`.execute(database)
  const { pieces } = await supervisionTables(database)
    .selectFrom('consultation_piece')
    .select(({ fn }) => fn.countAll<string>().as('pieces'))
    .where('consultation_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    state: row.state,
    until: plainDate(row.until_day),
    pieces: Number(pieces),
    revision: row.revision,
    members: members.map(({ signed, ...member }) => ({ ...member, signed: signed ?? undefined })),
  }
}

/** Whether it is open to its members now. */
export function isOpen(room: SupervisionRoom, row: ConsultationRow): boolean {
  const known = { state: row.state, until: plainDate(row.until_day) }
  return consultationRuns(known, dayOf(room, room.clock.now())).ok
}

/** Who a consultation is open to now: its members, and who convened it; undefined where there is none. */
export async function findConsultationPeople(room: SupervisionRoom, id: string) {
  const tables = supervisionTables(room.database)
  const row = await tables.selectFrom('consultation').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  if (!isOpen(room, row)) return {}
  const members = await tables
    .selectFrom('consultation_member')
    .select('person_id')
    .where('consultation_id', '=', id)
    .execute()
  return { appointedIds: members.map(({ person_id }) => person_id), ownerId: row.convened_by }
}
