/**
 * Pauses: asked for with a document, consented to by somebody else, ended on a day.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Light } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import type { LightRefusal } from './light-look.ts'
import { lightAfter, lockNode, type NodeAddress } from './node-commands.ts'

/** Days that are not to count. */
export interface AskedPause {
  readonly from: string
  readonly until?: string | undefined
  readonly document: string
}

/** Asks for a pause. */
export async function askPause(
  room: SupervisionRoom,
  context: CommandContext,
  { id, node, from, until, document }: NodeAddress & AskedPause,
): Promise<
  Result<{ id: string }, 'supervised-unknown' | 'node-unknown' | 'node-done' | 'pause-ends-before-it-begins'>
> {
  const free = await lockNode(room, context, { id, node })
  if (!free.ok) return free
  if (until !== undefined && until < from) return refuse('pause-ends-before-it-begins')
  const { tx, now, record, commit } = context
  const pause = room.newId()
  await supervisionTables(tx)
    .insertInto('supervised_pause')
    .values({
      id: pause,
      supervised_id: id,
      node,
      from_day: from,
      until_day: until ?? null,
      document,
      asked_by: personOf(context),
      asked_at: now,
      answered_by: null,
      answered_on: null,
      consented: null,
      reason: null,
    })
    .execute()
  record({
    act: 'supervision.pause-asked',
    subject: id,
    body: { node, pause, from, until: until ?? null, document: commit(document) },
  })
  return accept({ id: pause })
}

/** The supervisor's answer. */
export interface PauseAnswer {
  readonly pauseId: string
  readonly consent: boolean
  readonly reason?: string | undefined
}

/** Consents, or refuses with a reason. */
export async function answerPause(
  room: SupervisionRoom,
  context: CommandContext,
  { pauseId, consent, reason = '' }: PauseAnswer,
): Promise<
  Result<{ light: Light }, 'pause-unknown' | 'pause-answered' | 'refusal-needs-reason' | LightRefusal>
> {
  const pause = await lockPause(context.tx, pauseId)
  if (pause === undefined) return refuse('pause-unknown')
  if (pause.consented !== null) return refuse('pause-answered')
  if (!consent && reason === '') return refuse('refusal-needs-reason')
  const { tx, now, record, commit } = context
  await supervisionTables(tx)
    .updateTable('supervised_pause')
    .set({
      consented: consent,
      answered_on: dayOf(room, now),
      answered_by: personOf(context),
      reason: reason === '' ? null : reason,
    })
    .where('id', '=', pauseId)
    .execute()
  record({
    act: 'supervision.pause-answered',
    subject: pause.supervised_id,
    body: { pause: pauseId, consent, reason: reason === '' ? null : commit(reason) },
  })
  return lightAfter(room, context, { id: pause.supervised_id, node: pause.node })
}

/** Ends a pause that lasts. */
export async function endPause(
  room: SupervisionRoom,
  context: CommandContext,
  { pauseId, until }: { readonly pauseId: string; readonly until: string },
): Promise<
  Result<
    { light: Light },
    'pause-unknown' | 'pause-not-running' | 'pause-ends-before-it-begins' | LightRefusal
  >
> {
  const pause = await lockPause(context.tx, pauseId)
  if (pause === undefined) return refuse('pause-unknown')
  if (pause.consented !== true || pause.until_day !== null) return refuse('pause-not-running')
  if (until < pause.from_day) return refuse('pause-ends-before-it-begins')
  await supervisionTables(context.tx)
    .updateTable('supervised_pause')
    .set({ until_day: until })
    .where('id', '=', pauseId)
    .execute()
  context.record({
    act: 'supervision.pause-ended',
    subject: pause.supervised_id,
    body: { pause: pauseId, until },
  })
  return lightAfter(room, context, { id: pause.supervised_id, node: pause.node })
}

function lockPause(tx: Database, pauseId: string) {
  return supervisionTables(tx)
    .selectFrom('supervised_pause')
    .select(['supervised_id', 'node', 'from_day', 'until_day', 'consented'])
    .where('id', '=', pauseId)
    .forUpdate()
    .executeTakeFirst()
}

/** Who asked for a pause: they do not answer it. */
export async function findPausePeople(database: Database, pauseId: string) {
  const pause = await supervisionTables(database)
    .selectFrom('supervised_pause')
    .select('asked_by')
    .where('id', '=', pauseId)
    .executeTakeFirst()
  return pause && { proposedById: pause.asked_by }
}
