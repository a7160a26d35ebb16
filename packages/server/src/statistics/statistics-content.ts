/**
 * The definitions of the published figures, from the zone's content.
 */

import { join } from 'node:path'
import type { IndicatorDefinition } from '@guanjia/core/statistics'
import { array, enum as choice, object, record, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const texts = record(string(), string())

const overviewFile = object({
  source: string(),
  counts: record(string(), object({ zh: string(), definition: string() })),
  indicators: array(
    object({
      id: string(),
      form: choice(['count', 'share', 'growth', 'mean']),
      of: string(),
      against: string().optional(),
      label: texts,
      definition: texts,
      claims: array(string()),
    }),
  ),
})

/** Reads `statistics/overview.yaml` of a zone. */
export function readIndicators(contentFolder: string): readonly IndicatorDefinition[] {
  const file = join(contentFolder, 'statistics/overview.yaml')
  const { source, indicators } = overviewFile.parse(readContentFile(file))
  return indicators.map(({ against, ...definition }) => ({
    ...definition,
    ...(against === undefined ? {} : { against }),
    source,
  }))
}
