/**
 * The report of an inspection: drafted by one person, signed by another as that one has read it; until then it may go back, and
 * the inspection goes on. The signature closes the inspection and ends every invitation to it.
 */

import { accept, assert, type Result } from '@guanjia/core/kernel'
import {
  type InspectionFigures,
  type InspectionState,
  isAsRead,
  mayReport,
  reportWaits,
} from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { figuresOf } from './inspection-figures.ts'
import { type InspectionRow, lockInspection } from './inspection-store.ts'
import { endInvitations } from './invitation-commands.ts'
import { isSigned, reportNotice } from './reading/report-notice.ts'

const notReturned = { returned_by: null, returned_at: null, return_reason: null }

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
  const revision = found.value.revision + 1
  await tables
    .updateTable('inspection')
    .set({
      state: 'reported',
      conclusion,
      reported_by: personOf(context),
      reported_at: now,
      revision,
      ...notReturned,
    })
    .where('id', '=', id)
    .execute()
  record({
    act: 'supervision.inspection-reported',
    subject: id,
    body: { revision, conclusion: commit(conclusion) },
  })
  emit({ type: 'supervision.inspection-moved', subject: id, body: { act: 'report' } })
  return accept({ state: 'reported' })
}

/** Gives the report back: the inspection goes on, and its report is drafted anew. */
export async function returnReport(
  context: CommandContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<
  Result<{ state: InspectionState }, 'inspection-unknown' | 'inspection-not-reported' | 'inspection-closed'>
> {
  const found = await lockInspection(context, id)
  if (!found.ok) return found
  const waits = reportWaits(found.value.state)
  if (!waits.ok) return waits
  const { tx, now, record, emit, commit } = context
  await supervisionTables(tx)
    .updateTable('inspection')
    .set({ state: 'running', returned_by: personOf(context), returned_at: now, return_reason: reason })
    .where('id', '=', id)
    .execute()
  const { revision } = found.value
  record({
    act: 'supervision.inspection-returned',
    subject: id,
    body: { revision, reason: commit(reason) },
  })
  emit({ type: 'supervision.inspection-moved', subject: id, body: { act: 'return' } })
  return accept({ state: 'running' })
}

/** A signature under the text that somebody has read. */
export interface InspectionSignature {
  readonly id: string
  /** number of that text */
  readonly revision: number
}

type SigningRefusal =
  | 'inspection-unknown'
  | 'inspection-not-reported'
  | 'inspection-closed'
  | 'report-revised-meanwhile'

/** Signs it; who drafted it was turned away at the door, and is by the database. */
export async function signInspection(
  room: SupervisionRoom,
  context: CommandContext,
  { id, revision }: InspectionSignature,
): Promise<Result<{ state: InspectionState; ended: number }, SigningRefusal>> {
  const found = await lockInspection(context, id)
  if (!found.ok) return found
  const waits = reportWaits(found.value.state)
  if (!waits.ok) return waits
  const asRead = isAsRead({ read: revision, stands: found.value.revision })
  if (!asRead.ok) return asRead
  const { tx, now, record, emit, commit } = context
  const figures: InspectionFigures = await figuresOf(tx, id, dayOf(room, now))
  const signed = await supervisionTables(tx)
    .updateTable('inspection')
    .set({ state: 'closed', signed_by: personOf(context), signed_at: now, figures: JSON.stringify(figures) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const { findings, rectified, overdue } = figures
  record({
    act: 'supervision.inspection-closed',
    subject: id,
    body: { revision, findings, rectified, overdue, conclusion: commit(found.value.conclusion ?? '') },
  })
  emit({ type: 'supervision.inspection-moved', subject: id, body: { act: 'close' } })
  const ended = await endEveryInvitation(room, context, id)
  await keepSealed(room, context, signed)
  return accept({ state: 'closed', ended })
}

async function endEveryInvitation(
  room: SupervisionRoom,
  context: CommandContext,
  id: string,
): Promise<number> {
  const open = await supervisionTables(context.tx)
    .selectFrom('inspection_invitation')
    .select('id')
    .where('inspection_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  return endInvitations(room, context, { ids: open.map((one) => one.id), because: 'closed' })
}

/** Keeps the words that were signed; days of tasks and names of people change later. */
async function keepSealed(
  room: SupervisionRoom,
  { tx }: CommandContext,
  signed: InspectionRow,
): Promise<void> {
  assert(isSigned(signed), 'an inspection was signed a moment ago')
  const sealed = await reportNotice({ ...room, database: tx }, signed)
  await supervisionTables(tx)
    .updateTable('inspection')
    .set({ sealed: JSON.stringify(sealed) })
    .where('id', '=', signed.id)
    .execute()
}
