/**
 * What changed from one version of a plan to the next.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlannedStep } from '../plan/planned-step.ts'

/** Why there is a new version. */
export type PlanChange =
  | { readonly kind: 'first' }
  | { readonly kind: 'facts'; readonly attributes: readonly string[] }
  | { readonly kind: 'duration-set'; readonly step: string }
  | { readonly kind: 'commitment-signed' | 'commitment-withdrawn'; readonly commitment: string }
  | { readonly kind: 'step-started' | 'step-finished' | 'step-late'; readonly step: string }
  | { readonly kind: 'calendar-published'; readonly version: string }
  | CatalogueChange

/** Another version of the catalogue: `number` and `reason` are those of whoever had the plan made anew with it. */
export interface CatalogueChange {
  readonly kind: 'catalogue-published'
  readonly version: string
  readonly number?: number
  readonly reason?: string
}

/** A time that moved; dates where both plans have them. */
export interface Moved {
  readonly from: number
  readonly to: number
  /** positive = later */
  readonly workingDays: number
  readonly dates?: { readonly from: PlainDate; readonly to: PlainDate }
}

/** A step whose finish moved. */
export interface MovedStep extends Moved {
  readonly id: string
}

/** The difference between two versions. */
export interface PlanDiff {
  /** ids */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly moved: readonly MovedStep[]
  /** ids of steps that became critical, or ceased to be */
  readonly nowCritical: readonly string[]
  readonly noLongerCritical: readonly string[]
  /** absent where it did not move, or one of the plans has none */
  readonly permit?: Moved
  readonly end?: Moved
}

/** Compares two versions of the plan of one project that begin on the same day. */
export function planDiff(before: Plan, after: Plan): PlanDiff {
  const [old, now] = [byId(before), byId(after)]
  const kept = after.steps.flatMap((step) => {
    const was = old.get(step.id)
    return was === undefined ? [] : [{ was, is: step }]
  })
  const permit = moved(
    { time: before.workingDays.permit, date: before.dates?.permit },
    { time: after.workingDays.permit, date: after.dates?.permit },
  )
  const end = moved(
    { time: before.workingDays.end, date: before.dates?.end },
    { time: after.workingDays.end, date: after.dates?.end },
  )
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    moved: kept.flatMap(({ was, is }) => {
      const by = moved(finishOf(was), finishOf(is))
      return by === undefined ? [] : [{ id: is.id, ...by }]
    }),
    nowCritical: kept.filter(({ was, is }) => is.critical && !was.critical).map(({ is }) => is.id),
    noLongerCritical: kept.filter(({ was, is }) => was.critical && !is.critical).map(({ is }) => is.id),
    ...(permit && { permit }),
    ...(end && { end }),
  }
}

interface Point {
  readonly time: number | null
  readonly date: PlainDate | null | undefined
}

function finishOf({ earlyFinish, dates }: PlannedStep): Point {
  return { time: earlyFinish, date: dates?.early }
}

function moved(from: Point, to: Point): Moved | undefined {
  if (from.time === null || to.time === null || from.time === to.time) return undefined
  const dates = from.date && to.date ? { dates: { from: from.date, to: to.date } } : {}
  return { from: from.time, to: to.time, workingDays: to.time - from.time, ...dates }
}

function byId({ steps }: Plan): ReadonlyMap<string, PlannedStep> {
  return new Map(steps.map((step) => [step.id, step]))
}
