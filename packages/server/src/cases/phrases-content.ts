/**
 * The zone's ready wordings for notices, opinions and decisions.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPhrases } from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { parse } from 'yaml'

/** A wording with the article it rests on. */
export type Phrase = RouteOutput<typeof listPhrases>['phrases'][number]

/** Reads `cases/phrases.yaml` of a zone; throws where it is not in the form that goes over the wire. */
export function readPhrases(contentFolder: string): readonly Phrase[] {
  const file: unknown = parse(readFileSync(join(contentFolder, 'cases/phrases.yaml'), 'utf8'))
  return listPhrases.response.parse(file).phrases
}
