/**
 * The criteria of a rule, each answering for itself. A criterion that finds nothing to say gives no answer.
 */

import { lastEndedMonth, monthNumber, type PlainDate, type WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { chargedDay, isLateBeyond, isWithin, lateNaturalDays, type Term } from './lateness.ts'
import { type LightCriteria, type ProgressUnit, reaches } from './light-rule.ts'
import type { ProgressReport } from './node-facts.ts'

/** What one criterion says. */
export interface CriterionAnswer {
  readonly criterion: 'near-due' | 'overdue' | 'missed-months' | 'behind'
  readonly light: 'amber' | 'red'
  readonly values: Readonly<Record<string, string | number>>
}

/** An open node that has a planned day, as it is known on the day of the question. */
export interface OpenNode {
  readonly term: Term
  readonly progress: ProgressReport | undefined
  /** undefined where it is the first */
  readonly isPredecessorDone: boolean | undefined
}

type Answer = Result<CriterionAnswer | undefined, 'calendar-not-published'>

/** What the criteria say about an open node, in the order of the rule. */
export function criterionAnswers(
  calendar: WorkingCalendar,
  criteria: LightCriteria,
  node: OpenNode,
): Result<readonly CriterionAnswer[], 'calendar-not-published'> {
  const answers: CriterionAnswer[] = []
  for (const ask of [nearDue, overdue, missedMonths, behind]) {
    const answer: Answer = ask(calendar, criteria, node)
    if (!answer.ok) return answer
    if (answer.value !== undefined) answers.push(answer.value)
  }
  return accept(answers)
}

function nearDue(
  calendar: WorkingCalendar,
  { nearDue: rule }: LightCriteria,
  { term, isPredecessorDone }: OpenNode,
): Answer {
  if (rule === undefined || isLate(term)) return accept(undefined)
  if (rule.whilePredecessorOpen === true && isPredecessorDone !== false) return accept(undefined)
  const isNear = isWithin(calendar, term, rule.within)
  if (!isNear.ok) return isNear
  if (!isNear.value) return accept(undefined)
  return accept({ criterion: 'near-due', light: 'amber', values: { due: chargedDay(term), ...rule.within } })
}

function overdue(calendar: WorkingCalendar, { overdue: rule }: LightCriteria, { term }: OpenNode): Answer {
  if (rule === undefined || !isLate(term)) return accept(undefined)
  const isBeyond = isLateBeyond(calendar, term, rule.amberUpTo)
  if (!isBeyond.ok) return isBeyond
  const values = { due: chargedDay(term), naturalDays: lateNaturalDays(term), ...rule.amberUpTo }
  return accept({ criterion: 'overdue', light: isBeyond.value ? 'red' : 'amber', values })
}

function missedMonths(_: WorkingCalendar, { missedMonths: rule }: LightCriteria, { term }: OpenNode): Answer {
  if (rule === undefined) return accept(undefined)
  const months = lastEndedMonth(term.until) - monthNumber(chargedDay(term)) + 1
  if (months <= 0 || !reaches(months, rule.amber)) return accept(undefined)
  const light = reaches(months, rule.red) ? 'red' : 'amber'
  return accept({ criterion: 'missed-months', light, values: { due: chargedDay(term), months } })
}

function behind(_: WorkingCalendar, { behind: rule }: LightCriteria, { progress }: OpenNode): Answer {
  if (rule === undefined || progress === undefined) return accept(undefined)
  const { planned, actual, on } = progress
  if (!reaches(missing(progress, rule.amber.unit), rule.amber)) return accept(undefined)
  const light = reaches(missing(progress, rule.red.unit), rule.red) ? 'red' : 'amber'
  return accept({ criterion: 'behind', light, values: { reported: on, planned, actual } })
}

function missing({ planned, actual }: ProgressReport, unit: ProgressUnit): number {
  const points = planned - actual
  return unit === 'points' || planned === 0 ? points : (100 * points) / planned
}

function isLate({ until, ...plan }: Term): boolean {
  return until > chargedDay(plan)
}

/** Whether a pause lies on a day. */
export function isPausedOn({ paused }: Pick<Term, 'paused'>, on: PlainDate): boolean {
  return paused.some(({ from, until }) => from <= on && on <= until)
}
