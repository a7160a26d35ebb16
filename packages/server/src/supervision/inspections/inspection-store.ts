/**
 * Inspections in the database, and who they are open to.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { invitationRuns, stillRunning } from '@guanjia/core/supervision'
import { type Selectable, sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import type { InspectionTables } from './inspection-tables.ts'

/** An inspection as it is stored. */
export type InspectionRow = Selectable<InspectionTables['inspection']>

/** An inspection that nobody else changes meanwhile. */
export async function lockInspection(
  { tx }: Pick<CommandContext, 'tx'>,
  id: string,
): Promise<Result<InspectionRow, 'inspection-unknown'>> {
  const row = await supervisionTables(tx)
    .selectFrom('inspection')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? refuse('inspection-unknown') : accept(row)
}

/** The same, while it runs. */
export async function lockRunningInspection(
  context: Pick<CommandContext, 'tx'>,
  id: string,
): Promise<Result<InspectionRow, 'inspection-unknown' | 'inspection-reported' | 'inspection-closed'>> {
  const found = await lockInspection(context, id)
  if (!found.ok) return found
  const running = stillRunning(found.value.state)
  return running.ok ? found : running
}

/** An invitation that runs. */
export interface RunningInvitation {
  readonly id: string
  readonly inspectionId: string
  readonly personId: string
  readonly organisation: string
  readonly until: string
}

/** Invitations that run at this moment, of one inspection or to one person; the moment is the database's. */
export async function runningInvitations(
  room: Pick<SupervisionRoom, 'database' | 'zone' | 'clock'>,
  of: { readonly inspectionId: string } | { readonly personId: string },
): Promise<readonly RunningInvitation[]> {
  const open = supervisionTables(room.database)
    .selectFrom('inspection_invitation')
    .innerJoin('inspection', 'inspection.id', 'inspection_invitation.inspection_id')
    .selectAll('inspection_invitation')
    .select('inspection.from_day')
    .select(sql<Date>`clock_timestamp()`.as('database_now'))
    .where('ended_at', 'is', null)
  const rows = await ('inspectionId' in of
    ? open.where('inspection_id', '=', of.inspectionId)
    : open.where('person_id', '=', of.personId)
  ).execute()
  return rows
    .filter(({ from_day, until_day, database_now: at }) => {
      const invitation = { from: plainDate(from_day), until: plainDate(until_day), ended: false }
      return invitationRuns(invitation, dayOf(room, room.clock.legalTime(at)))
    })
    .map((row) => ({
      id: row.id,
      inspectionId: row.inspection_id,
      personId: row.person_id,
      organisation: row.organisation,
      until: row.until_day,
    }))
}

/** Who an inspection is open to, and who drafted its report; undefined where there is no such inspection. */
export async function findInspectionPeople(room: SupervisionRoom, id: string) {
  const row = await supervisionTables(room.database)
    .selectFrom('inspection')
    .select('reported_by')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const invited = await runningInvitations(room, { inspectionId: id })
  return {
    invited: invited.map(({ personId, organisation }) => ({ id: personId, organisation })),
    // of a report that nobody has drafted whoever asks is told that, not that there is no inspection
    proposedById: row.reported_by ?? '',
  }
}
