/**
 * The zone whose content the commands read.
 */

import { resolve } from 'node:path'

/** `GUANJIA_CONTENT`, or the zone that comes with the house. */
export function contentFolder(): string {
  const named = process.env['GUANJIA_CONTENT']
  return named === undefined || named === ''
    ? resolve(import.meta.dirname, '../../../../content/qingdao')
    : resolve(named)
}
