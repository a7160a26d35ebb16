/**
 * Services that no project ever needs, and pairs that exclude each other in words but not by their conditions.
 */

import { type Condition, evaluate } from '../../../rules/index.ts'
import type { CatalogueEntries } from '../../catalogue-entries.ts'
import type { ProjectAttribute } from '../../projects/project-attribute.ts'
import type { ContentFinding } from '../../reading/entry.ts'
import type { PublicService } from '../../services/public-service.ts'
import { factSamples } from './fact-samples.ts'

type Attributes = ReadonlyMap<string, ProjectAttribute>

/** Dead services, and pairs declared exclusive that one project may need both. */
export function reachableServices(catalogue: CatalogueEntries): readonly ContentFinding[] {
  const attributes: Attributes = new Map(catalogue.attributes.map((attribute) => [attribute.id, attribute]))
  const byId = new Map(catalogue.services.map((service) => [service.id, service]))
  return catalogue.services.flatMap((service, index) => [
    ...(canAllBeTrue([service], attributes) === false
      ? [
          {
            code: 'service-dead',
            path: ['services', index, 'when'],
            sentence: `No project needs ${service.id}.`,
          },
        ]
      : []),
    ...service.excludes.flatMap((id, place) => {
      const other = byId.get(id)
      return other && canAllBeTrue([service, other], attributes) !== false
        ? [overlap(['services', index, 'excludes', place], service.id, id)]
        : []
    }),
  ])
}

function overlap(path: ContentFinding['path'], one: string, other: string): ContentFinding {
  return { code: 'services-overlap', path, sentence: `A project may need both ${one} and ${other}.` }
}

/** Whether there can be a project that needs all of the services; `undefined` where that cannot be decided. */
function canAllBeTrue(services: readonly PublicService[], attributes: Attributes): boolean | undefined {
  const conditions = services.flatMap(({ when }): readonly Condition[] => (when ? [when] : []))
  const samples = factSamples(conditions, attributes)
  return samples?.some((facts) => conditions.every((condition) => evaluate(condition, facts).value === true))
}
