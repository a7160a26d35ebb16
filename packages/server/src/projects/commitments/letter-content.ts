/**
 * The words of letters of commitment, from the zone's content.
 */

import { join } from 'node:path'
import { array, enum as choice, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const kind = object({ name: string(), check: string(), consequence: string() })

const file = object({
  from: string(),
  source: string(),
  mark: choice(['S', 'G', 'U']),
  signature: object({ reason: string(), location: string() }),
  /** the authority that receives letters, and seals them */
  author: string(),
  demonstration: string(),
  heading: string(),
  /** name of the file that is handed out */
  file: string(),
  facts: object({ project: string(), number: string(), signer: string(), on: string(), plan: string() }),
  labels: object({
    kind: string(),
    service: string(),
    basis: string(),
    conditions: string(),
    later: string(),
    makeUp: string(),
    check: string(),
    consequence: string(),
    confirmed: string(),
  }),
  kinds: object({ 'paper-late': kind, 'condition-promised': kind }),
  periods: object({
    signing: string(),
    permit: string(),
    'working-days': string(),
    'natural-days': string(),
    forecast: string(),
  }),
  separator: string(),
  pledges: array(string()).min(1),
  closing: array(string()),
})

const rareFile = object({ characters: array(object({ character: string(), description: string() })) })

/** The words, and what the typesetter needs besides. */
export interface LetterContent {
  readonly templates: string
  readonly words: output<typeof file>
  /** reviewed description sequences of characters without a glyph */
  readonly reviewed: ReadonlyMap<string, string>
}

/** Reads `documents/commitment-letter.yaml` of a zone. */
export function readLetterContent(contentFolder: string): LetterContent {
  const templates = join(contentFolder, 'documents')
  const read = (name: string): unknown => readContentFile(join(templates, name))
  const { characters } = rareFile.parse(read('rare-characters.yaml'))
  return {
    templates,
    words: file.parse(read('commitment-letter.yaml')),
    reviewed: new Map(characters.map(({ character, description }) => [character, description])),
  }
}
