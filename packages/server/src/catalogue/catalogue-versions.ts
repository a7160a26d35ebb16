/**
 * The versions of the catalogue: which one is in force, and what each of them says.
 */

import { localMoment } from '@guanjia/core/calendar'
import type { Catalogue } from '@guanjia/core/catalogue'
import type { Ports } from '../platform/ports.ts'
import { catalogueSetting, readCatalogue } from './catalogue-content.ts'
import { catalogueTables } from './catalogue-tables.ts'
import { type ServiceIndex, serviceIndex } from './guides/service-search.ts'

/** A published version. */
export interface CatalogueVersion {
  readonly number: number
  /** first day on which it is in force, YYYY-MM-DD */
  readonly effectiveOn: string
  readonly publishedAt: string
  readonly catalogue: Catalogue
  /** the plain content, as it was published */
  readonly content: Readonly<Record<string, unknown>>
  readonly index: ServiceIndex
}

/** What the versions are read with. */
export type VersionPorts = Pick<Ports, 'database' | 'clock' | 'zone' | 'contentFolder'>

/** Reads versions; each is read from the database once, for it never changes. */
export interface CatalogueVersions {
  /** the version in force today; `undefined` where none was published */
  readonly current: () => Promise<CatalogueVersion | undefined>
  readonly find: (number: number) => Promise<CatalogueVersion | undefined>
  /** the version published last, in force already or not */
  readonly newest: () => Promise<CatalogueVersion | undefined>
}

/** as many versions as running cases may rest on at once */
const mostKept = 8

/** Opens the versions. */
export function catalogueVersions(ports: VersionPorts): CatalogueVersions {
  const setting = catalogueSetting(ports.contentFolder)
  const kept = new Map<number, Promise<CatalogueVersion | undefined>>()
  const load = async (number: number): Promise<CatalogueVersion | undefined> => {
    const row = await catalogueTables(ports.database)
      .selectFrom('catalogue_version')
      .select(['number', 'published_at', 'content', 'effective_on'])
      .where('number', '=', number)
      .executeTakeFirst()
    if (!row) return undefined
    const catalogue = readCatalogue(row.content, setting)
    return {
      number: row.number,
      effectiveOn: row.effective_on,
      publishedAt: row.published_at.toISOString(),
      catalogue,
      content: row.content as Readonly<Record<string, unknown>>,
      index: serviceIndex(catalogue),
    }
  }
  const find = (number: number): Promise<CatalogueVersion | undefined> => {
    const known = kept.get(number)
    if (known) return known
    const found = load(number).then((version) => {
      if (!version) kept.delete(number)
      return version
    })
    found.catch(() => kept.delete(number))
    kept.set(number, found)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return found
  }
  return {
    find,
    current: async () => {
      const today = localMoment(ports.clock.now().getTime(), ports.zone.utcOffsetMinutes).date
      const number = await highestNumber(ports, today)
      return number === undefined ? undefined : find(number)
    },
    newest: async () => {
      const number = await highestNumber(ports, undefined)
      return number === undefined ? undefined : find(number)
    },
  }
}

/** The highest number that has begun by a day, or of all; the highest that has begun is in force. */
async function highestNumber(
  { database }: VersionPorts,
  today: string | undefined,
): Promise<number | undefined> {
  const versions = catalogueTables(database).selectFrom('catalogue_version')
  const begun = today === undefined ? versions : versions.where('effective_on', '<=', today)
  const row = await begun.select(({ fn }) => fn.max('number').as('number')).executeTakeFirst()
  return row?.number ?? undefined
}
