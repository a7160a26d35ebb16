/**
 * Everything that is wrong with a catalogue whose entries can be read one by one.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ContentFinding } from '../reading/entry.ts'
import { circles } from './circles.ts'
import { commitmentEffects } from './commitment-effects.ts'
import { committedTimes } from './committed-times.ts'
import { attributeFaults } from './conditions/attribute-uses.ts'
import { reachableServices } from './conditions/reachable-services.ts'
import { danglingIds } from './dangling-ids.ts'
import { evidenceSources } from './evidence-sources.ts'
import { repeatedIds } from './repeated-ids.ts'
import { unusedEntries } from './unused-entries.ts'

/** All findings, those of one kind together. */
export function catalogueFaults(catalogue: CatalogueEntries): readonly ContentFinding[] {
  return [
    ...repeatedIds(catalogue),
    ...danglingIds(catalogue),
    ...unusedEntries(catalogue),
    ...circles(catalogue),
    ...attributeFaults(catalogue),
    ...evidenceSources(catalogue),
    ...reachableServices(catalogue),
    ...committedTimes(catalogue),
    ...commitmentEffects(catalogue),
  ]
}
