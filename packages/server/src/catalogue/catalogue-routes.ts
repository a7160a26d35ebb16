/**
 * The catalogue over the wire: lists, guides and versions; everybody may read them.
 */

import * as contract from '@guanjia/contract/catalogue'
import type { RouteOutput } from '@guanjia/contract/route'
import { type PublicService, serviceKinds } from '@guanjia/core/catalogue'
import { accept, refuse } from '@guanjia/core/kernel'
import type { Ports } from '../platform/ports.ts'
import { catalogueTables } from './catalogue-tables.ts'
import type { CatalogueVersion, CatalogueVersions } from './catalogue-versions.ts'
import { type Language, textIn } from './guides/language.ts'
import { searchServices } from './guides/service-search.ts'
import { authorityNames, serviceGuide, timeView } from './guides/service-view.ts'

/** What this room needs of the platform. */
export type CataloguePorts = Pick<Ports, 'implement' | 'database' | 'clock' | 'zone' | 'contentFolder'>

type ServiceList = RouteOutput<typeof contract.listServices>

/** Answers the routes of the catalogue. */
export function implementCatalogueRoutes(ports: CataloguePorts, versions: CatalogueVersions): void {
  const { implement } = ports
  implement(
    contract.listServices,
    async ({ query, language }) => {
      const version = await versions.current()
      return version ? accept(listView(version, query, language)) : refuse('catalogue-unpublished')
    },
    { 'catalogue-unpublished': 404 },
  )
  implement(
    contract.readService,
    async ({ params, language }) => {
      const version = await versions.current()
      if (!version) return refuse('catalogue-unpublished')
      const service = version.catalogue.services.find(({ id }) => id === params.id)
      return service ? accept(serviceGuide(version, service, language)) : refuse('service-unknown')
    },
    { 'catalogue-unpublished': 404, 'service-unknown': 404 },
  )
  implement(contract.listCatalogueVersions, async () => accept({ versions: await listVersions(ports) }), {})
  implement(
    contract.readCatalogueVersion,
    async ({ params }) => {
      const version = await versions.find(params.number)
      if (!version) return refuse('version-unknown')
      const { number, effectiveOn, catalogue, content } = version
      return accept({ number, hash: catalogue.version, effectiveOn, content })
    },
    { 'version-unknown': 404 },
  )
}

interface Filter {
  readonly stage?: number | undefined
  readonly kind?: string | undefined
  readonly authority?: string | undefined
  readonly text?: string | undefined
}

function listView(version: CatalogueVersion, filter: Filter, language: Language): ServiceList {
  const { catalogue, index } = version
  const { services } = catalogue
  const used = new Set(services.flatMap(({ authorities }) => authorities))
  const kinds = new Set(services.map(({ kind }) => kind))
  return {
    version: version.number,
    effectiveOn: version.effectiveOn,
    total: services.length,
    services: searchServices(index, filter.text ?? '')
      .filter((service) => passes(service, filter))
      .map((service) => ({
        id: service.id,
        name: textIn(language, service.name),
        kind: service.kind,
        stage: service.stage,
        authority: authorityNames(service, { catalogue, language })[0] ?? '',
        committed: timeView(service.committed, language),
        mark: service.mark,
      })),
    stages: catalogue.stages.map(({ stage, name }) => ({ stage, name: textIn(language, name) })),
    kinds: serviceKinds.filter((kind) => kinds.has(kind)),
    authorities: catalogue.authorities
      .filter(({ id }) => used.has(id))
      .map(({ id, name }) => ({ id, name: textIn(language, name) })),
  }
}

function passes(service: PublicService, { stage, kind, authority }: Filter): boolean {
  return (
    (stage === undefined || service.stage === stage) &&
    (kind === undefined || service.kind === kind) &&
    (authority === undefined || service.authorities.includes(authority))
  )
}

async function listVersions({ database }: CataloguePorts) {
  const rows = await catalogueTables(database)
    .selectFrom('catalogue_version')
    .select(['number', 'hash', 'effective_on', 'published_at'])
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ number, hash, effective_on, published_at }) => ({
    number,
    hash,
    effectiveOn: effective_on,
    publishedAt: published_at.toISOString(),
  }))
}
