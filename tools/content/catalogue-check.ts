/**
 * The services of a zone and what they refer to, read together from their folders.
 */

import { type ContentFinding, parseCatalogue } from '@guanjia/core/catalogue'
import { type ContentFile, type Finding, findingAt, isRecord, type ValuePath } from './content-file.ts'

const folders = ['services', 'evidence', 'outputs', 'channels'] as const

interface Placed {
  readonly file: ContentFile
  readonly path: ValuePath
  readonly entry: unknown
}

/** Everything that is wrong with the catalogue; an entry is a file of its own or a member of a list. */
export function catalogueFindings(
  files: readonly ContentFile[],
  authorities: ReadonlySet<string>,
  languages: readonly string[],
): readonly Finding[] {
  const entries = new Map(folders.map((folder) => [folder as string, entriesOf(files, folder)]))
  const content = Object.fromEntries(
    [...entries].map(([folder, all]) => [folder, all.map(({ entry }) => entry)]),
  )
  const read = parseCatalogue(content, authorities, languages)
  if (read.ok) return []
  return (read.because.findings as readonly ContentFinding[]).flatMap(({ path, code, sentence }) => {
    const [folder, index, ...below] = path
    const at = entries.get(String(folder))?.[Number(index)]
    return at ? [findingAt(at.file, [...at.path, ...below], code, sentence)] : []
  })
}

function entriesOf(files: readonly ContentFile[], folder: string): readonly Placed[] {
  return files
    .filter(({ place }) => place.startsWith(`${folder}/`))
    .flatMap((file): readonly Placed[] => {
      const list: unknown = isRecord(file.value) && folder in file.value ? file.value[folder] : file.value
      const top = list === file.value ? [] : [folder]
      if (!Array.isArray(list)) return [{ file, path: top, entry: list }]
      return list.map((entry: unknown, index) => ({ file, path: [...top, index], entry }))
    })
}
