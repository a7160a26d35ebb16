/**
 * The catalogue: what can be asked for, in numbered versions that never change.
 */

import { type CataloguePorts, implementCatalogueRoutes } from './catalogue-routes.ts'
import { type CatalogueVersions, catalogueVersions } from './catalogue-versions.ts'

/** Answers every route of this room; gives the versions for the rooms above. */
export function registerCatalogue(ports: CataloguePorts): CatalogueVersions {
  const versions = catalogueVersions(ports)
  implementCatalogueRoutes(ports, versions)
  return versions
}

export { type CatalogueContent, readCatalogueContent } from './catalogue-content.ts'
export { type ExportedFile, findCatalogueFiles } from './catalogue-files.ts'
export type { CataloguePorts } from './catalogue-routes.ts'
export type { CatalogueVersion, CatalogueVersions } from './catalogue-versions.ts'
export { publishCatalogue, publishFirstCatalogue } from './publishing.ts'
