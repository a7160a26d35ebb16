/**
 * Keeping a name. Names are kept one after the other: under one lock the index is brought up to date, the name judged and
 * written, so that of many similar names wanted at once one wins and the others hear which one.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type ApplicationRefusal,
  type NameAvailability,
  type NameWish,
  protectedUntil,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { changeAnswers, lockApplication } from './application-store.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { registrationTables } from './registration-tables.ts'

/** the number under which all who keep names of this registrar queue up */
const nameLock = 4_720_318_040

/** What is wanted. */
export interface NameReservation {
  readonly id: string
  readonly name: string
  readonly pledged: boolean
  readonly acceptSimilar: boolean
}

/** What came of it. */
export interface NameReserved {
  readonly reserved: boolean
  readonly judged: NameAvailability
  readonly suggestions: readonly string[]
  readonly until: string | null
  readonly version: number
}

/** What a judgement in this zone takes into account. */
export function nameWish(ports: RegistrationPorts, today: string, kind: 'LLC' | 'IND'): NameWish {
  const city = String(ports.zone.zone['city'] ?? '')
  return { today, subject: kind, seat: ['山东', city, '城阳'] }
}

function isFree({ verdict, barred }: NameAvailability, { acceptSimilar }: NameReservation): boolean {
  if (barred || verdict === 'refused' || verdict === 'same') return false
  return verdict === 'available' || acceptSimilar
}

/** Keeps a name for an application, in place of the one it had. */
export async function reserveName(
  ports: RegistrationPorts,
  context: CommandContext,
  wanted: NameReservation,
): Promise<Result<NameReserved, 'pledge-missing' | 'name-taken' | ApplicationRefusal>> {
  if (!wanted.pledged) return refuse('pledge-missing')
  const loaded = await lockApplication(context, wanted.id)
  await sql`select pg_advisory_xact_lock(${nameLock})`.execute(context.tx)
  await ports.names.catchUp(context.tx)
  const today = dayOf(ports, context.now)
  const tables = registrationTables(context.tx)
  const held = await tables
    .selectFrom('registration_name')
    .select('name')
    .where('application_id', '=', wanted.id)
    .executeTakeFirst()
  const wish = {
    ...nameWish(ports, today, loaded.row.kind),
    ...(held === undefined ? {} : { own: held.name }),
  }
  const judged = ports.names.judge(wanted.name, wish)
  if (!isFree(judged, wanted)) {
    const suggestions = ports.names.suggest(wanted.name, wish)
    return accept({ reserved: false, judged, suggestions, until: null, version: loaded.row.version })
  }
  const until = protectedUntil(ports.names.tables, { state: 'reserved', on: today, needsApproval: false })
  await releaseName(context, wanted.id)
  const name = judged.name.text
  if (!(await writeName(context, { ...wanted, name, until, today, sameKey: ports.names.sameKey(name) })))
    return refuse('name-taken')
  const answers = { ...loaded.row.answers, name: { use: 'name' as const, text: name, pledged: true } }
  const version = await changeAnswers(context, loaded, answers, context.now)
  if (!version.ok) return version
  const body = { name, until, rules: judged.findings.map(({ rule }) => rule) }
  context.record({ act: 'registration.name-reserved', subject: loaded.row.number, body })
  return accept({ reserved: true, judged, suggestions: [], until, version: version.value })
}

interface NameRow {
  readonly id: string
  readonly name: string
  readonly until: string | null
  readonly today: string
  readonly sameKey: string
}

/** The key of a name whose time has run out passes to the next; a live one stays. */
async function writeName({ tx, now }: CommandContext, row: NameRow): Promise<boolean> {
  const { rows } = await sql`
    with kept as (
      insert into registration_name (same_key, name, application_id, state, until, since)
      values (${row.sameKey}, ${row.name}, ${row.id}, 'reserved', ${row.until}::date, ${now})
      on conflict (same_key) do update
        set name = excluded.name, application_id = excluded.application_id, unified_code = null,
            state = 'reserved', until = excluded.until, since = excluded.since
        where registration_name.until < ${row.today}::date
      returning name, until
    )
    insert into registration_name_change (added, until) select name, until from kept returning id`.execute(tx)
  return rows.length > 0
}

/** Gives back the reserved name of an application, if it has one. */
export async function releaseName({ tx }: CommandContext, applicationId: string): Promise<void> {
  await sql`
    with gone as (
      delete from registration_name where application_id = ${applicationId} and state = 'reserved' returning name
    )
    insert into registration_name_change (removed) select name from gone`.execute(tx)
}
