/**
 * The ladder of supervision orders (三级督办): reminder, warning, order. A node that stays red climbs one rung where the order
 * before it was not enough: where the unit let the day of its answer pass in silence, or where the order was closed and the
 * light is red still. One rung at a time, and a person issues every order: this only says which draft is due. Practice
 * published in Huating, 2017: the next level only where the one before has run out without improvement.
 */

import { dueDate, type PlainDate, type WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'

/** The rungs, the mildest first. */
export const orderLevels = ['blue', 'yellow', 'red'] as const

/** One of the rungs. */
export type OrderLevel = (typeof orderLevels)[number]

/** Where an order may stand. A lapsed one was never issued; a superseded one was left unanswered and another took its place. */
export const orderStates = ['drafted', 'lapsed', 'issued', 'answered', 'closed', 'superseded'] as const

/** Where an order stands. */
export type OrderState = (typeof orderStates)[number]

/** Why an order is drafted: the first of a red light, after silence, or after a closing that did not help. */
export const orderReasons = ['turned-red', 'unanswered', 'still-red'] as const

/** Why an order is drafted. */
export type OrderReason = (typeof orderReasons)[number]

/** An order of a node, as far as the ladder asks. */
export interface LadderOrder {
  readonly id: string
  readonly level: OrderLevel
  readonly state: OrderState
  /** last day of the answer; null before it was issued */
  readonly answerBy: PlainDate | null
  /** day of the closing; null before */
  readonly closedOn: PlainDate | null
}

/** A node whose light is red today. */
export interface RedNode {
  /** orders drafted since the light turned red, and any older one that is open still; in the order of their drafting */
  readonly orders: readonly LadderOrder[]
  readonly on: PlainDate
}

/** What time the zone gives between a closing and the next rung. */
export interface LadderRule {
  readonly calendar: WorkingCalendar
  /** working days after a closing in which the light may still turn, 0 or more */
  readonly restWorkingDays: number
}

/** The draft that is due: its rung, why, and the order that it follows; an unanswered one is superseded by it. */
export interface DueOrder {
  readonly level: OrderLevel
  readonly reason: OrderReason
  readonly follows: string | null
}

/** The rung above; the highest stays itself. */
function above(level: OrderLevel): OrderLevel {
  return orderLevels[orderLevels.indexOf(level) + 1] ?? level
}

/**
 * The draft that is due for a red node; null while the last order still has its time, waits for somebody, or stands on the
 * highest rung unanswered, where nothing sharper follows. Refused where the day of the next rung cannot be counted.
 */
export function dueOrder(
  { orders, on }: RedNode,
  { calendar, restWorkingDays }: LadderRule,
): Result<DueOrder | null, 'calendar-not-published'> {
  const last = orders.findLast(({ state }) => state !== 'lapsed')
  if (last === undefined) return accept({ level: 'blue', reason: 'turned-red', follows: null })
  const next = { level: above(last.level), follows: last.id }
  if (last.state === 'issued') {
    const isSilent = last.answerBy !== null && on > last.answerBy
    return accept(isSilent && next.level !== last.level ? { ...next, reason: 'unanswered' } : null)
  }
  if (last.state !== 'closed' || last.closedOn === null) return accept(null)
  const rest = dueDate(calendar, last.closedOn, restWorkingDays)
  if (!rest.ok) return rest
  return accept(on > rest.value.due ? { ...next, reason: 'still-red' } : null)
}

/**
 * How far up an order may be issued: one above the sharpest that has gone out for the node.
 *
 * @param issued - levels of the orders issued so far
 */
export function mayBeIssuedAt(level: OrderLevel, issued: readonly OrderLevel[]): boolean {
  const reached = Math.max(-1, ...issued.map((each) => orderLevels.indexOf(each)))
  return orderLevels.indexOf(level) <= reached + 1
}
