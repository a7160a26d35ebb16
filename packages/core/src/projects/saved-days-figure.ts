/**
 * The zone's figure of days saved (H13): the mean over projects of baseline minus actual, with everything a reader needs to
 * doubt it. Days are summed as whole numbers; the mean is a fraction until it is shown.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'

/** What one project took, in one unit. */
export interface ProjectDuration {
  readonly projectId: string
  /** class of project the baseline was taken from, a word of content */
  readonly kind: string
  /** whole days it would have taken */
  readonly baseline: number
  /** whole days it took */
  readonly actual: number
}

/** What a project took from its start to its permit. */
export interface FinishedProject {
  readonly projectId: string
  readonly kind: string
  /** whole days, 0 or more */
  readonly days: number
}

/**
 * Each project against the median of its class before: of an even number the lower middle, so that nothing is gained by
 * rounding. A project whose class has no record before is left out: it has nothing to be measured by.
 */
export function againstMedian(
  before: readonly FinishedProject[],
  now: readonly FinishedProject[],
): readonly ProjectDuration[] {
  return now.flatMap(({ projectId, kind, days: actual }) => {
    const ofClass = before.filter((each) => each.kind === kind)
    const baseline = lowerMedian(ofClass.map(({ days }) => days))
    return baseline === undefined ? [] : [{ projectId, kind, baseline, actual }]
  })
}

function lowerMedian(days: readonly number[]): number | undefined {
  return days.toSorted((one, other) => one - other)[Math.floor((days.length - 1) / 2)]
}

/** The figure, as an exact fraction of whole numbers. */
export interface SavedDays {
  readonly projects: number
  /** whole days saved over all projects; negative where they were lost */
  readonly sum: number
  readonly least: number
  readonly most: number
  readonly unit: 'working-days' | 'natural-days'
}

/** Sums what projects saved. Refuses with `nothing-to-average` where there is none: a mean of nothing is no zero. */
export function savedDays(
  durations: readonly ProjectDuration[],
  unit: SavedDays['unit'],
): Result<SavedDays, 'nothing-to-average'> {
  if (durations.length === 0) return refuse('nothing-to-average')
  const saved = durations.map(({ baseline, actual }) => baseline - actual)
  return accept({
    projects: saved.length,
    sum: saved.reduce((sum, days) => sum + days, 0),
    least: Math.min(...saved),
    most: Math.max(...saved),
    unit,
  })
}
