/**
 * What changed since the last version of a plan, and whether it is worth a new one.
 */

import type { PlanChange, PlanDiff } from '@guanjia/core/planning'
import type { CatalogueVersion } from '../../catalogue/index.ts'
import type { PlanRow, PlanSource } from './plan-source.ts'

const happenings = new Set<PlanChange['kind']>(['step-started', 'step-finished', 'step-late'])

/** Nothing changed, or what happened moved neither the permit nor the end: that makes no version. */
export function isOnlyAsPlanned(changes: readonly PlanChange[], diff: PlanDiff | null): boolean {
  if (changes.length === 0) return true
  if (diff === null || changes.some(({ kind }) => !happenings.has(kind))) return false
  return diff.permit === undefined && diff.end === undefined
}

/** The version of the catalogue that a plan is made with, and why it was taken. */
export interface TakenVersion extends Pick<CatalogueVersion, 'number' | 'catalogue'> {
  readonly reason?: string | undefined
}

/** Why there is a new version: facts, days and commitments that differ, and another catalogue. */
export function changesSince(
  last: PlanRow | undefined,
  source: PlanSource,
  { number, catalogue, reason }: TakenVersion,
): readonly PlanChange[] {
  if (last === undefined) return [{ kind: 'first' }]
  const changed = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    )
  const attributes = changed(last.facts, source.facts)
  const steps = changed(last.durations, source.durations)
  const [before, after] = [last.signed, source.signed]
  return [
    ...(attributes.length > 0 ? [{ kind: 'facts' as const, attributes }] : []),
    ...steps.map((step) => ({ kind: 'duration-set' as const, step })),
    ...after
      .filter((id) => !before.includes(id))
      .map((commitment) => ({ kind: 'commitment-signed' as const, commitment })),
    ...before
      .filter((id) => !after.includes(id))
      .map((commitment) => ({ kind: 'commitment-withdrawn' as const, commitment })),
    ...(last.catalogue === number
      ? []
      : [
          {
            kind: 'catalogue-published' as const,
            version: catalogue.version,
            number,
            ...(reason && { reason }),
          },
        ]),
  ]
}
