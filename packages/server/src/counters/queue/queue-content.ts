/**
 * How the zone treats numbers nobody came for.
 */

import { join } from 'node:path'
import type { LineRule } from '@guanjia/core/counters'
import { enum as choice, int, object, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const figure = object({
  value: int().min(1),
  unit: string(),
  source: string(),
  mark: choice(['S', 'G', 'U']),
})
const queueFile = object({ line: object({ placesBack: figure, callsAtMost: figure }) })

/** Reads `counters/queue.yaml` of a zone. */
export function readLineRule(contentFolder: string): LineRule {
  const { line } = queueFile.parse(readContentFile(join(contentFolder, 'counters/queue.yaml')))
  return { placesBack: line.placesBack.value, callsAtMost: line.callsAtMost.value }
}
