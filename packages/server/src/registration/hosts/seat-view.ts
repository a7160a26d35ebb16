/**
 * The seat of an application as it is shown, and how its host stands to it.
 */

import type { readApplication } from '@guanjia/contract/registration'
import type { RouteOutput } from '@guanjia/contract/route'
import { confirmingHostOf, type Seat, type SeatState } from '@guanjia/core/registration'
import type { RegistrationPorts } from '../registration-ports.ts'
import { findHostConfirmation } from './host-confirmations.ts'

type ApplicationView = RouteOutput<typeof readApplication>

/** The booking of a seat. */
interface Booked {
  readonly seat_state: SeatState | null
  readonly seat_until: Date | null
}

/** The seat while it is booked; null where there is none, or its time has run out. */
export function seatView(
  { clock }: RegistrationPorts,
  seat: Seat | undefined,
  { seat_state: state, seat_until: until }: Booked,
): ApplicationView['seat'] {
  if (seat === undefined || state === null) return null
  if (until !== null && until <= clock.now()) return null
  const { code, address } = seat
  const confirmingHost = confirmingHostOf(seat)?.name ?? null
  return { code, address, state, until: until?.toISOString() ?? null, confirmingHost }
}

/** How the host of a seat stands; its last word is told even where a refusal has freed the seat. */
export async function hostView(
  { database }: RegistrationPorts,
  applicationId: string,
  seat: Seat | undefined,
): Promise<ApplicationView['hostConfirmation']> {
  const host = seat && confirmingHostOf(seat)
  if (seat !== undefined && host === undefined) return null
  const found = await findHostConfirmation(database, applicationId)
  if (found === undefined || (seat !== undefined && found.seat !== seat.code))
    return host === undefined ? null : { host: host.name, state: 'not-asked', reason: null, answeredAt: null }
  const { host: name, state, reason, answeredAt } = found
  return { host: name, state, reason, answeredAt: answeredAt?.toISOString() ?? null }
}
