/**
 * Invitations whose last day is over: nobody has got in since that day ended; here the end is written down, once, and the
 * sessions that were left open are closed.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { endInvitations } from './invitation-commands.ts'

const name = 'supervision.end-invitations'

/** Looks at every full hour: days of the zone end at one. */
export function endInvitationsInTime(room: SupervisionRoom): void {
  room.jobs.handle(name, async () => {
    const command = {
      name,
      subject: 'invitations',
      principal: systemPrincipal(name),
      correlationId: room.newId(),
      legal: false,
    }
    await room.runCommand(command, (context) => endOver(room, context))
  })
  room.jobs.every(name, '0 * * * *')
}

async function endOver(room: SupervisionRoom, context: CommandContext) {
  const over = await supervisionTables(context.tx)
    .selectFrom('inspection_invitation')
    .select('id')
    .where('ended_at', 'is', null)
    .where('until_day', '<', dayOf(room, context.now))
    .forUpdate()
    .execute()
  const ids = over.map(({ id }) => id)
  return accept({ ended: await endInvitations(room, context, { ids, because: 'period' }) })
}
