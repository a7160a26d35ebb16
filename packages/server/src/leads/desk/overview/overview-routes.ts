/**
 * Counts and patterns, for those who read no lead.
 */

import * as contract from '@guanjia/contract/leads'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept, type Result } from '@guanjia/core/kernel'
import { type HandlingClockKind, handlingClockKinds, isOver, patternTable } from '@guanjia/core/leads'
import type { Sent } from '../../../platform/http/handler.ts'
import { authoritiesOf, type DeskRoom, dayOf } from '../desk-ports.ts'
import { clocksOf } from '../leads/handling-view.ts'
import { listLeads } from '../store/lead-store.ts'

type Overdue = Sent<RouteOutput<typeof contract.countOverdue>>
type Patterns = Sent<RouteOutput<typeof contract.readPatterns>>

/** Answers the routes of counts. */
export function implementOverviewRoutes(room: DeskRoom): void {
  const { implement, clock } = room
  implement(contract.countOverdue, () => countOverdue(room, clock.now()), { 'calendar-not-published': 503 })
  implement(
    contract.readPatterns,
    async ({ query }) => accept(await readPatterns(room, query.year ?? dayOf(room, clock.now()).slice(0, 4))),
    {},
  )
}

async function countOverdue(room: DeskRoom, now: Date): Promise<Result<Overdue, 'calendar-not-published'>> {
  const all = await listLeads(room.leads)
  const late: HandlingClockKind[] = []
  let overdue = 0
  for (const lead of all) {
    const clocks = clocksOf(room, lead, dayOf(room, now))
    if (!clocks.ok) return clocks
    const red = clocks.value.filter(({ light }) => light === 'red').map(({ kind }) => kind)
    late.push(...red)
    overdue += red.length > 0 ? 1 : 0
  }
  return accept({
    total: all.filter(({ state }) => !isOver(state)).length,
    overdue,
    limits: handlingClockKinds.map((kind) => ({
      name: room.content.clocks[kind]['zh-CN'],
      overdue: late.filter((one) => one === kind).length,
    })),
  })
}

/** Years do not overlap: two reports never have a lead in common. */
async function readPatterns(room: DeskRoom, year: string): Promise<Patterns> {
  const { content } = room
  const all = await listLeads(room.leads)
  const yearOf = (receivedOn: string) => receivedOn.slice(0, 4)
  const leads = all
    .filter(({ row }) => yearOf(row.received_on) === year)
    .flatMap(({ state }) => (state.coding === null ? [] : [state.coding]))
  const fields = content.fields.list.map((field) => ({ id: field.id, name: field['zh-CN'] }))
  // all of them: to leave out whoever has none would say that the others have some
  const departments = authoritiesOf(room).map(({ id, name }) => ({ id, name: name['zh-CN'] }))
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  const { atLeast } = content.patterns
  const table = patternTable({ fields: ids(fields), departments: ids(departments), leads, atLeast })
  const { cells, fieldTotals, departmentTotals, total } = table
  return {
    year,
    years: [...new Set([year, ...all.map(({ row }) => yearOf(row.received_on))])].toSorted().toReversed(),
    atLeast,
    isUnconfirmed: content.fields.mark === 'U',
    fields,
    departments,
    cells,
    fieldTotals,
    departmentTotals,
    total,
  }
}
