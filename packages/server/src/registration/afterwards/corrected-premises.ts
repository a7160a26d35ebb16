/**
 * The seat a registered subject moves to by a correction: asked what a seat is asked at a set-up, with the scope that stands on
 * the register now.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  findSeat,
  type LicenceDocument,
  readScope,
  type ScopeReading,
  type Seat,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import type { ApplicationRow } from '../registration-tables.ts'
import { isCarrierFull } from '../seat-commands.ts'

/** Why a seat cannot be moved to. */
export type PremisesFault = 'seat-unknown' | 'seat-taken' | 'carrier-full'

/** The address of a seat that is free, of a carrier with room for one more that takes the trade. */
export async function newPremises(
  ports: RegistrationPorts,
  context: CommandContext,
  { row, code }: { readonly row: ApplicationRow; readonly code: string },
): Promise<Result<Partial<LicenceDocument>, PremisesFault>> {
  const seat = findSeat(ports.content.seats, code)
  if (seat === undefined) return refuse('seat-unknown')
  if (await isAnothers(context, { id: row.id, code })) return refuse('seat-taken')
  if (await isCarrierFull(ports, context, { id: row.id, code })) return refuse('carrier-full')
  if (refusesTrade(seat, await currentScope(ports, context.tx, row)))
    return refuse('seat-taken', { carrier: seat.carrier.name })
  return accept({ premises: seat.address })
}

/** Whether the carrier of a seat takes none of a trade of the scope. */
export function refusesTrade({ carrier }: Seat, { entries }: Pick<ScopeReading, 'entries'>): boolean {
  return entries.some(({ division }) => carrier.refuses.includes(division))
}

/** The seat a subject is registered at; undefined where it has premises of its own. */
export async function currentSeat(
  { content }: RegistrationPorts,
  tx: Transaction,
  applicationId: string,
): Promise<Seat | undefined> {
  const { rows } = await sql<{ code: string }>`
    select code from registration_seat where application_id = ${applicationId}::uuid`.execute(tx)
  return findSeat(content.seats, rows[0]?.code ?? '')
}

async function isAnothers(
  { tx, now }: CommandContext,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from registration_seat
    where code = ${code} and state <> 'free' and application_id is distinct from ${id}::uuid
      and (until is null or until > ${now})`.execute(tx)
  return rows.length > 0
}

/** The scope as it was signed, or as it was last corrected. */
async function currentScope(
  { content }: RegistrationPorts,
  tx: Transaction,
  { id, answers }: ApplicationRow,
): Promise<ScopeReading> {
  const { rows } = await sql<{ entryIds: string[] }>`
    select wish->'entryIds' as "entryIds" from registration_correction
    where application_id = ${id}::uuid and state = 'confirmed' and wish->>'field' = 'scope'
    order by settled_at desc limit 1`.execute(tx)
  const [corrected] = rows
  return readScope(content.scope, corrected ?? answers.scope)
}
