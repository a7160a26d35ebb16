/**
 * Carrying a command on a need out: the lock, the version the sender has seen, what follows, its leaves and its news.
 */

import type { Principal } from '@guanjia/core/access'
import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import { type Canonical, canonicalJson } from '@guanjia/core/ledger'
import {
  handleNeed,
  isLettable,
  type NeedChannel,
  type NeedCommand,
  type NeedEvent,
  type NeedHappening,
  type NeedMark,
  type NeedRefusal,
  type NeedSituation,
  type NeedState,
  readWishes,
  type WishText,
} from '@guanjia/core/premises'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type PremisesPorts, type SpaceIssue } from '../premises-ports.ts'
import { takeArea } from '../rooms/room-commands.ts'
import { offeredOf } from '../searching/offered-rooms.ts'
import { appendToNeed, insertNeed, lockNeed } from '../store/need-store.ts'
import { type NeedRow, premisesTables } from '../store/premises-tables.ts'
import { findLockedRoom } from '../store/room-store.ts'

/** What a command leaves of a need. */
export interface NeedMoved {
  readonly id: string
  readonly version: number
  readonly situation: NeedSituation
}

/** Why a command was not carried out. */
export type NeedCommandRefusal = NeedRefusal | 'need-changed-meanwhile'

/** What a firm says, and who writes it down. */
export interface NeedFiling {
  readonly firm: string
  readonly contact: string
  readonly phone: string
  readonly purpose: string
  readonly wishes: readonly WishText[]
}

/** Who does it, as events name them. */
function doerOf(principal: Principal): string {
  if (principal.kind === 'person') return principal.id
  return principal.kind === 'system' ? 'system' : 'firm'
}

function datedIn(ports: Pick<PremisesPorts, 'zone'>, { now, principal }: CommandContext) {
  return { on: dayOf(ports, now), at: now.toISOString(), by: doerOf(principal) }
}

/** What a filing leaves. */
export interface NeedFiled {
  readonly id: string
  readonly number: string
  readonly state: NeedState
  /** from which its link follows; an answer that is kept holds no token */
  readonly salt: string
}

/** How a need is filed, and from which issue. */
export interface NeedOrigin {
  readonly channel: NeedChannel
  readonly issue?: SpaceIssue
}

/**
 * Files a need. What a firm states by itself, and what is passed on from the register, is with the department at once; what
 * was recorded on a visit is handed over by whoever recorded it.
 */
export async function fileNeed(
  ports: PremisesPorts,
  context: CommandContext,
  { filing, origin }: { readonly filing: NeedFiling; readonly origin: NeedOrigin },
): Promise<Result<NeedFiled, NeedRefusal | 'wish-not-readable'>> {
  const wishes = readWishes(filing.wishes)
  if (!wishes.ok) return wishes
  const events = firstEvents(ports, context, origin)
  if (!events.ok) return events
  const { channel, issue } = origin
  const { department } = ports.content
  const person = context.principal.kind === 'person' ? context.principal.id : null
  const id = ports.newId()
  const number = await nextNumber(context, dayOf(ports, context.now))
  const link = ports.needLinks.newLink()
  const sources = {
    asker_id: channel === 'firm' ? person : null,
    visitor_id: channel === 'firm' ? null : person,
    issue_id: issue?.id ?? null,
    issue_number: issue?.number ?? null,
  }
  const row = { ...filing, ...link, ...sources, id, number, department }
  const state = await insertNeed(context, row, events.value)
  tellOfNeed(context, { row: { ...row, version: 0 }, events: events.value, state })
  return accept({ id, number, state, salt: link.link_salt })
}

function firstEvents(
  ports: PremisesPorts,
  context: CommandContext,
  { channel, issue }: NeedOrigin,
): Result<readonly NeedEvent[], NeedRefusal> {
  const { rule, department } = ports.content
  const dated = datedIn(ports, context)
  const heard =
    issue === undefined ? {} : { heard: { on: dayOf(ports, issue.filedAt), at: issue.filedAt.toISOString() } }
  const filed = handleNeed(undefined, { ...dated, type: 'filed', channel, rule, ...heard })
  if (!filed.ok || channel === 'visit') return filed.ok ? accept([filed.value]) : filed
  const by = channel === 'firm' ? 'system' : dated.by
  return accept([filed.value, { ...dated, by, type: 'transferred', department }])
}

