/**
 * The words of the weekly report, and what the typesetter needs besides.
 */

import { join } from 'node:path'
import { array, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const file = object({
  from: string(),
  source: string(),
  mark: string(),
  title: string(),
  team: string(),
  author: string(),
  period: string(),
  madeAt: string(),
  demonstration: string(),
  definitions: string(),
  columns: object({
    number: string(),
    name: string(),
    text: string(),
    figure: string(),
    value: string(),
    definition: string(),
  }),
  figures: record(string(), object({ name: string(), definition: string() })),
  sections: record(string(), object({ title: string(), empty: string() })),
  moved: object({ earlier: string(), later: string() }),
  next: string(),
})

const rareFile = object({ characters: array(object({ character: string(), description: string() })) })

/** What is written in the report. */
export type ReportWords = output<typeof file>

/** The words and the typesetter's needs. */
export interface ReportContent {
  readonly words: ReportWords
  readonly templates: string
  readonly reviewed: ReadonlyMap<string, string>
}

/** Reads the documents of a zone. */
export function readReportContent(contentFolder: string): ReportContent {
  const templates = join(contentFolder, 'documents')
  const read = (name: string): unknown => readContentFile(join(templates, name))
  const { characters } = rareFile.parse(read('rare-characters.yaml'))
  const reviewed = new Map(characters.map(({ character, description }) => [character, description]))
  return { words: file.parse(read('steward-report.yaml')), templates, reviewed }
}
