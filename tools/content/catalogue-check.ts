/**
 * The catalogue of a zone, read together from its files, with every finding at its line.
 */

import { type ContentFinding, isCatalogueFile, joinCatalogue, parseCatalogue } from '@guanjia/core/catalogue'
import { type ContentFile, type Finding, findingAt } from './content-file.ts'

/** Everything that is wrong with the catalogue; a zone without one has no findings. */
export function catalogueFindings(
  files: readonly ContentFile[],
  languages: readonly string[],
): readonly Finding[] {
  const own = files.filter(({ place }) => isCatalogueFile(place))
  const first = own.find(({ place }) => place !== 'zone.yaml')
  if (!first) return []
  const { content, originOf } = joinCatalogue(own)
  const read = parseCatalogue(content, { languages })
  if (read.ok) return []
  return (read.because.findings as readonly ContentFinding[]).map(({ path, code, sentence }) => {
    const origin = originOf(path)
    const file = own.find(({ place }) => place === origin?.place) ?? first
    return findingAt(file, origin?.path ?? [], code, sentence)
  })
}
