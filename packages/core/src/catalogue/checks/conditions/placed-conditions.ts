/**
 * Every condition of a catalogue with the place where it stands.
 */

import type { Condition } from '../../../rules/index.ts'
import type { CatalogueEntries } from '../../catalogue-entries.ts'
import type { ContentFinding } from '../../reading/entry.ts'

/** A condition and its place. */
export interface PlacedCondition {
  readonly at: ContentFinding['path']
  readonly condition: Condition
}

/** All conditions: of services, evidence, special procedures, questions, rules, activities and guards. */
export function placedConditions(catalogue: CatalogueEntries): readonly PlacedCondition[] {
  const { services, attributes, derivedFacts, path } = catalogue
  const own = new Set(services.map(({ id }) => id))
  return [
    ...services.flatMap((service, index) => [
      ...placed(['services', index], service),
      ...service.evidence.flatMap((asked, place) => placed(['services', index, 'evidence', place], asked)),
      ...service.excluded.flatMap((procedure, place) =>
        placed(['services', index, 'excluded', place], procedure),
      ),
    ]),
    ...attributes.flatMap((attribute, index) => placed(['attributes', index], attribute)),
    ...derivedFacts.flatMap(({ rules }, index) =>
      rules.flatMap((rule, place) => placed(['derivedFacts', index, 'rules', place], rule)),
    ),
    ...path.activities.flatMap((activity, index) =>
      own.has(activity.id) ? [] : placed(['path', 'activities', index], activity),
    ),
    ...path.commitments.flatMap(({ guards }, index) =>
      guards.flatMap((guard, place) => placed(['path', 'commitments', index, 'guards', place], guard)),
    ),
  ]
}

function placed(
  at: ContentFinding['path'],
  { when }: { readonly when?: Condition | undefined },
): readonly PlacedCondition[] {
  return when ? [{ at: [...at, 'when'], condition: when }] : []
}
