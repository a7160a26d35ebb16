/**
 * Wishes as people write them: square metres, metres, tonnes, yuan, days, classes by their letter.
 */

import { dateOfDayNumber, dayNumber, parsePlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import { decimal, scaled } from '../supply/decimal-figure.ts'
import { fireClasses } from '../supply/room.ts'
import {
  type ChosenField,
  chosenFields,
  isMeasured,
  type MeasuredField,
  measuredFields,
  type Weight,
  type Wish,
  type WishField,
} from './wish.ts'

/** A wish as it is written. */
export interface WishText {
  readonly field: WishField
  readonly value: string
  readonly weight: Weight
}

/** Decimals of a field's unit as people write it. */
const decimals: Readonly<Record<Exclude<MeasuredField, 'fire' | 'available'>, number>> = {
  area: 2,
  'area-at-most': 2,
  height: 2,
  load: 3,
  lift: 3,
  power: 0,
  clean: 0,
  rent: 2,
  floor: 0,
  metro: 0,
  highway: 0,
}

function figureOf(field: MeasuredField, text: string): number | undefined {
  if (field === 'available') {
    const day = parsePlainDate(text)
    return day.ok ? dayNumber(day.value) : undefined
  }
  if (field === 'fire') {
    const place = fireClasses.findIndex((name) => name === text)
    return place < 0 ? undefined : place + 1
  }
  return scaled(text, decimals[field])
}

function isMeasuredField(field: WishField): field is MeasuredField {
  return (measuredFields as readonly string[]).includes(field)
}

function isChosenField(field: WishField): field is ChosenField {
  return (chosenFields as readonly string[]).includes(field)
}

function readWish({ field, value, weight }: WishText): Wish | undefined {
  const text = value.trim()
  if (isMeasuredField(field)) {
    const figure = figureOf(field, text)
    return figure === undefined ? undefined : { field, value: figure, weight }
  }
  if (isChosenField(field)) return text === '' ? undefined : { field, value: text, weight }
  return { field, value: true, weight }
}

/** Reads wishes; refuses one that cannot be read and a field that is wished for twice. */
export function readWishes(texts: readonly WishText[]): Result<readonly Wish[], 'wish-not-readable'> {
  const wishes: Wish[] = []
  for (const text of texts) {
    const wish = readWish(text)
    if (wish === undefined || wishes.some(({ field }) => field === wish.field))
      return refuse('wish-not-readable', { field: text.field })
    wishes.push(wish)
  }
  return accept(wishes)
}

/** A figure in the unit in which people write the field. */
export function figureText(field: MeasuredField, figure: number): string {
  if (field === 'available') return dateOfDayNumber(figure)
  if (field === 'fire') return fireClasses[figure - 1] ?? ''
  return decimal(figure, decimals[field])
}

/** The text of a wish's value; read again it gives the same wish. */
export function wishText(wish: Wish): WishText {
  const { field, weight } = wish
  if (isMeasured(wish)) return { field, weight, value: figureText(wish.field, wish.value) }
  return { field, weight, value: wish.value === true ? 'yes' : wish.value }
}
