/**
 * Offers that end soon: their carrier is asked once, by a link, and says which of them still hold.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { addDays } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { freeArea } from '@guanjia/core/premises'
import type { CommandContext } from '../../platform/commands/command.ts'
import { tokenHash } from '../../platform/secret-links.ts'
import { carrierOf, dayOf, type PremisesPorts } from '../premises-ports.ts'
import { offerEnd, takeArea } from '../rooms/room-commands.ts'
import { freeOf, readOfferedRooms } from '../searching/offered-rooms.ts'
import { premisesTables } from '../store/premises-tables.ts'
import { findLockedRoom, writeRoom } from '../store/room-store.ts'

const dayMs = 86_400_000
/** a link still answers so long after the offers have ended */
const graceDays = 7
const askJob = 'premises.ask-for-renewal'

/** Has offers that end soon looked for every morning. */
export function handleRenewals(ports: PremisesPorts): void {
  ports.jobs.handle(askJob, () => askCarriers(ports))
  ports.jobs.every(askJob, '20 1 * * *')
}

/** Asks every carrier of which an offer ends soon and was not asked for yet. */
async function askCarriers(ports: PremisesPorts): Promise<void> {
  const now = ports.clock.now()
  const today = dayOf(ports, now)
  const soon = addDays(today, ports.content.askBeforeDays)
  const ending = (await readOfferedRooms(ports.database, today)).filter(
    ({ offeredUntil }) => offeredUntil <= soon,
  )
  if (ending.length === 0) return
  const open = await premisesTables(ports.database)
    .selectFrom('space_renewal')
    .select('rooms')
    .where('answered_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  const asked = new Set(open.flatMap(({ rooms }) => rooms))
  const fresh = ending.filter(({ id }) => !asked.has(id))
  for (const { id: carrier } of ports.content.carriers) {
    const rooms = fresh.filter((room) => room.carrier === carrier).map(({ id }) => id)
    if (rooms.length > 0) await askCarrier(ports, carrier, rooms)
  }
}

async function askCarrier(ports: PremisesPorts, carrier: string, rooms: readonly string[]): Promise<void> {
  const id = ports.newId()
  const command = {
    name: askJob,
    subject: id,
    principal: systemPrincipal(askJob),
    correlationId: ports.newId(),
    legal: false,
  }
  await ports.runCommand(command, async ({ tx, now, emit }) => {
    const days = ports.content.askBeforeDays + graceDays
    await premisesTables(tx)
      .insertInto('space_renewal')
      .values({
        ...ports.renewalLinks.newLink(),
        id,
        carrier,
        rooms: [...rooms],
        asked_on: dayOf(ports, now),
        expires_at: new Date(now.getTime() + days * dayMs),
        answered_at: null,
      })
      .execute()
    const { name } = carrierOf(ports, carrier)
    emit({
      type: 'premises.renewal-asked',
      subject: id,
      body: { carrier: name['zh-CN'], rooms: rooms.length },
    })
    return accept({ rooms: rooms.length })
  })
}

/** Why a link is of no use. */
export type RenewalRefusal = 'renewal-link-unknown' | 'renewal-link-over'

/** The question behind a link, and its rooms as far as they are still offered or have just ended. */
export async function findRenewal(ports: PremisesPorts, token: string) {
  const row = await premisesTables(ports.database)
    .selectFrom('space_renewal')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  if (row === undefined) return refuse('renewal-link-unknown')
  return row.expires_at < ports.clock.now() ? refuse('renewal-link-over') : accept(row)
}

/** Renews what is still free and notes the rest as let; rooms that changed their standing meanwhile stay as they are. */
export async function answerRenewal(
  ports: PremisesPorts,
  context: CommandContext,
  { token, free }: { readonly token: string; readonly free: readonly string[] },
): Promise<Result<{ renewed: number; let: number; until: string }, RenewalRefusal | 'renewal-answered'>> {
  const { tx, now } = context
  const asked = await premisesTables(tx)
    .selectFrom('space_renewal')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .forUpdate()
    .executeTakeFirst()
  if (asked === undefined) return refuse('renewal-link-unknown')
  if (asked.expires_at < now) return refuse('renewal-link-over')
  if (asked.answered_at !== null) return refuse('renewal-answered')
  const until = offerEnd(ports, now)
  const counts = { renewed: 0, let: 0 }
  for (const id of asked.rooms.toSorted()) {
    const room = await findLockedRoom(context, id)
    if (room === undefined || room.state !== 'published' || room.facts === null) continue
    const area = freeArea(room.facts, room.let_dm2)
    if (area === 0) continue
    if (free.includes(id)) {
      await writeRoom(context, room, { offered_until: until })
      counts.renewed += 1
    } else {
      await takeArea(ports, context, { row: room, area, needId: null })
      counts.let += 1
    }
  }
  await premisesTables(tx)
    .updateTable('space_renewal')
    .set({ answered_at: now })
    .where('id', '=', asked.id)
    .execute()
  context.record({ act: 'premises.offers-renewed', subject: asked.carrier, body: { ...counts, until } })
  return accept({ ...counts, until })
}

/** The rooms of a question as its carrier reads them: those of which something is free. */
export async function roomsAsked(ports: PremisesPorts, ids: readonly string[]) {
  const rows = await premisesTables(ports.database)
    .selectFrom('space_room')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('place')
    .execute()
  // an offer that has ended in between may be renewed all the same
  return rows.flatMap((row) => freeOf(row) ?? [])
}
