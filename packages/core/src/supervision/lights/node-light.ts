/**
 * The light of a node on a day: a pure function of what was known on that day, the rule of that day and the calendar.
 *
 * Method: every criterion of the rule answers for itself with the numbers behind it; the severest answer is the light. Paused
 * days are never charged, and while a pause lasts the node is grey. A node that is done is green, however late it came; how
 * late stays readable.
 */

import { lastDay, lastEndedMonth, type PlainDate, type WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { chargedDay, lateNaturalDays, type Term } from './lateness.ts'
import { type Light, lights } from './light.ts'
import { type CriterionAnswer, criterionAnswers, isPausedOn } from './light-criteria.ts'
import type { LightCriteria, LightRule } from './light-rule.ts'
import { type KnownNode, knownOn, type NodeFacts } from './node-facts.ts'
import { pausedRanges } from './paused-days.ts'

/** Why a light is what it is, with the numbers that made it so. */
export interface LightReason {
  readonly criterion:
    | CriterionAnswer['criterion']
    | 'on-time'
    | 'done'
    | 'done-late'
    | 'paused'
    | 'not-planned'
    | 'amber-too-long'
  readonly light: Light
  readonly values: Readonly<Record<string, string | number>>
}

/** The light of a node with everything that speaks for it, severest first. */
export interface NodeLight {
  readonly node: string
  readonly light: Light
  readonly plannedOn: PlainDate | null
  /** the planned day moved by the paused days; null where nothing is planned, and while a pause moves it on every day */
  readonly dueOn: PlainDate | null
  readonly doneOn: PlainDate | null
  /** natural days late that are charged; 0 where it is not late */
  readonly lateDays: number
  readonly because: readonly LightReason[]
}

/** What a light is reckoned with besides the facts. */
export interface LightQuestion {
  readonly rule: LightRule
  readonly calendar: WorkingCalendar
  readonly on: PlainDate
  /** the node before this one; absent for the first */
  readonly predecessor?: NodeFacts
}

type Answer = Result<NodeLight, 'calendar-not-published'>

/**
 * The light of a node at the end of a day. Refused where a criterion counts working days in a year whose calendar is not
 * published.
 */
export function nodeLight(facts: NodeFacts, question: LightQuestion): Answer {
  const now = momentaryLight(facts, question)
  const { amberMonths } = criteriaOf(facts.node, question.rule)
  if (!now.ok || now.value.light !== 'amber' || amberMonths === undefined) return now
  const ended = lastEndedMonth(question.on)
  for (let back = 0; back < amberMonths; back += 1) {
    const then = momentaryLight(facts, { ...question, on: lastDay(ended - back) })
    if (!then.ok) return then
    if (then.value.light !== 'amber') return now
  }
  const reason: LightReason = { criterion: 'amber-too-long', light: 'red', values: { months: amberMonths } }
  return accept({ ...now.value, light: 'red', because: [reason, ...now.value.because] })
}

function criteriaOf(node: string, { nodes, otherwise }: LightRule): LightCriteria {
  return nodes[node] ?? otherwise
}

function momentaryLight(facts: NodeFacts, question: LightQuestion): Answer {
  const known = knownOn(facts, question.on)
  const until = known.doneOn ?? question.on
  const term = known.planned && {
    planned: known.planned.on,
    until,
    paused: pausedRanges(known.pauses, until),
  }
  const reasons = reasonsOf(facts, { known, term, question })
  if (!reasons.ok) return reasons
  const because = reasons.value.toSorted((a, b) => lights.indexOf(b.light) - lights.indexOf(a.light))
  return accept({
    node: facts.node,
    light: because[0]?.light ?? 'green',
    plannedOn: known.planned?.on ?? null,
    dueOn: dueDay(term, question.on),
    doneOn: known.doneOn ?? null,
    lateDays: term === undefined ? 0 : lateNaturalDays(term),
    because,
  })
}

function dueDay(term: Term | undefined, on: PlainDate): PlainDate | null {
  return term === undefined || isPausedOn(term, on) ? null : chargedDay(term)
}

interface Known {
  readonly known: KnownNode
  readonly term: Term | undefined
  readonly question: LightQuestion
}

function reasonsOf(
  { node }: NodeFacts,
  { known, term, question }: Known,
): Result<readonly LightReason[], 'calendar-not-published'> {
  const { rule, calendar, on, predecessor } = question
  if (known.doneOn !== undefined) return accept([doneReason(known.doneOn, term)])
  if (term === undefined) return accept([{ criterion: 'not-planned', light: 'open', values: {} }])
  if (isPausedOn(term, on)) return accept([pausedReason(known, on)])
  const isPredecessorDone = predecessor && knownOn(predecessor, on).doneOn !== undefined
  const answers = criterionAnswers(calendar, criteriaOf(node, rule), {
    term,
    progress: known.progress,
    isPredecessorDone,
  })
  if (!answers.ok || answers.value.length > 0) return answers
  return accept([{ criterion: 'on-time', light: 'green', values: { due: chargedDay(term) } }])
}

function doneReason(doneOn: PlainDate, term: Term | undefined): LightReason {
  const late = term === undefined ? 0 : lateNaturalDays(term)
  return late === 0
    ? { criterion: 'done', light: 'green', values: { doneOn } }
    : { criterion: 'done-late', light: 'green', values: { doneOn, naturalDays: late } }
}

function pausedReason({ pauses }: KnownNode, on: PlainDate): LightReason {
  const pause = pauses.findLast(({ from, until }) => from <= on && (until === undefined || on <= until))
  return {
    criterion: 'paused',
    light: 'paused',
    values: { since: pause?.from ?? on, document: pause?.document ?? '' },
  }
}
