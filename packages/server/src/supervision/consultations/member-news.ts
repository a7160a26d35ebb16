/**
 * What members of a consultation are told of, each by an event that names them: that they were asked, that a conclusion waits
 * for their signature, and, while there is time, what they still owe.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { addDays } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'

const name = 'supervision.remind-members'

/** A consultation as members hear of it. */
export interface ToldConsultation {
  readonly id: string
  readonly number: string
  /** the last day on which it is open to them */
  readonly until: string
}

/** Tells members that they were asked to it, or that its conclusion is to be signed; never who did it themselves. */
export function tellMembers(
  context: CommandContext,
  type: 'supervision.member-asked' | 'supervision.conclusion-to-sign',
  { told, members }: { readonly told: ToldConsultation; readonly members: readonly string[] },
): void {
  const { id: subject, number, until } = told
  const actorId = personOf(context)
  for (const officerId of members)
    context.emit({ type, subject, body: { number, until, officerId, actorId } })
}

/** Reminds every morning of the zone; each member once of a statement, and once of each conclusion. */
export function remindMembers(room: SupervisionRoom): void {
  room.jobs.handle(name, async () => {
    const command = {
      name,
      subject: 'consultations',
      principal: systemPrincipal(name),
      correlationId: room.newId(),
      legal: false,
    }
    await room.runCommand(command, (context) => remind(room, context))
  })
  room.jobs.every(name, '20 1 * * *')
}

interface Owing extends ToldConsultation {
  readonly officerId: string
  readonly revision: number
}

async function remind(room: SupervisionRoom, { tx, now, emit }: CommandContext) {
  const today = dayOf(room, now)
  const last = addDays(today, room.consultations.remindBefore.value)
  const { rows } = await sql<Owing>`
    update consultation_member m set reminded_revision = c.revision
    from consultation c
    where c.id = m.consultation_id and c.until_day between ${today} and ${last}
      and m.reminded_revision is distinct from c.revision
      and (c.state = 'stating' and m.statement is null
        or c.state = 'concluding' and m.signed_revision is distinct from c.revision)
    returning c.id, c.number, c.until_day as until, m.person_id as "officerId", c.revision`.execute(tx)
  for (const { id: subject, revision, ...body } of rows) {
    const type = revision === 0 ? 'supervision.statement-due' : 'supervision.signature-due'
    emit({ type, subject, body: { number: body.number, until: body.until, officerId: body.officerId } })
  }
  return accept({ reminded: rows.length })
}
