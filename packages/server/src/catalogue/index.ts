/**
 * The catalogue: what can be asked for, in numbered versions that never change.
 */

import { type CataloguePorts, implementCatalogueRoutes } from './catalogue-routes.ts'
import { type CatalogueVersions, catalogueVersions } from './catalogue-versions.ts'
import { type DraftPorts, implementDraftRoutes } from './drafts/draft-routes.ts'
import type { DraftShown } from './drafts/draft-view.ts'

/** What rooms above may read: the versions, and the draft of the next one. */
export interface CatalogueDoor extends CatalogueVersions {
  readonly draft: () => Promise<DraftShown | undefined>
}

/** Answers every route of this room; gives the door for the rooms above. */
export function registerCatalogue(ports: CataloguePorts & DraftPorts): CatalogueDoor {
  const versions = catalogueVersions(ports)
  implementCatalogueRoutes(ports, versions)
  return { ...versions, draft: implementDraftRoutes(ports, versions) }
}

export { type CatalogueContent, readCatalogueContent } from './catalogue-content.ts'
export { type ExportedFile, findCatalogueFiles } from './catalogue-files.ts'
export type { CataloguePorts } from './catalogue-routes.ts'
export type { CatalogueVersion, CatalogueVersions } from './catalogue-versions.ts'
export { contentStanding, standingSentence } from './content-standing.ts'
export { draftConflict } from './drafts/draft-commands.ts'
export type { DraftShown } from './drafts/draft-view.ts'
export {
  type FolderProposal,
  type FolderRefusal,
  type ProposedFolder,
  proposeFolder,
} from './drafts/folder-proposal.ts'
export { publishFirstCatalogue } from './publishing.ts'
