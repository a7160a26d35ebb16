/**
 * What each commitment would bring a project, and which combination brings most.
 */

import { daysBetween } from '../../calendar/index.ts'
import type { Catalogue, Commitment, Guard, Mark, Wording } from '../../catalogue/index.ts'
import { evaluate, type Facts } from '../../rules/index.ts'
import { bestCombination, type CombinationEnds } from '../network/combinations.ts'
import type { CommitmentAdvice } from '../network/commitment-advice.ts'
import type { WorkingDayAxis } from './working-day-axis.ts'

/** Days between two ends: working days, and natural days where the plan has dates. */
export interface DaysSaved {
  readonly workingDays: number
  readonly naturalDays?: number
}

/** A condition of a commitment, for people. */
export interface PlanGuard {
  readonly expression: string
  readonly sentence: Wording
  readonly source: string
  readonly mark: Mark
}

/**
 * One sentence for each commitment. `saves`: signed in addition it brings the permit forward. `delays-without`: it is
 * signed, and without it the permit comes later. `needs-others`: alone nothing, with `others` it does. `saves-nothing`: it
 * never does. `not-applicable`: a condition is not met, or the project does not need its service.
 */
export type PlanAdvice =
  | FoundAdvice
  | { readonly code: 'not-applicable'; readonly unmet: readonly PlanGuard[] }

/** The sentence for a commitment that may be signed. */
export type FoundAdvice =
  | ({ readonly code: 'saves' | 'delays-without' } & DaysSaved)
  | { readonly code: 'needs-others'; readonly others: readonly string[] }
  | { readonly code: 'saves-nothing' }

/** A commitment in a plan. */
export interface PlanCommitment {
  readonly id: string
  readonly signed: boolean
  readonly advice: PlanAdvice
  /** conditions that must still be confirmed before it may be signed */
  readonly open: readonly PlanGuard[]
}

/** The combination that brings the permit nearest, with the fewest commitments among equals. */
export interface BestCombination extends DaysSaved {
  readonly signed: readonly string[]
}

/** The guards of a commitment: those known not to be met, and those not known. */
export function guardsOf({ guards }: Commitment, facts: Facts) {
  const answered = guards.map((guard) => ({ guard, truth: evaluate(guard.when, facts).value }))
  return {
    unmet: answered.flatMap(({ guard, truth }) => (truth === false ? [forPeople(guard)] : [])),
    open: answered.flatMap(({ guard, truth }) => (typeof truth === 'boolean' ? [] : [forPeople(guard)])),
  }
}

function forPeople({ when, sentence, source, mark }: Guard): PlanGuard {
  return { expression: when.text, sentence, source, mark }
}

/** What a plan knows of commitments. */
export interface CommitmentSources {
  readonly catalogue: Catalogue
  readonly facts: Facts
  readonly needed: ReadonlySet<string>
  readonly signed: readonly string[]
}

/** Whether a commitment may be signed at all. */
export function isApplicable(
  commitment: Commitment,
  { facts, needed }: Pick<CommitmentSources, 'facts' | 'needed'>,
): boolean {
  return needed.has(commitment.service) && guardsOf(commitment, facts).unmet.length === 0
}

/** All commitments of the catalogue with their sentences; `advice` is about those that may be signed. */
export function planCommitments(
  { catalogue, facts, signed }: CommitmentSources,
  advice: ReadonlyMap<string, FoundAdvice>,
): readonly PlanCommitment[] {
  return catalogue.path.commitments.map((commitment) => {
    const { unmet, open } = guardsOf(commitment, facts)
    const { id } = commitment
    const said = advice.get(id) ?? { code: 'not-applicable' as const, unmet }
    return { id, signed: signed.includes(id), advice: said, open }
  })
}

/** Sentences with their days. */
export function foundAdvice(
  advice: ReadonlyMap<string, CommitmentAdvice>,
  axis: WorkingDayAxis | undefined,
): ReadonlyMap<string, FoundAdvice> {
  return new Map(
    [...advice].map(([id, found]) => [
      id,
      'sooner' in found ? { code: found.code, ...daysSaved(found.later, found.sooner, axis) } : found,
    ]),
  )
}

/** The best combination and what it saves against signing nothing. */
export function planBest(ends: CombinationEnds, axis: WorkingDayAxis | undefined): BestCombination {
  const { signed, workingDays } = bestCombination(ends)
  return { signed, ...daysSaved(ends.ends[0] ?? 0, workingDays, axis) }
}

/** The days between two times. */
export function daysSaved(later: number, sooner: number, axis: WorkingDayAxis | undefined): DaysSaved {
  const workingDays = later - sooner
  if (axis === undefined) return { workingDays }
  return { workingDays, naturalDays: daysBetween(axis.dateAt(sooner), axis.dateAt(later)) }
}
