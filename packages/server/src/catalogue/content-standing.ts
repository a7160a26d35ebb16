/**
 * How the folder of a zone stands to what was published. The house says so when it opens; it publishes nothing by itself.
 */

import type { Ports } from '../platform/ports.ts'
import { readCatalogueContent } from './catalogue-content.ts'
import { catalogueTables } from './catalogue-tables.ts'

/** `published`: it is the newest version. `earlier`: it is an older one. `unpublished`: it is none. `faulty`: it cannot be read. */
export type ContentStanding =
  | { readonly kind: 'published' | 'earlier'; readonly number: number; readonly newest: number }
  | { readonly kind: 'unpublished'; readonly newest: number }
  | { readonly kind: 'faulty'; readonly message: string; readonly newest: number }

/** Compares the folder with the versions; undefined where nothing was published. */
export async function contentStanding({
  database,
  contentFolder,
}: Pick<Ports, 'database' | 'contentFolder'>): Promise<ContentStanding | undefined> {
  const versions = await catalogueTables(database)
    .selectFrom('catalogue_version')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .execute()
  const newest = versions[0]?.number
  if (newest === undefined) return undefined
  const read = readFolder(contentFolder)
  if ('message' in read) return { kind: 'faulty', message: read.message, newest }
  const same = versions.find(({ hash }) => hash === read.hash)
  if (same === undefined) return { kind: 'unpublished', newest }
  return { kind: same.number === newest ? 'published' : 'earlier', number: same.number, newest }
}

/** What the house says of it; undefined where there is nothing to say. */
export function standingSentence(standing: ContentStanding): string | undefined {
  switch (standing.kind) {
    case 'published':
      return undefined
    case 'earlier':
      return `the content folder holds version ${standing.number} of the catalogue, version ${standing.newest} is the newest: "guanjia content export" writes that one`
    case 'unpublished':
      return `the content folder differs from version ${standing.newest} of the catalogue and is not published: "guanjia content publish" proposes it`
    case 'faulty':
      return `the content folder has faults and stays unread, version ${standing.newest} of the catalogue applies on: ${standing.message}`
  }
}

function readFolder(folder: string): { readonly hash: string } | { readonly message: string } {
  try {
    return { hash: readCatalogueContent(folder).catalogue.version }
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) }
  }
}
