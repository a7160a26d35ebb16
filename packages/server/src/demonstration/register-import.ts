/**
 * Puts the invented register into the database, once, as one act with one leaf.
 */

import { createHash } from 'node:crypto'
import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { conflictKeys, type NameTables, parseCompanyName } from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { RunCommand } from '../platform/commands/command.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import {
  type InventedBooking,
  type InventedEntity,
  inventBookings,
  inventRegister,
  readRegisterPlan,
} from './register.ts'

export interface RegisterImportPorts {
  readonly database: Database
  readonly runCommand: RunCommand
  readonly newId: () => string
  readonly contentFolder: string
  readonly registrarCode: string
  readonly nameTables: NameTables
}

/** Rows of one statement; keeps the parameters small enough. */
const chunkSize = 4_000

/** Imports the register where none is there yet; the number of entities imported. */
export async function importDemonstrationRegister(ports: RegisterImportPorts): Promise<number> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select 1 from market_entity) as there`.execute(ports.database)
  if (rows[0]?.there === true) return 0
  const plan = readRegisterPlan(ports.contentFolder)
  const entities = inventRegister(plan, ports.registrarCode)
  const bookings = inventBookings(plan)
  const command = {
    name: 'demonstration.import-register',
    principal: systemPrincipal('demonstration'),
    correlationId: ports.newId(),
    subject: 'register',
    legal: true,
  }
  await ports.runCommand(command, async ({ tx, record }) => {
    for (const chunk of chunksOf(entities)) await insertEntities(tx, chunk)
    for (const chunk of chunksOf(namesOf(entities, ports.nameTables))) await insertNames(tx, chunk)
    for (const chunk of chunksOf(bookings)) await insertBookings(tx, chunk, ports.newId)
    const digest = createHash('sha256').update(JSON.stringify(entities)).digest('hex')
    record({
      act: 'demonstration.register-imported',
      subject: 'register',
      body: { entities: entities.length, digest },
    })
    return accept({ entities: entities.length })
  })
  return entities.length
}

function chunksOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, place) => place * chunkSize)
  return starts.map((start) => items.slice(start, start + chunkSize))
}

async function insertEntities(tx: Transaction, entities: readonly InventedEntity[]): Promise<void> {
  const rows = JSON.stringify(entities)
  await sql`
    insert into market_entity (unified_code, kind, is_enterprise, established_on, electronic, fully_auto, recorded_at)
    select code, kind, "isEnterprise", "establishedOn", electronic, "zeroTouch", "establishedOn"::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as entity (code text, kind text, "isEnterprise" boolean,
      "establishedOn" date, electronic boolean, "zeroTouch" boolean)`.execute(tx)
  // a cancellation is known from its own day on: until then the register believed the entity to go on without end
  await sql`
    insert into market_entity_version
      (unified_code, status, name, document, valid_from, valid_to, recorded_from, recorded_to)
    select code, 'registered', name, jsonb_build_object('demonstration', true), "establishedOn", known.until,
      known.since::timestamptz, known.replaced::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as entity (code text, name text, "establishedOn" date, "cancelledOn" date),
      lateral (
        select null::date as until, "establishedOn" as since, "cancelledOn" as replaced
        union all
        select "cancelledOn", "cancelledOn", null where "cancelledOn" is not null
      ) as known`.execute(tx)
}

interface LiveName {
  readonly key: string
  readonly name: string
  readonly code: string
  readonly since: string
}

/** Names of entities still on the register: only these stand in the way of new ones. */
function namesOf(entities: readonly InventedEntity[], tables: NameTables): readonly LiveName[] {
  return entities.flatMap(({ name, code, cancelledOn, establishedOn }) => {
    if (name === null || cancelledOn !== null) return []
    const key = conflictKeys(tables, parseCompanyName(tables, name)).same.join('\n')
    return [{ key, name, code, since: establishedOn }]
  })
}

async function insertNames(tx: Transaction, names: readonly LiveName[]): Promise<void> {
  await sql`
    with kept as (
      insert into registration_name (same_key, name, unified_code, state, since)
      select key, name, code, 'registered', since::timestamptz
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as live (key text, name text, code text, since date)
      on conflict (same_key) do nothing returning name
    )
    insert into registration_name_change (added) select name from kept`.execute(tx)
}

async function insertBookings(
  tx: Transaction,
  bookings: readonly InventedBooking[],
  newId: () => string,
): Promise<void> {
  const rows = bookings.map(({ on, seat }) => ({ on, code: `history-${seat}`, application: newId() }))
  await sql`
    insert into registration_seat_event (code, application_id, state, at)
    select code, application, 'reserved', ("on"::timestamp + interval '10 hours') at time zone 'Asia/Shanghai'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as booking (code text, application uuid, "on" date)`.execute(
    tx,
  )
}
