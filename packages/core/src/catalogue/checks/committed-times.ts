/**
 * Committed times that are longer than the law allows.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ContentFinding } from '../reading/entry.ts'
import type { ServiceTime } from '../services/service-time.ts'

/** Services that commit themselves to more days than they have by law; working days are at least as long as natural days. */
export function committedTimes({ services }: CatalogueEntries): readonly ContentFinding[] {
  return services.flatMap(({ id, statutory, committed }, index) =>
    isLimit(statutory) && isLimit(committed) && committed.value > statutory.value
      ? [
          {
            code: 'committed-too-long',
            path: ['services', index, 'committed', 'value'],
            sentence: `${id} commits itself to ${committed.value} days, the law allows ${statutory.value}.`,
          },
        ]
      : [],
  )
}

function isLimit({ value, unit }: ServiceTime): boolean {
  return value > 0 && (unit === 'working-days' || unit === 'natural-days')
}
