/**
 * Whatever somebody owes by a day, wherever it comes from: the clock of a case, a commitment to be made up, an issue of the
 * register, a task. One function judges them all, the one that judges the nodes of projects.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { Result } from '../../kernel/index.ts'
import { type Light, lights } from '../lights/light.ts'
import type { NodeFacts } from '../lights/node-facts.ts'
import { type LightQuestion, type NodeLight, nodeLight } from '../lights/node-light.ts'

/** What an obligation comes from; the rule of the lights may have criteria of its own for each. */
export const obligationKinds = ['project', 'case', 'commitment', 'issue', 'task'] as const

/** One of those kinds. */
export type ObligationKind = (typeof obligationKinds)[number]

/** Something owed. */
export interface Obligation {
  readonly kind: ObligationKind
  /** the last day; null while a rest leaves it open */
  readonly due: PlainDate | null
  /** what its clock rests for, and since when; absent while it runs */
  readonly rest?: { readonly since: PlainDate; readonly why: string }
  /** the day on which whoever owes it did their part, where somebody else has yet to look */
  readonly metOn?: PlainDate
}

/** What obligations are judged with. */
export type ObligationQuestion = Omit<LightQuestion, 'predecessor'>

/**
 * The light of an obligation at the end of a day. Refused where a criterion counts working days in a year whose calendar is
 * not published.
 */
export function obligationLight(
  obligation: Obligation,
  question: ObligationQuestion,
): Result<NodeLight, 'calendar-not-published'> {
  return nodeLight(factsOf(obligation), question)
}

/** A clock that rests shows grey although its last day is not known; its day before the rest says nothing. */
function factsOf({ kind, due, rest, metOn }: Obligation): NodeFacts {
  const planned = due ?? rest?.since
  return {
    node: kind,
    plans: planned === undefined ? [] : [{ on: planned }],
    ...(metOn === undefined ? {} : { done: { on: metOn } }),
    ...(rest === undefined
      ? {}
      : { pauses: [{ from: rest.since, consentedOn: rest.since, document: rest.why }] }),
  }
}

/** What two obligations are put in order by. */
export interface Pressing {
  readonly light: Light
  /** natural days late; 0 where it is not */
  readonly lateDays: number
  /** ISO day, which sorts as text */
  readonly due: string | null
}

/** The worst light first, among equal ones the longest late, then what is due first; what has no day comes last. */
export function byPressure(one: Pressing, other: Pressing): number {
  const severity = lights.indexOf(other.light) - lights.indexOf(one.light)
  if (severity !== 0) return severity
  if (one.lateDays !== other.lateDays) return other.lateDays - one.lateDays
  if (one.due === other.due) return 0
  if (one.due === null) return 1
  return other.due === null || one.due < other.due ? -1 : 1
}
