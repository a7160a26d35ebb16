/**
 * Ids that two entries of one kind bear.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ContentFinding } from '../reading/entry.ts'

type Path = ContentFinding['path']

/** Every second and later entry of an id. */
export function repeatedIds(catalogue: CatalogueEntries): readonly ContentFinding[] {
  const { path } = catalogue
  const kinds: readonly (readonly [Path, readonly { readonly id: string }[]])[] = [
    [['authorities'], catalogue.authorities],
    [['groups'], catalogue.groups],
    [['statutes'], catalogue.statutes],
    [['registers'], catalogue.registers],
    [['services'], catalogue.services],
    [['evidence'], catalogue.evidenceTypes],
    [['outputs'], catalogue.outputs],
    [['topics'], catalogue.topics],
    [['attributes'], catalogue.attributes],
    [['derivedFacts'], catalogue.derivedFacts.map(({ gives }) => ({ id: gives }))],
    [['path', 'activities'], path.activities],
    [['path', 'commitments'], path.commitments],
    [['path', 'extraPrerequisites'], path.extraPrerequisites.map(({ service }) => ({ id: service }))],
  ]
  return kinds.flatMap(([place, entries]) => repeatedIn(place, entries))
}

function repeatedIn(place: Path, entries: readonly { readonly id: string }[]): readonly ContentFinding[] {
  const first = new Map(entries.map(({ id }, index) => [id, index] as const).toReversed())
  return entries.flatMap(({ id }, index) =>
    id === '' || first.get(id) === index
      ? []
      : [{ code: 'id-repeated', path: [...place, index, 'id'], sentence: `Another entry is called ${id}.` }],
  )
}
