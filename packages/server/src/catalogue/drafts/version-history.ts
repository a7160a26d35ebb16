/**
 * The versions with the people behind them, and what each says differently from another one.
 */

import type { compareCatalogueVersions, readCatalogueHistory } from '@guanjia/contract/catalogue'
import type { RouteOutput } from '@guanjia/contract/route'
import { catalogueChanges, type ServiceChange } from '@guanjia/core/catalogue'
import type { Database } from '../../platform/database/database.ts'
import type { Sent } from '../../platform/http/handler.ts'
import { type CatalogueTables, catalogueTables } from '../catalogue-tables.ts'
import type { CatalogueVersion } from '../catalogue-versions.ts'
import { changesView, type NamePerson } from './draft-view.ts'

type Version = Sent<RouteOutput<typeof readCatalogueHistory>['versions'][number]>
type Comparison = RouteOutput<typeof compareCatalogueVersions>
type Row = Omit<CatalogueTables['catalogue_version'], 'content' | 'published_by' | 'base'>

/** What the history is told from. */
export interface HistorySources {
  readonly database: Database
  readonly nameOf: NamePerson
  /** the zone's day of a moment, YYYY-MM-DD */
  readonly dayOf: (moment: Date) => string
  readonly now: Date
}

/** Every version, the newest first. */
export async function versionHistory({
  database,
  nameOf,
  dayOf,
  now,
}: HistorySources): Promise<readonly Version[]> {
  const rows = await catalogueTables(database)
    .selectFrom('catalogue_version')
    .select(['number', 'hash', 'effective_on', 'published_at', 'restores', 'reason'])
    .select(['proposed_by', 'confirmed_by', 'summary'])
    .orderBy('number', 'desc')
    .execute()
  return Promise.all(rows.map((row) => versionView(row, stateOf(row, rows, { dayOf, now }), nameOf)))
}

/** The highest number that has begun applies; one that a higher number overtook before its day never did. */
function stateOf(
  { number, effective_on: day }: Row,
  rows: readonly Row[],
  { dayOf, now }: Pick<HistorySources, 'dayOf' | 'now'>,
): Version['state'] {
  const later = rows.filter((row) => row.number > number)
  const isOvertaken = later.some((row) => row.effective_on <= day && dayOf(row.published_at) < day)
  if (isOvertaken) return 'skipped'
  const today = dayOf(now)
  if (day > today) return 'coming'
  return later.some((row) => row.effective_on <= today) ? 'past' : 'in-force'
}

async function versionView(row: Row, state: Version['state'], nameOf: NamePerson): Promise<Version> {
  const named = async (id: string | null) => (id === null ? null : { id, name: await nameOf(id) })
  return {
    number: row.number,
    hash: row.hash,
    effectiveOn: row.effective_on,
    publishedAt: row.published_at.toISOString(),
    state,
    reason: row.reason,
    proposedBy: await named(row.proposed_by),
    confirmedBy: await named(row.confirmed_by),
    restores: row.restores,
    services: row.summary?.services ?? [],
    others: row.summary?.others ?? 0,
  }
}

/** What one version says differently from another one. */
export function versionComparison(
  version: CatalogueVersion,
  other: CatalogueVersion | undefined,
): Comparison {
  const { number } = version
  if (other === undefined) return { number, against: null, services: [], others: [] }
  const { services, others } = catalogueChanges(other.content, version.content)
  const view = ({ id, kind, changes }: ServiceChange) => ({
    id,
    kind,
    name: nameIn(id, version, other),
    changes: changesView(changes),
  })
  return { number, against: other.number, services: services.map(view), others: changesView(others) }
}

function nameIn(id: string, ...versions: readonly (CatalogueVersion | undefined)[]): string {
  const found = versions.flatMap((version) => version?.catalogue.services ?? []).find((one) => one.id === id)
  return found?.name['zh-CN'] ?? id
}
