/**
 * What the hosts of clusters were asked about filed addresses, and what they said.
 */

import { confirmingHostOf, type HostConfirmation, type Seat } from '@guanjia/core/registration'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'

/** Asks the host of a filed seat, where there is one whose word is needed; one that has confirmed this seat is not asked again. */
export async function askHost(
  { hostLinks }: Pick<RegistrationPorts, 'hostLinks'>,
  context: CommandContext,
  { row, seat }: { readonly row: ApplicationRow; readonly seat: Seat },
): Promise<void> {
  const host = confirmingHostOf(seat)
  if (host === undefined) return
  if ((await hostStanding(context.tx, { applicationId: row.id, seat })) === 'confirmed') return
  const salt = hostLinks.newSalt()
  const question = {
    seat_code: seat.code,
    host_name: host.name,
    host_code: host.unifiedCode,
    link_salt: salt,
    token_hash: hostLinks.tokenHashOf(salt),
    state: 'asked' as const,
    asked_at: context.now,
    answered_by: null,
    reason: null,
    answered_at: null,
  }
  await registrationTables(context.tx)
    .insertInto('registration_host_confirmation')
    .values({ application_id: row.id, ...question })
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(question))
    .execute()
  tellHost(context, { row, seat })
}

/** Has the host of a seat told that it is asked. */
export function tellHost(
  context: CommandContext,
  { row, seat }: { readonly row: ApplicationRow; readonly seat: Seat },
): void {
  const { name } = row.answers
  context.emit({
    type: 'registration.host-asked',
    subject: row.id,
    body: { company: name?.use === 'name' ? name.text : row.number, carrier: seat.carrier.name },
  })
}

/** The latest question about an application, answered or not, or undefined. */
export async function findHostConfirmation(database: Database, applicationId: string) {
  return registrationTables(database)
    .selectFrom('registration_host_confirmation')
    .select(['seat_code as seat', 'host_name as host', 'state', 'reason', 'answered_at as answeredAt'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
}

/** How the host of a seat stands to an application; only seats whose host must confirm are looked up. */
export async function hostStanding(
  database: Database,
  { applicationId, seat }: { readonly applicationId: string; readonly seat: Seat | undefined },
): Promise<HostConfirmation> {
  if (seat === undefined || confirmingHostOf(seat) === undefined) return 'not-needed'
  const found = await findHostConfirmation(database, applicationId)
  return found?.seat === seat.code ? found.state : 'not-asked'
}

/** How the host is reached about the correction, or else the filing, that waits: the number content gives, and the link. */
export async function findHostContact(
  { database, hostLinks, content }: Pick<RegistrationPorts, 'database' | 'hostLinks' | 'content'>,
  applicationId: string,
): Promise<{ readonly phone: string; readonly url: string } | undefined> {
  const tables = registrationTables(database)
  const ofCorrection = await tables
    .selectFrom('registration_correction_host as h')
    .innerJoin('registration_correction as c', 'c.id', 'h.correction_id')
    .select(['h.host_code', 'h.link_salt'])
    .where('c.application_id', '=', applicationId)
    .where('c.state', '=', 'proposed')
    .where('h.state', '=', 'asked')
    .executeTakeFirst()
  const row =
    ofCorrection ??
    (await tables
      .selectFrom('registration_host_confirmation')
      .select(['host_code', 'link_salt'])
      .where('application_id', '=', applicationId)
      .where('state', '=', 'asked')
      .executeTakeFirst())
  if (row === undefined) return undefined
  const phone = content.seats.carriers.find(({ host }) => host?.unifiedCode === row.host_code)?.host?.confirms
    ?.phone
  return phone === undefined ? undefined : { phone, url: hostLinks.urlOf(row.link_salt) }
}
