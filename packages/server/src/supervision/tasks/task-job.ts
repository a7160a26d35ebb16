/**
 * What is overdue drafts both accountabilities, once for each day it was due on. Time does it; a person decides on each.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { accountabilityDrafts } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type TaskRow, taskOf } from './task-store.ts'

const name = 'supervision.look-at-tasks'

/** Looks at the ledger every hour. */
export function draftAccountability(room: SupervisionRoom): void {
  room.jobs.handle(name, async () => {
    const command = {
      name,
      subject: 'tasks',
      principal: systemPrincipal(name),
      correlationId: room.newId(),
      legal: false,
    }
    await room.runCommand(command, (context) => lookAtTasks(room, context))
  })
  room.jobs.every(name, '11 * * * *')
}

async function lookAtTasks(room: SupervisionRoom, context: CommandContext) {
  const today = dayOf(room, context.now)
  const open = await supervisionTables(context.tx)
    .selectFrom('duty_task')
    .selectAll()
    .where('state', '<>', 'closed')
    .where('due_on', '<', today)
    .execute()
  let drafted = 0
  for (const row of open) drafted += await draftFor(room, context, row)
  return accept({ drafted })
}

async function draftFor(room: SupervisionRoom, context: CommandContext, row: TaskRow): Promise<number> {
  const drafts = accountabilityDrafts(taskOf(row), dayOf(room, context.now))
  if (drafts.length === 0) return 0
  const added = await supervisionTables(context.tx)
    .insertInto('accountability_draft')
    .values(
      drafts.map(({ list }) => ({
        id: room.newId(),
        task_id: row.id,
        list,
        unit: row[`${list}_unit`],
        due_on: row.due_on,
        drafted_at: context.now,
        decision: null,
        reason: null,
        decided_by: null,
        decided_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['task_id', 'list', 'due_on']).doNothing())
    .returning('list')
    .execute()
  if (added.length > 0)
    context.emit({
      type: 'supervision.accountability-drafted',
      subject: row.id,
      body: { lists: added.map(({ list }) => list) },
    })
  return added.length
}
