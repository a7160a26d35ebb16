/**
 * A reply that is overdue is escalated once: the head of supervision hears of it, and the board says so.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

const name = 'supervision.escalate-replies'

/** Looks every hour. */
export function escalateLateReplies(room: SupervisionRoom): void {
  room.jobs.handle(name, async () => {
    const command = {
      name,
      subject: 'recommendations',
      principal: systemPrincipal(name),
      correlationId: room.newId(),
      legal: false,
    }
    await room.runCommand(command, (context) => escalate(room, context))
  })
  room.jobs.every(name, '13 * * * *')
}

async function escalate(room: SupervisionRoom, { tx, now, emit }: CommandContext) {
  const late = await supervisionTables(tx)
    .updateTable('recommendation')
    .set({ escalated_at: now })
    .where('state', 'in', ['issued', 'received'])
    .where('reply_by', '<', dayOf(room, now))
    .where('escalated_at', 'is', null)
    .returning(['id', 'unit'])
    .execute()
  for (const { id, unit } of late)
    emit({ type: 'supervision.recommendation-overdue', subject: id, body: { unit } })
  return accept({ escalated: late.length })
}
