/**
 * Needs on the desks: of the department in charge, and of whoever recorded them on a visit.
 */

import * as contract from '@guanjia/contract/premises'
import type { Principal } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import type { HandOff, NeedHappening } from '@guanjia/core/premises'
import { sql } from 'kysely'
import { actFor, type PremisesPorts, type SentByRequest } from '../premises-ports.ts'
import { type NeedRow, premisesTables } from '../store/premises-tables.ts'
import { commandNeed, noteLease, proposeRooms } from './need-commands.ts'
import { needProblemStatuses } from './need-problems.ts'
import { handOffsOf, handOffView, needResource, wholeNeed } from './need-view.ts'

const mostListed = 200

/** Answers the routes. */
export function implementDeskRoutes(ports: PremisesPorts): void {
  implementReading(ports)
  implementTracking(ports)
  implementViewings(ports)
  implementPlacing(ports)
}

function implementReading(ports: PremisesPorts): void {
  const { implement } = ports
  const unpublished = { 'calendar-not-published': 503 } as const
  implement(
    contract.listNeeds,
    async ({ principal }) => {
      const needs: ReturnType<typeof listedNeed>[] = []
      for (const row of await readNeeds(ports, principal)) {
        const owed = handOffsOf(ports, row.state)
        if (!owed.ok) return owed
        needs.push(listedNeed(row, owed.value))
      }
      return accept({ needs: needs.toSorted(mostPressing) })
    },
    unpublished,
  )
  implement(
    contract.readNeed,
    async ({ params, principal }) => {
      const row = await premisesTables(ports.database)
        .selectFrom('space_need')
        .selectAll()
        .where('id', '=', params.id)
        .executeTakeFirst()
      return row === undefined ? refuse('not-found') : wholeNeed(ports, row, principal)
    },
    unpublished,
    findNeedResource(ports),
  )
}

interface SentToNeed extends SentByRequest {
  readonly params: { readonly id: string }
  readonly body: { readonly version: number }
}

/** Carries out what a request wants of a need, over the version it has seen. */
function actOnNeed(ports: PremisesPorts, name: string, input: SentToNeed, wish: NeedHappening) {
  const { id } = input.params
  const { version } = input.body
  return actFor(ports, { name: `premises.${name}`, subject: id, sent: input }, (context) =>
    commandNeed(ports, context, { id, version, wish }),
  )
}

function implementTracking(ports: PremisesPorts): void {
  const { implement, content } = ports
  const owned = findNeedResource(ports)
  implement(
    contract.transferNeed,
    (input) =>
      actOnNeed(ports, 'transfer-need', input, { type: 'transferred', department: content.department }),
    needProblemStatuses,
    owned,
  )
  implement(
    contract.urgeNeed,
    (input) => actOnNeed(ports, 'urge-need', input, { type: 'urged', reason: input.body.reason }),
    needProblemStatuses,
    owned,
  )
  implement(
    contract.receiveNeed,
    (input) => actOnNeed(ports, 'receive-need', input, { type: 'received' }),
    needProblemStatuses,
    owned,
  )
  implement(
    contract.closeNeed,
    (input) => actOnNeed(ports, 'close-need', input, { type: 'not-found', reason: input.body.reason }),
    needProblemStatuses,
    owned,
  )
}

function implementViewings(ports: PremisesPorts): void {
  const { implement } = ports
  const owned = findNeedResource(ports)
  implement(
    contract.arrangeViewing,
    (input) => {
      const { room, viewAt } = input.body
      return actOnNeed(ports, 'arrange-viewing', input, { type: 'viewing-arranged', room, viewAt })
    },
    needProblemStatuses,
    owned,
  )
  implement(
    contract.recordViewing,
    (input) => {
      const { viewing, suits, note } = input.body
      return actOnNeed(ports, 'record-viewing', input, { type: 'viewed', viewing, suits, note })
    },
    needProblemStatuses,
    owned,
  )
}

function implementPlacing(ports: PremisesPorts): void {
  const { implement } = ports
  const owned = findNeedResource(ports)
  implement(
    contract.proposeRooms,
    (input) => {
      const { id } = input.params
      return actFor(ports, { name: 'premises.propose-rooms', subject: id, sent: input }, (context) =>
        proposeRooms(ports, context, { id, ...input.body }),
      )
    },
    { ...needProblemStatuses, 'room-not-offered': 409 },
    owned,
  )
  implement(
    contract.noteLease,
    (input) => {
      const { id } = input.params
      const { version, room } = input.body
      const area = squareDecimetres(input.body.area)
      return actFor(ports, { name: 'premises.note-lease', subject: id, sent: input }, (context) =>
        noteLease(ports, context, { id, version, room, area }),
      )
    },
    { ...needProblemStatuses, 'room-not-offered': 409, 'area-not-lettable': 409 },
    owned,
  )
}

/** Square metres with at most two decimals, as the contract has checked. */
function squareDecimetres(text: string): number {
  const [whole = '0', fraction = ''] = text.split('.')
  return Number(whole + fraction.padEnd(2, '0'))
}

const over = ['leased', 'rated', 'not-found'] as const

/** Needs of the departments one works for once they have them, and those one recorded. */
function readNeeds({ database }: PremisesPorts, principal: Principal): Promise<NeedRow[]> {
  const { id, authorities } = principal.kind === 'person' ? principal : { id: null, authorities: [] }
  return (
    premisesTables(database)
      .selectFrom('space_need')
      .selectAll()
      .where(
        sql<boolean>`visitor_id = ${id} or (department = any(${[...authorities]}::text[]) and situation <> 'filed')`,
      )
      .orderBy(sql`situation in ('leased', 'rated', 'not-found')`)
      // where more are open than are listed, those that wait longest are among them
      .orderBy(sql`case when situation in ('leased', 'rated', 'not-found') then null else filed_at end`)
      .orderBy('filed_at', 'desc')
      .limit(mostListed)
      .execute()
  )
}

function isOver({ situation }: Pick<NeedRow, 'situation'>): boolean {
  return over.some((each) => each === situation)
}

function listedNeed(row: NeedRow, owed: readonly HandOff[]) {
  const next = isOver(row) ? undefined : owed.find(({ done, due }) => done === null && due !== null)
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    firm: row.firm,
    purpose: row.purpose,
    situation: row.situation,
    channel: row.state.channel,
    filedAt: row.filed_at.toISOString(),
    urgings: row.state.urgings,
    next: next === undefined ? null : handOffView(next),
  }
}

type Listed = ReturnType<typeof listedNeed>

/** What is open stands before what is over; of the open ones what is due first, and those without a day after it. */
function mostPressing(one: Listed, other: Listed): number {
  if (isOver(one) !== isOver(other)) return isOver(one) ? 1 : -1
  const due = ({ next }: Listed) => next?.due ?? '9999-12-31'
  if (due(one) !== due(other)) return due(one) < due(other) ? -1 : 1
  return one.filedAt < other.filedAt ? 1 : -1
}

/** Whose need it is. */
function findNeedResource({ database }: PremisesPorts) {
  return async ({ params }: { readonly params: { readonly id: string } }) => {
    const row = await premisesTables(database)
      .selectFrom('space_need')
      .select(['department', 'visitor_id', 'asker_id'])
      .where('id', '=', params.id)
      .executeTakeFirst()
    return row === undefined ? undefined : needResource(row)
  }
}