async function nextNumber({ tx }: CommandContext, on: string): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('guanjia.space_need_number') as next`.execute(
    tx,
  )
  const [row] = rows
  assert(row !== undefined, 'a sequence has a next number')
  return `CD${on.slice(2, 4)}-${String(row.next).padStart(6, '0')}`
}

/** What is wanted of a need. */
export interface NeedOrder {
  readonly id: string
  /** the version that the sender has seen; undefined where the firm has just looked */
  readonly version: number | undefined
  readonly wish: NeedHappening
}

/** Carries a wish out. */
export async function commandNeed(
  ports: PremisesPorts,
  context: CommandContext,
  { id, version, wish }: NeedOrder,
): Promise<Result<NeedMoved, NeedCommandRefusal>> {
  const row = await lockNeed(context, id)
  if (version !== undefined && version !== row.version) return refuse('need-changed-meanwhile')
  const command: NeedCommand = { ...wish, ...datedIn(ports, context) }
  const answer = handleNeed(row.state, command)
  if (!answer.ok) return answer
  const events = [answer.value]
  const state = await appendToNeed(context, row, events)
  tellOfNeed(context, { row, events, state })
  return accept({ id, version: row.version + events.length, situation: state.situation })
}

/** Puts rooms before the firm; each must be offered at this moment. */
export async function proposeRooms(
  ports: PremisesPorts,
  context: CommandContext,
  { rooms, ...order }: Omit<NeedOrder, 'wish'> & { readonly rooms: readonly string[] },
): Promise<Result<NeedMoved, NeedCommandRefusal | 'room-not-offered'>> {
  const today = dayOf(ports, context.now)
  const rows = await premisesTables(context.tx)
    .selectFrom('space_room')
    .selectAll()
    .where('id', 'in', [...rooms])
    .execute()
  const offered = rows.filter((row) => offeredOf(row, today) !== undefined)
  if (offered.length < new Set(rooms).size) return refuse('room-not-offered')
  return commandNeed(ports, context, { ...order, wish: { type: 'proposed', rooms } })
}

/**
 * Notes a lease: the room is locked, so that of two leases of the same area one is refused, and offered no longer in the
 * same transaction.
 */
export async function noteLease(
  ports: PremisesPorts,
  context: CommandContext,
  { room, area, ...order }: Omit<NeedOrder, 'wish'> & { readonly room: string; readonly area: number },
): Promise<Result<NeedMoved, NeedCommandRefusal | 'room-not-offered' | 'area-not-lettable'>> {
  const moved = await commandNeed(ports, context, {
    ...order,
    wish: { type: 'leased', room, areaSquareDecimetres: area },
  })
  if (!moved.ok) return moved
  const row = await findLockedRoom(context, room)
  if (row === undefined || row.facts === null || offeredOf(row, dayOf(ports, context.now)) === undefined)
    return refuse('room-not-offered')
  if (!isLettable(row.facts, row.let_dm2, area)) return refuse('area-not-lettable')
  await takeArea(ports, context, { row, area, needId: order.id })
  return moved
}

/** The mark of the firm, and its words, which stand in the row alone. */
export async function rateNeed(
  ports: PremisesPorts,
  context: CommandContext,
  { id, mark, words }: { readonly id: string; readonly mark: NeedMark; readonly words: string | undefined },
): Promise<Result<NeedMoved, NeedCommandRefusal>> {
  const moved = await commandNeed(ports, context, { id, version: undefined, wish: { type: 'rated', mark } })
  if (moved.ok && words !== undefined && words !== '')
    await premisesTables(context.tx).updateTable('space_need').set({ words }).where('id', '=', id).execute()
  return moved
}

interface NeedNews {
  readonly row: Pick<NeedRow, 'id' | 'number' | 'version' | 'department' | 'issue_id' | 'visitor_id'>
  readonly events: readonly NeedEvent[]
  readonly state: NeedState
}

/** A leaf and an event for everything that happened: numbers and days, no word of the firm. */
function tellOfNeed(context: CommandContext, { row, events, state }: NeedNews): void {
  for (const [place, event] of events.entries()) {
    const version = row.version + place + 1
    const { type, on, by } = event
    const content = context.commit(canonicalJson(JSON.parse(JSON.stringify(event)) as Canonical))
    context.record({ act: `premises.need-${type}`, subject: row.number, body: { version, on, content } })
    context.emit({
      type: `premises.need-${type}`,
      subject: row.id,
      body: {
        number: row.number,
        version,
        on,
        department: row.department,
        situation: state.situation,
        actorId: by,
        ...(row.issue_id === null ? {} : { passedOn: { issueId: row.issue_id, by: row.visitor_id } }),
      },
    })
  }
}
