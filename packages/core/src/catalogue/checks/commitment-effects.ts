/**
 * Commitments that change nothing, or that nothing guards.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ContentFinding } from '../reading/entry.ts'

/** Commitments that no prerequisite names as `waivedBy`, and those without a guard. */
export function commitmentEffects({ path }: CatalogueEntries): readonly ContentFinding[] {
  const prerequisites = [...path.activities, ...path.extraPrerequisites].flatMap(({ after }) => after)
  const waiving = new Set(prerequisites.map(({ waivedBy }) => waivedBy))
  return path.commitments.flatMap(({ id, guards }, index) => [
    ...(waiving.has(id) ? [] : [fault('commitment-idle', index, `No prerequisite falls away by ${id}.`)]),
    ...(guards.length > 0
      ? []
      : [fault('commitment-unguarded', index, `${id} may be signed by anybody at any time.`)]),
  ])
}

function fault(code: string, index: number, sentence: string): ContentFinding {
  return { code, path: ['path', 'commitments', index], sentence }
}
