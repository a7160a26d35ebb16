/**
 * Times and joined names as they are read.
 */

import type { CallOutput } from '../../../api/call.ts'
import type { ServicesTexts } from '../../../texts/services-zh-cn.ts'

export type Guide = CallOutput<'GET /api/services/:id'>

/** A time as people read it. */
export function timeText(
  texts: ServicesTexts,
  { value, unit }: Pick<Guide['committed'], 'value' | 'unit'>,
): string {
  if (unit === 'at-once') return texts.units.atOnce
  return unit === 'none' ? texts.units.none : texts.units[unit](String(value))
}
