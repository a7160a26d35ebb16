/**
 * Everything that is wrong with a catalogue whose entries can be read one by one.
 */

import type { Catalogue } from '../catalogue.ts'
import type { ContentFinding } from '../reading/entry.ts'
import { circles } from './circles.ts'
import { danglingIds } from './dangling-ids.ts'
import { repeatedIds } from './repeated-ids.ts'
import { unusedEntries } from './unused-entries.ts'

/** A catalogue whose version is not known yet. */
export type UncheckedCatalogue = Omit<Catalogue, 'version'>

/** All findings, those of one kind together. */
export function catalogueFaults(
  catalogue: UncheckedCatalogue,
  authorities: ReadonlySet<string>,
): readonly ContentFinding[] {
  return [
    ...repeatedIds(catalogue),
    ...danglingIds(catalogue, authorities),
    ...unusedEntries(catalogue),
    ...circles(catalogue),
  ]
}
