/**
 * The names of authorities as the zone writes them.
 */

import type { Wording } from '@guanjia/core/catalogue'
import type { ZoneContent } from '../platform/zone-content.ts'

interface Listed {
  readonly id?: unknown
  readonly name?: unknown
}

/** The name of an authority in the languages of the zone; its id where the zone lists none of that id. */
export function authorityWording(zone: ZoneContent['zone'], id: string): Wording {
  const listed = zone['authorities']
  const found = Array.isArray(listed)
    ? (listed as readonly Listed[]).find((each) => each.id === id)
    : undefined
  const name = found?.name
  if (typeof name === 'string') return { 'zh-CN': name, en: name }
  return (name as Wording | undefined) ?? { 'zh-CN': id, en: id }
}
