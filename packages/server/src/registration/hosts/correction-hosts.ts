/**
 * What the hosts of clusters were asked about seats that corrections move to, and what they said.
 */

import { confirmingHostOf, type HostConfirmation, type Seat } from '@guanjia/core/registration'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'
import { hostStanding, tellHost } from './host-confirmations.ts'

const dayMs = 86_400_000

/** The seat a correction moves to. */
export interface CorrectedSeat {
  readonly row: ApplicationRow
  readonly correctionId: string
  readonly seat: Seat
}

/**
 * Asks the host of the seat that a correction moves to; it has as long as a filing is kept.
 *
 * @returns false where nobody has to be asked: the seat needs no word, or its host has taken this subject before
 */
export async function askHostOfCorrection(
  { hostLinks, content }: Pick<RegistrationPorts, 'hostLinks' | 'content'>,
  context: CommandContext,
  { row, correctionId, seat }: CorrectedSeat,
): Promise<boolean> {
  const host = confirmingHostOf(seat)
  if (host === undefined) return false
  if ((await hostStanding(context.tx, { applicationId: row.id, seat })) === 'confirmed') return false
  const salt = hostLinks.newSalt()
  await registrationTables(context.tx)
    .insertInto('registration_correction_host')
    .values({
      correction_id: correctionId,
      seat_code: seat.code,
      host_name: host.name,
      host_code: host.unifiedCode,
      link_salt: salt,
      token_hash: hostLinks.tokenHashOf(salt),
      asked_at: context.now,
      due_at: new Date(context.now.getTime() + content.seats.reserveDays * dayMs),
      answered_by: null,
      reason: null,
      answered_at: null,
    })
    .execute()
  tellHost(context, { row, seat })
  return true
}

/** How the host of the seat stands to the correction that moves there. */
export async function correctionHostStanding(
  database: Database,
  { row, correctionId, seat }: CorrectedSeat,
): Promise<HostConfirmation> {
  const asked = await findCorrectionHost(database, correctionId)
  if (confirmingHostOf(seat) !== undefined && asked?.seat === seat.code) return asked.state
  return hostStanding(database, { applicationId: row.id, seat })
}

/** The question about a correction, answered or not, or undefined. */
export async function findCorrectionHost(database: Database, correctionId: string) {
  return registrationTables(database)
    .selectFrom('registration_correction_host')
    .select(['seat_code as seat', 'host_name as name', 'state', 'asked_at as askedAt', 'due_at as dueAt'])
    .where('correction_id', '=', correctionId)
    .executeTakeFirst()
}

/** The word of the host goes with the subject that has moved: it stands as that of a filing does. */
export async function keepHostWord({ tx }: CommandContext, correctionId: string): Promise<void> {
  const columns = [
    'seat_code',
    'host_name',
    'host_code',
    'link_salt',
    'token_hash',
    'state',
    'asked_at',
    'answered_by',
    'reason',
    'answered_at',
  ] as const
  await registrationTables(tx)
    .insertInto('registration_host_confirmation')
    .columns(['application_id', ...columns])
    .expression((from) =>
      from
        .selectFrom('registration_correction_host as h')
        .innerJoin('registration_correction as c', 'c.id', 'h.correction_id')
        .select(['c.application_id', ...columns.map((column) => `h.${column}` as const)])
        .where('h.correction_id', '=', correctionId)
        .where('h.state', '=', 'confirmed'),
    )
    .onConflict((conflict) =>
      conflict
        .column('application_id')
        .doUpdateSet(({ ref }) =>
          Object.fromEntries(columns.map((column) => [column, ref(`excluded.${column}`)])),
        ),
    )
    .execute()
}
