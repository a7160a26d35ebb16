/**
 * The content of a catalogue lies in many files; this joins them to one and knows for each value where it came from.
 */

import { type ContentFinding, isFields } from './reading/entry.ts'

/** A parsed file of a zone; `place` is its path below the zone's folder. */
export interface CatalogueFile {
  readonly place: string
  readonly value: unknown
}

/** What the files come to together. */
export interface JoinedCatalogue {
  readonly content: Readonly<Record<string, unknown>>
  /** the file of a finding and its path there; `undefined` where the path leads to no file */
  readonly originOf: (path: ContentFinding['path']) => Origin | undefined
}

/** A value in a file. */
export interface Origin {
  readonly place: string
  readonly path: ContentFinding['path']
}

const places = /^((services|catalogue|projects)\/|zone\.yaml$)/

/** Whether a file, by its place, belongs to the catalogue. */
export function isCatalogueFile(place: string): boolean {
  return places.test(place)
}

/**
 * Joins the files under `services/`, `catalogue/` and `projects/` and the authorities of `zone.yaml`: lists of one name
 * follow each other in file order.
 */
export function joinCatalogue(files: readonly CatalogueFile[]): JoinedCatalogue {
  const origins = new Map<string, Origin[]>()
  const lists = new Map<string, unknown[]>()
  for (const { place, value } of files.filter((file) => isCatalogueFile(file.place))) {
    for (const [name, list, path] of listsOf(place, value)) {
      const members: readonly unknown[] = Array.isArray(list) ? list : [list]
      lists.set(name, [...(lists.get(name) ?? []), ...members])
      const placed = members.map((_, index) => ({
        place,
        path: Array.isArray(list) ? [...path, index] : path,
      }))
      origins.set(name, [...(origins.get(name) ?? []), ...placed])
    }
  }
  return {
    content: nested(lists),
    originOf: (path) => originIn(origins, path),
  }
}

type NamedList = readonly [name: string, list: unknown, path: ContentFinding['path']]

/** The lists of a file, those under `path` as `path.activities`. */
function listsOf(place: string, value: unknown): readonly NamedList[] {
  if (!isFields(value)) return []
  if (place === 'zone.yaml') return [['authorities', value.authorities ?? [], ['authorities']]]
  return Object.entries(value).flatMap(([part, list]): readonly NamedList[] => {
    if (part !== 'path' || !isFields(list)) return [[part, list, [part]]]
    return Object.entries(list).map(([below, inner]) => [`path.${below}`, inner, [part, below]] as const)
  })
}

function nested(lists: ReadonlyMap<string, readonly unknown[]>): Readonly<Record<string, unknown>> {
  const plain = [...lists].filter(([name]) => !name.startsWith('path.'))
  const below = [...lists].filter(([name]) => name.startsWith('path.'))
  return {
    ...Object.fromEntries(plain),
    ...(below.length > 0 && { path: Object.fromEntries(below.map(([name, list]) => [name.slice(5), list])) }),
  }
}

function originIn(
  origins: ReadonlyMap<string, readonly Origin[]>,
  path: ContentFinding['path'],
): Origin | undefined {
  const [part, second, third, ...rest] = path
  const inPath = part === 'path'
  const name = inPath ? `path.${String(second)}` : String(part)
  const origin = origins.get(name)?.[Number(inPath ? third : second) || 0]
  if (!origin) return undefined
  const below = inPath ? rest : path.slice(2)
  return { place: origin.place, path: [...origin.path, ...below] }
}
