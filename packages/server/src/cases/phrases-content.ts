/**
 * The zone's ready wordings for notices, opinions and decisions.
 */

import { join } from 'node:path'
import { listPhrases } from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { readContentFile } from '../platform/content-file.ts'

/** A wording with the article it rests on. */
export type Phrase = RouteOutput<typeof listPhrases>['phrases'][number]

/** Reads `cases/phrases.yaml` of a zone; throws where it is not in the form that goes over the wire. */
export function readPhrases(contentFolder: string): readonly Phrase[] {
  const file: unknown = readContentFile(join(contentFolder, 'cases/phrases.yaml'))
  return listPhrases.response.parse(file).phrases
}
