/**
 * What the register says of an entity on a day, and what it said of that day at an earlier time. Every entry keeps when it
 * held in the world and when the register believed it, and none is ever written over.
 */

import type { readRegister } from '@guanjia/contract/registration'
import type { RouteOutput } from '@guanjia/contract/route'
import { addDays, instantOf, type PlainDate } from '@guanjia/core/calendar'
import { accept, moneyText, type Result, refuse } from '@guanjia/core/kernel'
import type { LicenceDocument } from '@guanjia/core/registration'
import type { RegistrationPorts } from '../registration-ports.ts'
import { registrationTables } from '../registration-tables.ts'

type Memory = RouteOutput<typeof readRegister>
type Entry = Memory['entries'][number]

/** What is asked. */
export interface RegisterQuestion {
  /** unified social credit code */
  readonly code: string
  /** the day asked about */
  readonly on: PlainDate
  /** the day by whose end it was known, in the zone's time */
  readonly knownOn: PlainDate
}

/** The answer, with every entry beside it; refuses a code that was never on the register. */
export async function readRegisterMemory(
  ports: RegistrationPorts,
  { code, on, knownOn }: RegisterQuestion,
): Promise<Result<Memory, 'entity-unknown'>> {
  const rows = await registrationTables(ports.database)
    .selectFrom('market_entity_version')
    .selectAll()
    .where('unified_code', '=', code)
    .orderBy('recorded_from', 'desc')
    .orderBy('valid_from', 'desc')
    .execute()
  if (rows.length === 0) return refuse('entity-unknown')
  const entries = rows.map((row): Entry => {
    const { status, name, document, valid_from, valid_to, recorded_from, recorded_to } = row
    return {
      status,
      name,
      facts: factsOf(document),
      validFrom: valid_from,
      validTo: valid_to,
      recordedFrom: recorded_from.toISOString(),
      recordedTo: recorded_to?.toISOString() ?? null,
    }
  })
  const knownBefore = new Date(
    instantOf({ date: addDays(knownOn, 1), minuteOfDay: 0 }, ports.zone.utcOffsetMinutes),
  ).toISOString()
  const entry = entries.find((one) => wasBelieved(one, knownBefore) && held(one, on)) ?? null
  return accept({ code, on, knownOn, entry, entries })
}

function held({ validFrom, validTo }: Entry, on: PlainDate): boolean {
  return validFrom <= on && (validTo === null || on < validTo)
}

/** Whether the register believed it just before a moment. */
function wasBelieved({ recordedFrom, recordedTo }: Entry, before: string): boolean {
  return recordedFrom < before && (recordedTo === null || recordedTo >= before)
}

/** The facts of the licence of that time; entities taken over from elsewhere have none. */
function factsOf(document: LicenceDocument | object): Entry['facts'] {
  if (!('number' in document)) return null
  const { number: licence, type, representative, premises, capitalMinor, scope } = document
  const capital = capitalMinor === null ? null : moneyText({ minor: BigInt(capitalMinor), currency: 'CNY' })
  return { licence, type, representative: representative.name, premises, capital, scope }
}
