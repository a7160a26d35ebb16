/**
 * The words of the official papers of cases, from the zone's content.
 */

import { join } from 'node:path'
import { array, enum as choice, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'
import type { PaperKind } from './paper-kind.ts'

const kinds = [
  'receipt',
  'acceptance',
  'acceptance-on-tolerance',
  'correction',
  'special-procedure',
  'extension',
  'suspension',
  'resumption',
  'grant',
  'refusal',
  'no-jurisdiction',
  'not-needed',
  'revocation',
] as const satisfies readonly PaperKind[]

const words = object({
  heading: string(),
  paragraphs: array(string()),
  rows: array(string()),
  closing: array(string()),
})

const file = object({
  from: string(),
  source: string(),
  mark: choice(['S', 'G', 'U']),
  signature: object({ reason: string(), location: string() }),
  footer: array(string()),
  numberLine: string(),
  demonstration: string(),
  labels: record(string(), string()),
  units: object({ 'working-days': string(), 'natural-days': string() }),
  words: object({
    none: string(),
    online: string(),
    counter: string(),
    open: string(),
    itemSeparator: string(),
  }),
  papers: record(choice(kinds), words),
})

const rareFile = object({ characters: array(object({ character: string(), description: string() })) })

/** The words, and what the typesetter needs besides. */
export interface CasePaperContent {
  readonly templates: string
  readonly words: output<typeof file>
  /** reviewed description sequences of characters without a glyph */
  readonly reviewed: ReadonlyMap<string, string>
}

/** Reads `documents/case-papers.yaml` of a zone. */
export function readCasePaperContent(contentFolder: string): CasePaperContent {
  const templates = join(contentFolder, 'documents')
  const read = (name: string): unknown => readContentFile(join(templates, name))
  const { characters } = rareFile.parse(read('rare-characters.yaml'))
  return {
    templates,
    words: file.parse(read('case-papers.yaml')),
    reviewed: new Map(characters.map(({ character, description }) => [character, description])),
  }
}
