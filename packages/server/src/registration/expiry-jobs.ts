/**
 * What the clock starts in registration: drafts whose time is over, after a notice; seats whose hold has run out.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { type DraftRule, type DraftState, draftState } from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { handle, lockApplication, writeApplication } from './application-store.ts'
import { releaseName } from './name-commands.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import { type ApplicationRow, registrationTables } from './registration-tables.ts'
import { freeLapsedSeat, releaseSeatOf } from './seat-commands.ts'

const draftsJob = 'registration.expire-drafts'
const seatsJob = 'registration.free-seats'
const dayMs = 86_400_000
const mostAtOnce = 500

/** Answers the jobs, and has them run: drafts once an hour, seats every minute. */
export function handleExpiry(ports: RegistrationPorts): void {
  const { jobs } = ports
  jobs.handle(draftsJob, () => lookAtDrafts(ports))
  jobs.every(draftsJob, '17 * * * *')
  jobs.handle(seatsJob, () => lookAtSeats(ports))
  jobs.every(seatsJob, '* * * * *')
}

function ruleOf({ content }: RegistrationPorts): DraftRule {
  const { draftKept, draftNotice } = content.services.timeLimits
  return { keptDays: draftKept.value, noticeDays: draftNotice.value }
}

async function lookAtDrafts(ports: RegistrationPorts): Promise<void> {
  const { keptDays, noticeDays } = ruleOf(ports)
  // a day too many on purpose: days of the zone decide, under the lock
  const savedBefore = new Date(ports.clock.now().getTime() - (keptDays - noticeDays - 1) * dayMs)
  for (let after = ''; ; ) {
    const drafts = await registrationTables(ports.database)
      .selectFrom('registration_application')
      .select('id')
      .where('stage', 'in', ['draft', 'signing'])
      .where('updated_at', '<', savedBefore)
      .$if(after !== '', (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(mostAtOnce)
      .execute()
    for (const { id } of drafts) await expireDraft(ports, id)
    const last = drafts.at(-1)
    if (last === undefined || drafts.length < mostAtOnce) return
    after = last.id
  }
}

async function expireDraft(ports: RegistrationPorts, id: string): Promise<void> {
  const row = await registrationTables(ports.database)
    .selectFrom('registration_application')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { state } = stateOf(ports, row, ports.clock.now())
  if (state === 'notice-due')
    await runForHouse(ports, 'registration.announce-expiry', id, announceExpiry(ports, id))
  if (state === 'over') await runForHouse(ports, 'registration.expire-draft', id, endDraft(ports, id))
}

function stateOf({ zone, ...ports }: RegistrationPorts, row: ApplicationRow, now: Date): DraftState {
  const dayOf = (instant: Date): PlainDate => localMoment(instant.getTime(), zone.utcOffsetMinutes).date
  const noticed = row.expiry_noticed_at
  const isSavedSince = noticed === null || noticed < row.updated_at
  const days = { savedOn: dayOf(row.updated_at), noticedOn: isSavedSince ? null : dayOf(noticed) }
  return draftState(ruleOf({ zone, ...ports }), days, dayOf(now))
}

/** The owner may have saved in the meantime: under the lock it is asked again. */
function announceExpiry(ports: RegistrationPorts, id: string) {
  return async (context: CommandContext) => {
    const { row } = await lockApplication(context, id)
    const found = stateOf(ports, row, context.now)
    if (found.state !== 'notice-due' || (row.stage !== 'draft' && row.stage !== 'signing')) return accept({})
    await registrationTables(context.tx)
      .updateTable('registration_application')
      .set({ expiry_noticed_at: context.now })
      .where('id', '=', id)
      .execute()
    context.emit({
      type: 'registration.draft-expiring',
      subject: id,
      body: { number: row.number, expiresOn: found.expiresOn },
    })
    return accept({})
  }
}

/** Ends a draft and frees its name and seat; its answers stay to be copied. */
function endDraft(ports: RegistrationPorts, id: string) {
  return async (context: CommandContext) => {
    const loaded = await lockApplication(context, id)
    const handled = handle(loaded, { type: 'expire' })
    if (!handled.ok || stateOf(ports, loaded.row, context.now).state !== 'over') return accept({})
    await releaseName(context, id)
    await releaseSeatOf(context, id)
    await writeApplication(context, loaded, handled.value)
    context.emit({ type: 'registration.draft-expired', subject: id, body: { number: loaded.row.number } })
    return accept({})
  }
}

async function lookAtSeats(ports: RegistrationPorts): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select application_id as id from registration_seat
    where until <= ${ports.clock.now()} and application_id is not null order by until limit ${mostAtOnce}`.execute(
    ports.database,
  )
  for (const { id } of rows)
    await runForHouse(ports, 'registration.free-seat', id, async (context) => {
      const { row } = await lockApplication(context, id)
      if (await freeLapsedSeat(context, id))
        context.emit({ type: 'registration.seat-lapsed', subject: id, body: { number: row.number } })
      return accept({})
    })
}

async function runForHouse(
  { runCommand, newId }: RegistrationPorts,
  name: string,
  subject: string,
  work: Parameters<typeof runCommand<object, never>>[1],
): Promise<void> {
  const principal = systemPrincipal('expiry')
  await runCommand({ name, subject, principal, correlationId: newId(), legal: false }, work)
}
