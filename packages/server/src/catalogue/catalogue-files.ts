/**
 * A version of the catalogue as the YAML files it can be read back from.
 */

import type { Database } from '../platform/database/database.ts'
import { catalogueTables } from './catalogue-tables.ts'
import { yamlText } from './text/reading-order.ts'

/** A file of a zone; `place` is its path below the zone's folder. */
export interface ExportedFile {
  readonly place: string
  readonly text: string
}

/** Where each part of the content is written, services apart. */
const places: Readonly<Record<string, string>> = {
  authorities: 'catalogue/authorities.yaml',
  stages: 'catalogue/stages.yaml',
  groups: 'catalogue/stages.yaml',
  statutes: 'catalogue/statutes.yaml',
  registers: 'catalogue/registers.yaml',
  evidence: 'catalogue/evidence.yaml',
  outputs: 'catalogue/outputs.yaml',
  topics: 'projects/attributes.yaml',
  attributes: 'projects/attributes.yaml',
  derivedFacts: 'projects/derived-facts.yaml',
  path: 'projects/path.yaml',
}

interface ServiceEntry {
  readonly stage: number
  readonly group?: string
}

/** The files; joined and read they are the same version again. */
export function catalogueFiles(content: Readonly<Record<string, unknown>>): readonly ExportedFile[] {
  const files = new Map<string, Record<string, unknown>>()
  const put = (place: string, part: string, value: unknown) =>
    files.set(place, { ...files.get(place), [part]: value })
  for (const [part, value] of Object.entries(content)) {
    const place = places[part]
    if (place !== undefined) put(place, part, value)
  }
  for (const [place, services] of servicesByFile(content['services'])) put(place, 'services', services)
  return [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([place, value]) => ({ place, text: yamlText(value) }))
}

/** Services in the order of the version: agencies first, then stage by stage, as their files are read. */
function servicesByFile(services: unknown): ReadonlyMap<string, readonly ServiceEntry[]> {
  const byFile = new Map<string, ServiceEntry[]>()
  for (const service of Array.isArray(services) ? (services as readonly ServiceEntry[]) : []) {
    const name = service.group === 'GI' ? 'agencies' : `stage-${service.stage}`
    const place = `services/${name}.yaml`
    byFile.set(place, [...(byFile.get(place) ?? []), service])
  }
  return byFile
}

/** The files of a published version, the newest where no number is given; undefined where there is none. */
export async function findCatalogueFiles(
  database: Database,
  number: number | undefined,
): Promise<{ readonly number: number; readonly files: readonly ExportedFile[] } | undefined> {
  const versions = catalogueTables(database).selectFrom('catalogue_version').select(['number', 'content'])
  const asked = number === undefined ? versions : versions.where('number', '=', number)
  const row = await asked.orderBy('number', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  return { number: row.number, files: catalogueFiles(row.content as Readonly<Record<string, unknown>>) }
}
