/**
 * What everybody may ask: names, seats, standard wording, counts.
 */

import { array, boolean, enum as choice, coerce, int, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { day, key, short } from './answers.ts'
import { nameJudgement } from './case-view.ts'

/** Judges a name as it is typed. */
export const checkName = defineRoute({
  id: 'registration.check-name',
  method: 'POST',
  path: '/api/registration/names/check',
  action: 'name.check',
  summary: 'Judges a name against the law and the register; the decision is made at registration',
  body: object({
    name: short,
    kind: choice(['LLC', 'IND']).optional(),
    /** for which it is judged, where who asks may read it: what it answers counts, and its own name is not in its way */
    application: uuid().optional(),
  }),
  response: object(nameJudgement),
})

const seat = object({
  code: string(),
  address: string(),
  carrier: string(),
  building: string(),
  floor: int(),
})
/** Free seats. */
export const searchSeats = defineRoute({
  id: 'registration.search-seats',
  method: 'GET',
  path: '/api/registration/seats',
  action: 'seat.search',
  summary: 'Carriers with the number of seats left, and free seats of one carrier',
  query: object({
    carrier: key.optional(),
    building: key.optional(),
    floor: coerce.number().int().optional(),
    /** division of GB/T 4754; carriers that do not take it are marked */
    division: string().max(4).optional(),
    limit: coerce.number().int().min(1).max(200).default(24),
  }),
  response: object({
    holdMinutes: int(),
    reserveDays: int(),
    carriers: array(
      object({
        id: string(),
        name: string(),
        /** what the name means, for readers of another language */
        gloss: string().nullable(),
        street: string(),
        total: int(),
        free: int(),
        /** who receives the mail of a cluster registration here; null where there is none */
        host: string().nullable(),
        takesTrade: boolean(),
        buildings: array(object({ id: string(), name: string(), floors: array(int()) })),
      }),
    ),
    seats: array(seat),
  }),
})

const scopeEntry = object({
  id: string(),
  text: string(),
  /** what it means, for readers of another language */
  gloss: string().nullable(),
  division: string(),
  permit: choice(['none', 'prior', 'later']),
  sensitive: boolean(),
  mark: choice(['S', 'G', 'U']),
})

/** Standard wording by plain words. */
export const searchScopeEntries = defineRoute({
  id: 'registration.search-scope',
  method: 'GET',
  path: '/api/registration/scope',
  action: 'scope.search',
  summary: 'Finds standard wording by plain words or pinyin initials',
  query: object({
    words: string().max(60).default(''),
    limit: coerce.number().int().min(1).max(50).default(10),
  }),
  response: object({ entries: array(scopeEntry), from: day, source: string(), mark: string() }),
})

/** Counts from the records. */
export const readRegistrationCounts = defineRoute({
  id: 'registration.read-counts',
  method: 'GET',
  path: '/api/registration/counts',
  action: 'statistics.read',
  summary: 'Booked addresses, set-ups and zero-touch set-ups up to a day, counted from the records',
  query: object({ asOf: day.optional() }),
  response: object({
    asOf: day,
    bookedAddresses: int(),
    setUps: int(),
    electronicSetUps: int(),
    zeroTouchSetUps: int(),
    demonstration: boolean(),
  }),
})
