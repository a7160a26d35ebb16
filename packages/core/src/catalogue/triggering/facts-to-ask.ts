/**
 * What has to be asked before the conditions of one service can be answered: plain questions only, for what follows from
 * others is computed.
 */

import { type Condition, factsRead } from '../../rules/index.ts'
import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ProjectAttribute } from '../projects/project-attribute.ts'
import type { PublicService } from '../services/public-service.ts'

/** The attributes to ask for so that it is known which evidence and which special procedures a service comes to. */
export function factsToAsk(
  { attributes, derivedFacts }: Pick<CatalogueEntries, 'attributes' | 'derivedFacts'>,
  service: PublicService,
): readonly ProjectAttribute[] {
  const wanted = new Set<string>()
  const want = (condition: Condition | undefined) => {
    for (const name of condition === undefined ? [] : factsRead(condition)) {
      if (wanted.has(name)) continue
      wanted.add(name)
      for (const { gives, rules } of derivedFacts)
        if (gives === name) for (const { when } of rules) want(when)
      want(attributes.find(({ id }) => id === name)?.when)
    }
  }
  for (const { when } of [...service.evidence, ...service.excluded]) want(when)
  const derived = new Set(derivedFacts.map(({ gives }) => gives))
  return attributes.filter(({ id }) => wanted.has(id) && !derived.has(id))
}
