/**
 * What the routes of space have in common.
 */

import {
  cellFaults,
  handOffParties,
  handOffSteps,
  needRefusals,
  needSituations,
  roomColumns,
  wishFields,
} from '@guanjia/core/premises'
import {
  array,
  boolean,
  enum as choice,
  int,
  iso,
  literal,
  object,
  partialRecord,
  string,
  tuple,
  union,
  uuid,
} from 'zod'

/** Refusals of every command on a need. */
export const needProblems = [...needRefusals, 'need-changed-meanwhile', 'calendar-not-published'] as const

/** A text in the languages of the zone. */
export const wording = object({ 'zh-CN': string(), en: string() })

/** Something by name. */
export const named = object({ id: string(), name: wording })

/** Hard, or how often a soft wish counts. */
const weight = union([literal('hard'), literal(1), literal(2), literal(3)])

/** A wish as people write it: 1200 square metres, 6.5 metres, C35. */
export const wishText = object({ field: choice(wishFields), value: string().trim().max(20), weight })

/** The wishes of a need. */
export const wishes = array(wishText).min(1).max(wishFields.length)

const flag = boolean().nullable()
const figure = int().nullable()

/** What is known of a room; whole figures in the unit of their name, null is "not known". */
export const roomFacts = object({
  building: string(),
  floor: int(),
  unit: string(),
  areaSquareDecimetres: int(),
  partSquareDecimetres: figure,
  heightCentimetres: figure,
  loadKilogramsPerSquareMetre: figure,
  columnsCentimetres: tuple([int(), int()]).nullable(),
  liftKilograms: figure,
  powerKilovoltAmperes: figure,
  industries: array(string()).nullable(),
  fire: int().min(1).max(5).nullable(),
  clean: int().min(5).max(9).nullable(),
  rentFenPerSquareMetreDay: figure,
  availableFrom: iso.date().nullable(),
  metroMetres: figure,
  highwayMetres: figure,
  water: flag,
  gas: flag,
  steam: flag,
  sewage: flag,
  exhaust: flag,
  registrable: flag,
  title: flag,
})

/** A room that is offered. */
export const offeredRoom = object({
  id: uuid(),
  carrier: named.extend({ street: string() }),
  facts: roomFacts,
  /** last day on which the offer holds */
  offeredUntil: iso.date(),
})

/** A photo of a room, and what is seen on it. */
export const roomPhoto = object({ id: uuid(), shows: string() })

/** One wish against one room; what the room has as people write it. */
export const verdict = object({
  field: choice(wishFields),
  weight,
  wished: string(),
  outcome: choice(['met', 'failed', 'unknown']),
  has: string().nullable(),
  /** how much is missing, or too much, as people write it; days for a day */
  by: string().nullable(),
})

/** A room beside the wishes. */
export const weighed = object({
  room: offeredRoom,
  /** thousandths of the soft wishes */
  score: int().min(0).max(1000),
  verdicts: array(verdict),
})

/** What the rooms come to. */
export const matching = object({
  hits: array(weighed),
  unsure: array(weighed),
  rejected: array(weighed),
  counts: object({ hits: int(), unsure: int(), rejected: int() }),
  relaxations: array(
    object({
      loosened: array(
        object({
          field: choice(wishFields),
          from: string(),
          /** null: given up */
          to: string().nullable(),
        }),
      ),
      /** the wishes once they are loosened, to search with again */
      wishes: array(wishText),
      rooms: int(),
    }),
  ),
})

/** Where a need stands. */
export const needSituation = choice(needSituations)

/** A hand-off with its time. */
export const handOff = object({
  step: choice(handOffSteps),
  from: choice(handOffParties),
  to: choice(handOffParties),
  since: iso.datetime(),
  due: iso.date().nullable(),
  done: iso.datetime().nullable(),
  light: choice(['green', 'amber', 'red']).nullable(),
  tookWorkingDays: int(),
})

/** A visit to a room. */
export const viewing = object({
  room: offeredRoom.pick({ id: true, carrier: true, facts: true }),
  viewAt: iso.datetime(),
  recordedAt: iso.datetime().nullable(),
  suits: boolean().nullable(),
  note: string().nullable(),
})

/** A line of the carrier's table. */
export const roomCells = partialRecord(choice(roomColumns), string().max(200))

/** A column and what is wrong with it. */
export const cellFault = object({ column: choice(roomColumns), code: choice([...cellFaults, 'place-twice']) })

/** A route about one need or one room. */
export const idParams = object({ id: uuid() })

/** A route behind a secret link. */
export const tokenParams = object({
  token: string()
    .max(40)
    .regex(/^[\w-]+$/),
})

/** The version that the sender has seen. */
export const seen = { version: int().min(1) }

/** A square metre with its decimals, as people write it. */
export const squareMetres = string()
  .trim()
  .regex(/^\d{1,7}(\.\d{1,2})?$/)
