/**
 * Wishes in an address and back: a value a field, and which of them rank only.
 */

import type { WishField } from '@guanjia/core/premises'
import type { CallInput } from '../../api/call.ts'

/** Wishes as they stand in the form. */
export interface WishForm {
  readonly values: Readonly<Partial<Record<WishField, string>>>
  /** fields that rank and need not hold */
  readonly soft: readonly WishField[]
}

type Query = NonNullable<CallInput<'GET /api/space/rooms'>['query']>
type WishText = CallInput<'POST /api/space/needs'>['body']['wishes'][number]

/** Fields with a box, in the order of the form; the others are ticked. */
export const boxFields = [
  'area',
  'area-at-most',
  'height',
  'load',
  'power',
  'rent',
  'available',
  'lift',
  'floor',
  'metro',
  'highway',
] as const satisfies readonly WishField[]

/** Boxes that stand open; the others unfold. */
export const firstBoxes: readonly WishField[] = ['area', 'height', 'load', 'power', 'rent', 'available']

/** Fields that are ticked. */
export const tickFields = [
  'gas',
  'steam',
  'sewage',
  'exhaust',
  'registrable',
  'title',
] as const satisfies readonly WishField[]

const lists = ['industry', 'carrier', 'fire', 'clean'] as const satisfies readonly WishField[]
const fields: readonly WishField[] = [...boxFields, ...lists, ...tickFields]
const softWeight = 2

/** The wishes that stand in an address; what the API would not know is left out. */
export function wishesIn(search: string): WishForm {
  const asked = new URLSearchParams(search)
  const values = Object.fromEntries(
    fields.flatMap((field) => {
      const value = asked.get(field)?.trim() ?? ''
      return value === '' ? [] : [[field, value]]
    }),
  ) as WishForm['values']
  const soft = (asked.get('soft') ?? '').split(',')
  return { values, soft: fields.filter((field) => soft.includes(field) && values[field] !== undefined) }
}

/** The wishes as the API is asked. */
export function queryOf({ values, soft }: WishForm): Query {
  const given = Object.entries(values).filter(([, value]) => value.trim() !== '')
  const ranks = soft.filter((field) => given.some(([name]) => name === field))
  return { ...Object.fromEntries(given), ...(ranks.length === 0 ? {} : { soft: ranks.join(',') }) }
}

/** The wishes as they stand behind an address; nothing where there is none. */
export function searchOf(form: WishForm): string {
  const query = new URLSearchParams(queryOf(form) as Record<string, string>).toString()
  return query === '' ? '' : `?${query}`
}

/** The wishes as they are handed in with a need. */
export function textsOf({ values, soft }: WishForm): readonly WishText[] {
  return fields.flatMap((field) => {
    const value = values[field]?.trim() ?? ''
    return value === ''
      ? []
      : [{ field, value, weight: soft.includes(field) ? softWeight : ('hard' as const) }]
  })
}

/** The form that holds these wishes. */
export function formOf(texts: readonly WishText[]): WishForm {
  return {
    values: Object.fromEntries(texts.map(({ field, value }) => [field, value])),
    soft: texts.flatMap(({ field, weight }) => (weight === 'hard' ? [] : [field])),
  }
}
