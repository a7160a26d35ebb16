/**
 * The report of an inspection: drafted by one person, signed by another; the signature closes the inspection and ends every
 * invitation to it.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type InspectionFigures, type InspectionState, mayReport } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { figuresOf } from './inspection-figures.ts'
import { lockInspection } from './inspection-store.ts'
import { endInvitations } from './invitation-commands.ts'

/** Drafts the report. */
export async function reportInspection(
  context: CommandContext,
  { id, conclusion }: { readonly id: string; readonly conclusion: string },
): Promise<
  Result<{ state: InspectionState }, 'inspection-unknown' | 'inspection-closed' | 'items-unchecked'>
> {
  const found = await lockInspection(context, id)
  if (!found.ok) return found
  const { tx, now, record, emit, commit } = context
  const tables = supervisionTables(tx)
  const items = await tables
    .selectFrom('inspection_item')
    .select('result')
    .where('inspection_id', '=', id)
    .execute()
  const ready = mayReport(
    found.value.state,
    items.map(({ result }) => result),
  )
  if (!ready.ok) return ready
  await tables
    .updateTable('inspection')
    .set({ state: 'reported', conclusion, reported_by: personOf(context), reported_at: now })
    .where('id', '=', id)
    .execute()
  record({ act: 'supervision.inspection-reported', subject: id, body: { conclusion: commit(conclusion) } })
  emit({ type: 'supervision.inspection-moved', subject: id, body: { act: 'report' } })
  return accept({ state: 'reported' })
}

/** Signs it; who drafted it was turned away at the door, and is by the database. */
export async function signInspection(
  room: SupervisionRoom,
  context: CommandContext,
  id: string,
): Promise<
  Result<{ state: InspectionState; ended: number }, 'inspection-unknown' | 'inspection-not-reported'>
> {
  const found = await lockInspection(context, id)
  if (!found.ok) return found
  if (found.value.state !== 'reported') return refuse('inspection-not-reported')
  const { tx, now, record, emit, commit } = context
  const tables = supervisionTables(tx)
  const figures: InspectionFigures = await figuresOf(tx, id, dayOf(room, now))
  await tables
    .updateTable('inspection')
    .set({ state: 'closed', signed_by: personOf(context), signed_at: now, figures: JSON.stringify(figures) })
    .where('id', '=', id)
    .execute()
  const open = await tables
    .selectFrom('inspection_invitation')
    .select('id')
    .where('inspection_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  const { findings, rectified, overdue } = figures
  record({
    act: 'supervision.inspection-closed',
    subject: id,
    body: { findings, rectified, overdue, conclusion: commit(found.value.conclusion ?? '') },
  })
  emit({ type: 'supervision.inspection-moved', subject: id, body: { act: 'close' } })
  const ids = open.map((one) => one.id)
  return accept({ state: 'closed', ended: await endInvitations(room, context, { ids, because: 'closed' }) })
}
