/**
 * Keeping a name. Names are kept one after the other: under one lock the index is brought up to date, the name judged and
 * written, so that of many similar names wanted at once one wins and the others hear which one.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type ApplicationDraft,
  type NameAvailability,
  protectedUntil,
  readScope,
  writtenName,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { changeAnswers, lockApplication } from './application-store.ts'
import { applicationWish, findReservedName, nameWish } from './name-wish.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'

/** the number under which all who keep names of this registrar queue up */
const nameLock = 4_720_318_040

/** What is wanted. */
export interface NameReservation {
  readonly id: string
  readonly name: string
  readonly pledged: boolean
  /** similar names that the applicant has seen and accepts */
  readonly accepted: readonly string[]
}

/** What came of it. */
export interface NameReserved {
  readonly reserved: boolean
  /** as it will stand on the licence */
  readonly name: string
  readonly judged: NameAvailability
  readonly suggestions: readonly string[]
  readonly until: string | null
  readonly version: number
}

/** Similar names stand in the way until each of them was accepted; a name that wants proof is kept until a registrar saw it. */
function isFree(judged: NameAvailability, { accepted }: NameReservation): boolean {
  const { verdict, barred, human, findings } = judged
  if (barred || verdict === 'same' || (verdict === 'refused' && !human)) return false
  return findings.every(({ effect, existing }) => effect !== 'similar' || accepted.includes(existing ?? ''))
}

/** Whether an approval comes before the registration: the name is kept for a year then (rule C11). */
function needsApproval(ports: RegistrationPorts, judged: NameAvailability, draft: ApplicationDraft): boolean {
  const isNational = judged.findings.some(({ code }) => code === 'national-word-first')
  return isNational || readScope(ports.content.scope, draft.scope).needsPriorPermit
}

/** Makes all who keep names of this registrar wait for each other until the transaction ends. */
export async function lockNames({ tx }: CommandContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(${nameLock})`.execute(tx)
}

/** Keeps a name for an application, in place of the one it had. */
export async function reserveName(
  ports: RegistrationPorts,
  context: CommandContext,
  wanted: NameReservation,
): Promise<Result<NameReserved, 'pledge-missing' | 'name-taken' | 'application-not-open'>> {
  if (!wanted.pledged) return refuse('pledge-missing')
  const loaded = await lockApplication(context, wanted.id)
  await lockNames(context)
  await ports.names.catchUp(context.tx)
  const today = dayOf(ports, context.now)
  const { answers: draft } = loaded.row
  const wish = await applicationWish(ports, context.tx, { id: wanted.id, answers: draft, today })
  const judged = ports.names.judge(wanted.name, wish)
  const name = writtenName(ports.names.tables, wanted.name)
  if (!isFree(judged, wanted)) {
    const suggestions = ports.names.suggest(wanted.name, wish)
    return accept({ reserved: false, name, judged, suggestions, until: null, version: loaded.row.version })
  }
  const since = await reservedSince(context, { id: wanted.id, name, today })
  const until = protectedUntil(ports.names.tables, {
    state: 'reserved',
    on: dayOf(ports, since),
    needsApproval: needsApproval(ports, judged, draft),
  })
  await releaseName(context, wanted.id)
  const sameKey = ports.names.sameKey(name)
  if (!(await writeName(context, { id: wanted.id, name, since, until, today, sameKey })))
    return refuse('name-taken')
  const accepted = similarNames(judged)
  const answers = { ...draft, name: { use: 'name' as const, text: name, pledged: true, accepted } }
  const version = await changeAnswers(context, loaded, { answers, pledged_at: context.now })
  if (!version.ok) return version
  const body = {
    name: context.commit(name),
    until,
    accepted: accepted.map((each) => context.commit(each)),
    rules: judged.findings.map(({ rule }) => rule),
  }
  context.record({ act: 'registration.name-reserved', subject: loaded.row.number, body })
  return accept({ reserved: true, name, judged, suggestions: [], until, version: version.value })
}

/** From when a name counts as kept: asking again for what one has does not begin its time anew (rule C11). */
async function reservedSince(
  { tx, now }: CommandContext,
  { id, name, today }: { readonly id: string; readonly name: string; readonly today: string },
): Promise<Date> {
  const held = await findReservedName(tx, id)
  const isLive = held?.name === name && held.until !== null && held.until >= today
  return isLive ? held.since : now
}

function similarNames({ findings }: NameAvailability): string[] {
  return [
    ...new Set(findings.flatMap(({ effect, existing }) => (effect === 'similar' ? (existing ?? []) : []))),
  ]
}

interface NameRow {
  readonly id: string
  readonly name: string
  readonly since: Date
  readonly until: string | null
  readonly today: string
  readonly sameKey: string
}

/** The key of a name whose time has run out passes to the next; a live one stays. */
async function writeName({ tx }: CommandContext, row: NameRow): Promise<boolean> {
  const { rows } = await sql`
    with kept as (
      insert into registration_name (same_key, name, application_id, state, until, since)
      values (${row.sameKey}, ${row.name}, ${row.id}, 'reserved', ${row.until}::date, ${row.since})
      on conflict (same_key) do update
        set name = excluded.name, application_id = excluded.application_id, unified_code = null,
            state = 'reserved', until = excluded.until, since = excluded.since
        where registration_name.until < ${row.today}::date
      returning name, until
    )
    insert into registration_name_change (added, until) select name, until from kept returning id`.execute(tx)
  return rows.length > 0
}

/** Keeps the name of an application as long as its answers say now, counted from the day it was kept (rule C11). */
export async function alignNamePeriod(
  ports: RegistrationPorts,
  { tx }: CommandContext,
  { id, answers }: { readonly id: string; readonly answers: ApplicationDraft },
): Promise<void> {
  const held = await findReservedName(tx, id)
  if (held === undefined) return
  const on = dayOf(ports, held.since)
  const judged = ports.names.judge(held.name, { ...nameWish(ports, { today: on, draft: answers }), most: 1 })
  const until = protectedUntil(ports.names.tables, {
    state: 'reserved',
    on,
    needsApproval: needsApproval(ports, judged, answers),
  })
  await sql`
    with moved as (
      update registration_name set until = ${until}::date
      where application_id = ${id} and state = 'reserved' and until <> ${until}::date returning name, until
    )
    insert into registration_name_change (removed, added, until) select name, name, until from moved`.execute(
    tx,
  )
}

/** Gives back the reserved name of an application, if it has one. */
export async function releaseName({ tx }: CommandContext, applicationId: string): Promise<void> {
  await sql`
    with gone as (
      delete from registration_name where application_id = ${applicationId} and state = 'reserved' returning name
    )
    insert into registration_name_change (removed) select name from gone`.execute(tx)
}
