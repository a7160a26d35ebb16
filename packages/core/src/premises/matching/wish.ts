/**
 * What a firm wants of a room. A *hard* wish must hold; a *soft* one counts, once to three times. Wishes compare whole
 * figures in the unit of the room's facts.
 */

import { dayNumber } from '../../calendar/index.ts'
import { type RoomFacts, type RoomFlag, roomFlags } from '../supply/room.ts'

/** Wishes with a figure, and what of a room they measure. */
export const measuredFields = [
  'area',
  'area-at-most',
  'height',
  'load',
  'lift',
  'power',
  'fire',
  'clean',
  'rent',
  'available',
  'floor',
  'metro',
  'highway',
] as const

/** A wish with a figure. */
export type MeasuredField = (typeof measuredFields)[number]

/** Wishes for one out of a list. */
export const chosenFields = ['industry', 'carrier'] as const

/** A wish for one out of a list. */
export type ChosenField = (typeof chosenFields)[number]

/** Everything that can be wished for. */
export const wishFields = [...measuredFields, ...chosenFields, ...roomFlags] as const

/** Something that can be wished for; a need has at most one wish for each. */
export type WishField = (typeof wishFields)[number]

/** Hard, or how often a soft wish counts. */
export type Weight = 'hard' | 1 | 2 | 3

/** A wish. */
export type Wish =
  | { readonly field: MeasuredField; readonly value: number; readonly weight: Weight }
  | { readonly field: ChosenField; readonly value: string; readonly weight: Weight }
  | { readonly field: RoomFlag; readonly value: true; readonly weight: Weight }

/** How a figure of a room is compared. */
export interface Measure {
  readonly of: (facts: RoomFacts) => number | null
  readonly direction: 'at-least' | 'at-most'
  /** what a whole miss is: as much as was wished for, or a span of its own where the figure has no zero */
  readonly scale: 'wished' | number
}

const daysOfYear = 365

/**
 * The measures. A room that is let in parts takes every area between its smallest part and the whole: so the wish for at
 * least so much looks at the whole, and the one for at most so much at the part.
 */
export const measures: Readonly<Record<MeasuredField, Measure>> = {
  area: { of: (facts) => facts.areaSquareDecimetres, direction: 'at-least', scale: 'wished' },
  'area-at-most': {
    of: (facts) => facts.partSquareDecimetres ?? facts.areaSquareDecimetres,
    direction: 'at-most',
    scale: 'wished',
  },
  height: { of: (facts) => facts.heightCentimetres, direction: 'at-least', scale: 'wished' },
  load: { of: (facts) => facts.loadKilogramsPerSquareMetre, direction: 'at-least', scale: 'wished' },
  lift: { of: (facts) => facts.liftKilograms, direction: 'at-least', scale: 'wished' },
  power: { of: (facts) => facts.powerKilovoltAmperes, direction: 'at-least', scale: 'wished' },
  fire: { of: (facts) => facts.fire, direction: 'at-least', scale: 5 },
  clean: { of: (facts) => facts.clean, direction: 'at-most', scale: 5 },
  rent: { of: (facts) => facts.rentFenPerSquareMetreDay, direction: 'at-most', scale: 'wished' },
  available: {
    of: ({ availableFrom }) => (availableFrom === null ? null : dayNumber(availableFrom)),
    direction: 'at-most',
    scale: daysOfYear,
  },
  floor: { of: (facts) => facts.floor, direction: 'at-most', scale: 10 },
  metro: { of: (facts) => facts.metroMetres, direction: 'at-most', scale: 'wished' },
  highway: { of: (facts) => facts.highwayMetres, direction: 'at-most', scale: 'wished' },
}

/** Whether a wish has a figure. */
export function isMeasured(wish: Wish): wish is Extract<Wish, { readonly value: number }> {
  return typeof wish.value === 'number'
}
