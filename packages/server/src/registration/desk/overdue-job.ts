/**
 * Half a working day has passed and nobody has decided: the lead hears of it once, and whoever has the case on the desk.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { lockApplication } from '../application-store.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { registrationTables } from '../registration-tables.ts'

const job = 'registration.watch-desk'
const mostAtOnce = 500

/** Answers the job and has it run every minute. */
export function watchDesk(ports: RegistrationPorts): void {
  const { jobs } = ports
  jobs.handle(job, () => lookAtDesk(ports))
  jobs.every(job, '* * * * *')
}

async function lookAtDesk(ports: RegistrationPorts): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from registration_application
    where stage = 'with-officer' and due_at < ${ports.clock.now()} and overdue_noticed_at is null
    order by due_at limit ${mostAtOnce}`.execute(ports.database)
  const principal = systemPrincipal('desk')
  for (const { id } of rows)
    await ports.runCommand(
      {
        name: 'registration.notice-overdue',
        subject: id,
        principal,
        correlationId: ports.newId(),
        legal: false,
      },
      (context) => noticeOverdue(context, id),
    )
}

/** It may have been decided in the meantime: under the lock it is asked again. */
async function noticeOverdue(context: CommandContext, id: string) {
  const { row } = await lockApplication(context, id)
  const { due_at: dueAt, number, officer } = row
  if (row.stage !== 'with-officer' || dueAt === null || row.overdue_noticed_at !== null) return accept({})
  await registrationTables(context.tx)
    .updateTable('registration_application')
    .set({ overdue_noticed_at: context.now })
    .where('id', '=', id)
    .execute()
  const claimed = officer === null ? {} : { officerId: officer }
  context.emit({
    type: 'registration.review-overdue',
    subject: id,
    body: { number, dueAt: dueAt.toISOString(), ...claimed },
  })
  return accept({})
}
