/**
 * What a version says differently, in one line a service: kept with it, so that a history need not read whole catalogues.
 */

import { catalogueChanges, servicesIn } from '@guanjia/core/catalogue'
import type { VersionSummary } from '../catalogue-tables.ts'
import type { PlainService } from '../text/service-text.ts'
import { textIn } from './draft-view.ts'

/** Sums up what differs between two contents. */
export function versionSummary(before: PlainService, after: PlainService): VersionSummary {
  const { services, others } = catalogueChanges(before, after)
  const [old, now] = [servicesIn(before), servicesIn(after)]
  return {
    services: services.map(({ id, kind }) => {
      const name = textIn((now.get(id) ?? old.get(id))?.['name']) || id
      return { id, kind, name }
    }),
    others: others.length,
  }
}
