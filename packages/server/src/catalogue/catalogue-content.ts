/**
 * Reads the catalogue of a zone from its folder.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Catalogue,
  type CatalogueSetting,
  type ContentFinding,
  isCatalogueFile,
  joinCatalogue,
  parseCatalogue,
} from '@guanjia/core/catalogue'
import { array, looseObject, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const zoneFile = looseObject({
  languages: array(string()),
  authorities: array(looseObject({ id: string() })),
})

/** A catalogue, and the plain content it was read from. */
export interface CatalogueContent {
  readonly catalogue: Catalogue
  readonly content: Readonly<Record<string, unknown>>
}

/** The languages of the zone in `folder`. */
export function catalogueSetting(folder: string): CatalogueSetting {
  const zone = zoneFile.parse(readContentFile(join(folder, 'zone.yaml')))
  return { languages: zone.languages }
}

/** Reads the zone's folder; throws with every finding. */
export function readCatalogueContent(folder: string): CatalogueContent {
  const places = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((place) => place.replaceAll('\\', '/'))
    .filter((place) => place.endsWith('.yaml') && isCatalogueFile(place))
    .toSorted()
  const files = places.map((place) => ({
    place,
    value: readContentFile(join(folder, place)) as unknown,
  }))
  const { content } = joinCatalogue(files)
  return { catalogue: readCatalogue(content, catalogueSetting(folder)), content }
}

/** Reads a catalogue from plain content, such as a published version; throws with every finding. */
export function readCatalogue(content: unknown, setting: CatalogueSetting): Catalogue {
  const read = parseCatalogue(content, setting)
  if (read.ok) return read.value
  const findings = read.because.findings as readonly ContentFinding[]
  throw new Error(findings.map(({ code, path }) => `${path.join('.')}: ${code}`).join('; '))
}
