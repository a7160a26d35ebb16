/**
 * Holding, reserving, filing and giving back a seat. The row of the seat is locked, the core says what may be, the primary key
 * keeps it single.
 */

import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import {
  bookingNow,
  bookSeat,
  capacityOf,
  confirmingHostOf,
  findSeat,
  type Seat,
  type SeatBooking,
  type SeatCommand,
  type SeatRefusal,
  type SeatState,
  seatCount,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import type { Database } from '../platform/database/database.ts'
import { changeAnswers, lockApplication } from './application-store.ts'
import { askHost } from './hosts/host-confirmations.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import { registrationTables } from './registration-tables.ts'

/** A booking as it is answered. */
export interface BookedSeat {
  readonly code: string
  readonly address: string
  readonly state: SeatBooking['state']
  readonly until: string | null
  /** name of the host that must confirm a filing here, or null */
  readonly confirmingHost: string | null
  readonly version: number
}

/** What may stand in the way. */
export type SeatProblem = SeatRefusal | 'seat-unknown' | 'carrier-full' | 'application-not-open'

function addTime(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}

async function lockSeat({ tx, now }: CommandContext, seat: Seat): Promise<SeatBooking> {
  const room = seat.code.slice(0, seat.code.lastIndexOf('-'))
  await sql`
    insert into registration_seat (code, carrier, room, state, changed_at)
    values (${seat.code}, ${seat.carrier.id}, ${room}, 'free', ${now})
    on conflict do nothing`.execute(tx)
  const row = await registrationTables(tx)
    .selectFrom('registration_seat')
    .select(['state', 'application_id', 'until'])
    .where('code', '=', seat.code)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { state: row.state, applicationId: row.application_id, until: row.until?.toISOString() ?? null }
}

async function writeSeat({ tx, now }: CommandContext, code: string, booking: SeatBooking): Promise<void> {
  const { state, applicationId, until } = booking
  await sql`
    with changed as (
      update registration_seat
      set state = ${state}, application_id = ${applicationId}::uuid, until = ${until}::timestamptz, changed_at = ${now}
      where code = ${code} and (state, application_id, until)
        is distinct from (${state}, ${applicationId}::uuid, ${until}::timestamptz)
      returning code, state, application_id, changed_at
    )
    insert into registration_seat_event (code, state, application_id, at)
    select code, state, application_id, changed_at from changed`.execute(tx)
}

/** A booking after a step. */
export interface SteppedSeat {
  readonly seat: Seat
  readonly booking: SeatBooking
  /** where the seat stood before */
  readonly before: SeatState
}

/** One step of a booking, under the lock of the seat. */
export async function stepSeat(
  ports: RegistrationPorts,
  context: CommandContext,
  wish: { readonly code: string; readonly applicationId: string; readonly command: SeatCommand },
): Promise<Result<SteppedSeat, SeatRefusal | 'seat-unknown'>> {
  const seat = findSeat(ports.content.seats, wish.code)
  if (seat === undefined) return refuse('seat-unknown')
  const current = await lockSeat(context, seat)
  const { command, applicationId } = wish
  const now = context.now.toISOString()
  const booked = bookSeat(ports.content.seats, current, { command, applicationId, now, addTime })
  if (!booked.ok) return booked
  await writeSeat(context, seat.code, booked.value)
  return accept({ seat, booking: booked.value, before: bookingNow(current, now).state })
}

/** Gives back whatever seat an application has that is not in use yet. */
export async function releaseSeatOf(
  { tx, now }: CommandContext,
  applicationId: string,
  except = '',
): Promise<void> {
  await sql`
    with freed as (
      update registration_seat set state = 'free', application_id = null, until = null, changed_at = ${now}
      where application_id = ${applicationId} and state in ('held', 'reserved', 'filed') and code <> ${except}
      returning code, changed_at
    )
    insert into registration_seat_event (code, state, at) select code, 'free', changed_at from freed`.execute(
    tx,
  )
}

/** Frees the seat of an application whose time has run out by now; false where there is none. */
export async function freeLapsedSeat({ tx, now }: CommandContext, applicationId: string): Promise<boolean> {
  const { rows } = await sql`
    with freed as (
      update registration_seat set state = 'free', application_id = null, until = null, changed_at = ${now}
      where application_id = ${applicationId} and state in ('held', 'reserved', 'filed') and until <= ${now}
      returning code, changed_at
    )
    insert into registration_seat_event (code, state, at) select code, 'free', changed_at from freed
    returning code`.execute(tx)
  return rows.length > 0
}

/** Whether a carrier has as many subjects as it takes; carriers that take one a seat need no counting. */
export async function isCarrierFull(
  { content }: RegistrationPorts,
  { tx, now }: CommandContext,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<boolean> {
  const carrier = findSeat(content.seats, code)?.carrier
  if (carrier === undefined || capacityOf(carrier) === seatCount(carrier)) return false
  // one after the other: of two who want the last place one hears that there is none
  await sql`select pg_advisory_xact_lock(hashtextextended(${`carrier ${carrier.id}`}, 0))`.execute(tx)
  const { rows } = await sql<{ taken: number }>`
    select count(*)::int as taken from registration_seat
    where carrier = ${carrier.id} and state <> 'free' and (until is null or until > ${now})
      and application_id is distinct from ${id}::uuid`.execute(tx)
  return (rows[0]?.taken ?? 0) >= capacityOf(carrier)
}

/** Holds a seat for an application and writes it into its answers. */
export async function holdSeat(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<Result<BookedSeat, SeatProblem>> {
  const loaded = await lockApplication(context, id)
  await releaseSeatOf(context, id, code)
  if (await isCarrierFull(ports, context, { id, code })) return refuse('carrier-full')
  const stepped = await stepSeat(ports, context, { code, applicationId: id, command: 'hold' })
  if (!stepped.ok) return stepped
  const answers = { ...loaded.row.answers, seat: { code } }
  const version = await changeAnswers(context, loaded, { answers })
  if (!version.ok) return version
  return accept(view(stepped.value, version.value))
}

function view({ seat, booking }: SteppedSeat, version: number): BookedSeat {
  const { code, address } = seat
  const { state, until } = booking
  return { code, address, state, until, confirmingHost: confirmingHostOf(seat)?.name ?? null, version }
}

/** Reserves the seat of the answers. */
export async function reserveSeat(
  ports: RegistrationPorts,
  context: CommandContext,
  id: string,
): Promise<Result<BookedSeat, SeatProblem>> {
  const { row } = await lockApplication(context, id)
  const code = row.answers.seat?.code ?? ''
  const stepped = await stepSeat(ports, context, { code, applicationId: id, command: 'reserve' })
  if (!stepped.ok) return stepped
  context.record({ act: 'registration.seat-reserved', subject: row.number, body: { seat: code } })
  return accept(view(stepped.value, row.version))
}

/** Gives back the seat and takes it out of the answers. */
export async function releaseSeat(
  context: CommandContext,
  id: string,
): Promise<Result<{ released: true; version: number }, SeatProblem>> {
  const loaded = await lockApplication(context, id)
  await releaseSeatOf(context, id)
  const { seat: _seat, ...answers } = loaded.row.answers
  const version = await changeAnswers(context, loaded, { answers })
  return version.ok ? accept({ released: true, version: version.value }) : version
}

/** Who is to be called. */
export interface AddressFiling {
  readonly id: string
  readonly contactName: string
  readonly contactPhone: string
}

/** Files the address with its carrier; the hall hears of it. */
export async function fileAddress(
  ports: RegistrationPorts,
  context: CommandContext,
  filing: AddressFiling,
): Promise<Result<BookedSeat, SeatProblem>> {
  const { row } = await lockApplication(context, filing.id)
  const code = row.answers.seat?.code ?? ''
  const stepped = await stepSeat(ports, context, { code, applicationId: filing.id, command: 'file' })
  if (!stepped.ok) return stepped
  // filed already: hall and host have heard of it, and the half hour does not begin again; a seat that was given back in
  // between, by a refusal of its host above all, is filed anew
  if (stepped.value.before === 'filed') {
    context.record({
      act: 'registration.address-filed',
      subject: row.number,
      body: { seat: code, again: true },
    })
    return accept(view(stepped.value, row.version))
  }
  await registrationTables(context.tx)
    .updateTable('registration_application')
    .set({
      address_filed_seat: code,
      address_filed_at: context.now,
      contact_name: filing.contactName,
      contact_phone: filing.contactPhone,
    })
    .where('id', '=', filing.id)
    .execute()
  await askHost(ports, context, { row, seat: stepped.value.seat })
  const { name } = row.answers
  assert(context.principal.kind !== 'anonymous', 'a filing has a sender')
  context.record({ act: 'registration.address-filed', subject: row.number, body: { seat: code } })
  context.emit({
    type: 'registration.address-filed',
    subject: filing.id,
    body: {
      company: name?.use === 'name' ? name.text : row.number,
      place: stepped.value.seat.address,
      carrier: stepped.value.seat.carrier.name,
    },
  })
  return accept(view(stepped.value, row.version))
}

/** Whom the hall calls about a filed address. */
export async function findFilingContact(
  tx: Database,
  applicationId: string,
): Promise<{ readonly name: string; readonly phone: string } | undefined> {
  const row = await registrationTables(tx)
    .selectFrom('registration_application')
    .select(['contact_name as name', 'contact_phone as phone'])
    .where('id', '=', applicationId)
    .executeTakeFirst()
  if (row === undefined || row.name === null || row.phone === null) return undefined
  return { name: row.name, phone: row.phone }
}
