/**
 * The list of the desk: days and states, nothing of what was said.
 */

import type * as contract from '@guanjia/contract/leads'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Person } from '@guanjia/core/access'
import { accept, type Result } from '@guanjia/core/kernel'
import { handlingLight, isOver, situationOf } from '@guanjia/core/leads'
import type { Sent } from '../../../platform/http/handler.ts'
import { type DeskRoom, dayOf } from '../desk-ports.ts'
import { standingOf } from '../store/envelope-store.ts'
import { keysOf } from '../store/key-store.ts'
import { type HandledLead, listLeads } from '../store/lead-store.ts'
import { clockName, clocksOf, situationName } from './handling-view.ts'

type List = Sent<RouteOutput<typeof contract.listLeads>>
type Listed = List['leads'][number]

/** The leads about other authorities than the reader's own: the red ones first, then by what is owed soonest. */
export async function deskList(
  room: DeskRoom,
  { id, authorities }: Person,
  now: Date,
): Promise<Result<List, 'calendar-not-published'>> {
  const { leads } = room
  const on = dayOf(room, now)
  const [all, keys] = [await listLeads(leads, authorities), await keysOf(leads, id)]
  const standing = await standingOf(
    leads,
    keys.map(({ key_id: keyId }) => keyId),
  )
  const listed: Listed[] = []
  for (const lead of all) {
    const shown = row(room, lead, on)
    if (!shown.ok) return shown
    listed.push({
      ...shown.value,
      isWaitingForAnswer: standing.waiting.has(lead.row.id),
      isSealedToMe: standing.openedByMe.has(lead.row.id),
    })
  }
  return accept({
    leads: listed.toSorted(byUrgency),
    counts: {
      red: listed.filter(({ light }) => light === 'red').length,
      amber: listed.filter(({ light }) => light === 'amber').length,
      green: listed.filter(({ light }) => light === 'green').length,
      over: all.filter(({ state }) => isOver(state)).length,
    },
    suggestions: await openSuggestions(room),
  })
}

type Row = Omit<Listed, 'isWaitingForAnswer' | 'isSealedToMe'>

function row(
  room: DeskRoom,
  lead: HandledLead,
  on: ReturnType<typeof dayOf>,
): Result<Row, 'calendar-not-published'> {
  const clocks = clocksOf(room, lead, on)
  if (!clocks.ok) return clocks
  const [first] = clocks.value
  const situation = situationOf(lead.state)
  return accept({
    id: lead.row.id,
    receivedOn: lead.row.received_on,
    origin: lead.row.origin,
    isNamed: lead.state.isNamed,
    situation,
    situationName: situationName(room.content, situation),
    light: handlingLight(lead.state, clocks.value),
    owed:
      first === undefined ? null : { name: clockName(room.content, first), due: first.due, left: first.left },
  })
}

const order = ['red', 'amber', 'green']

function byUrgency(one: Listed, other: Listed): number {
  const rank = ({ light }: Listed) => (light === null ? order.length : order.indexOf(light))
  const due = ({ owed, receivedOn }: Listed) => owed?.due ?? receivedOn
  return rank(one) - rank(other) || due(one).localeCompare(due(other))
}

async function openSuggestions({ leads }: DeskRoom): Promise<List['suggestions']> {
  const rows = await leads
    .selectFrom('leads.suggestion')
    .selectAll()
    .where('taken_as', 'is', null)
    .orderBy('decided_on')
    .execute()
  return rows.map(({ supervised_id: supervisedId, node, project, decided_on: decidedOn }) => ({
    supervisedId,
    node,
    project,
    decidedOn,
  }))
}
