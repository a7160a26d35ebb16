/**
 * How far the handling of a lead is, in words and days.
 */

import type * as contract from '@guanjia/contract/leads'
import type { RouteOutput } from '@guanjia/contract/route'
import type { PlainDate } from '@guanjia/core/calendar'
import { accept, type Result } from '@guanjia/core/kernel'
import {
  type HandlingClock,
  type HandlingEvent,
  type HandlingSituation,
  handlingClocks,
  handlingLight,
  isOver,
  situationOf,
} from '@guanjia/core/leads'
import type { Sent } from '../../../platform/http/handler.ts'
import { type DeskRoom, namesOf } from '../desk-ports.ts'
import { type HandlingContent, ruleOf } from '../handling-content.ts'
import type { HandledLead } from '../store/lead-store.ts'

/** The view. */
export type HandlingView = Sent<RouteOutput<typeof contract.actOnLead>>

/** What comes next, in the words of the office. */
export function situationName(content: HandlingContent, situation: HandlingSituation): string {
  if (situation === 'received') return '待处置'
  return situation === 'proposed' ? '待复核' : content.dispositions[situation]['zh-CN']
}

/** The open clocks of a lead on a day. */
export function clocksOf({ content, zone }: DeskRoom, { state }: HandledLead, on: PlainDate) {
  return handlingClocks(state, ruleOf(content), { calendar: zone.calendar, on })
}

/** A time limit by its name. */
export function clockName({ clocks }: HandlingContent, { kind }: HandlingClock): string {
  return clocks[kind]['zh-CN']
}

/** Everything the desk shows of the handling. */
export async function handlingView(
  room: DeskRoom,
  lead: HandledLead,
  { on, viewer }: { readonly on: PlainDate; readonly viewer: string },
): Promise<Result<HandlingView, 'calendar-not-published'>> {
  const { content } = room
  const { state, events } = lead
  const clocks = clocksOf(room, lead, on)
  if (!clocks.ok) return clocks
  const names = await namesOf(room, [...events.map(({ by }) => by), state.proposal?.by ?? null])
  const situation = situationOf(state)
  const { proposal } = state
  return accept({
    situation,
    situationName: situationName(content, situation),
    light: handlingLight(state, clocks.value),
    isOver: isOver(state),
    clocks: clocks.value.map((clock) => clockView(content, clock)),
    coding: state.coding,
    proposal: proposal && {
      disposition: proposal.disposition,
      name: content.dispositions[proposal.disposition]['zh-CN'],
      finding: proposal.finding,
      findingName: proposal.finding && content.findings[proposal.finding]['zh-CN'],
      on: proposal.on,
      by: names.get(proposal.by) ?? '',
      isMine: proposal.by === viewer,
    },
    told: { acceptance: state.told.acceptance ?? null, result: state.told.result ?? null },
    sentOn: state.sentOn,
    history: events.map((event) => ({
      on: event.on,
      what: eventWords(content, event),
      by: names.get(event.by) ?? '',
    })),
  })
}

function clockView(content: HandlingContent, clock: HandlingClock) {
  const { kind, from, due, light, left, days } = clock
  const { source, mark } = content.clocks[kind]
  return {
    kind,
    name: clockName(content, clock),
    from,
    due,
    light,
    left,
    source,
    isUnconfirmed: mark === 'U',
    days: days.map(({ date, counted, reason }) => ({ date, counted, reason })),
  }
}

function eventWords({ dispositions, findings, clocks }: HandlingContent, event: HandlingEvent): string {
  switch (event.type) {
    case 'coded':
      return '登记归类'
    case 'proposed': {
      const finding = event.finding === null ? '' : `：${findings[event.finding]['zh-CN']}`
      return `拟${dispositions[event.disposition]['zh-CN']}${finding}`
    }
    case 'confirmed':
      return '复核同意'
    case 'sent-back':
      return '退回处置意见'
    case 'told':
      return clocks[event.what === 'acceptance' ? 'acceptance-notice' : 'result-notice']['zh-CN']
    case 'sent-on':
      return '已报送'
  }
}
