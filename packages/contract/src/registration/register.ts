/**
 * The register of entities: what it says of one on a day, and what it said of that day at an earlier time.
 */

import { array, enum as choice, iso, object, string } from 'zod'
import { defineRoute } from '../route.ts'
import { day } from './answers.ts'

/** What the register holds of an entity for a time. */
const registerEntry = object({
  status: choice(['registered', 'cancelled', 'revoked']),
  name: string().nullable(),
  /** null where the register holds only name and status */
  facts: object({
    licence: string(),
    type: string(),
    representative: string(),
    premises: string(),
    /** yuan with two decimals; null where the type has no capital */
    capital: string().nullable(),
    scope: string(),
  }).nullable(),
  /** when it held in the world; the last day excluded, null without end */
  validFrom: day,
  validTo: day.nullable(),
  /** when the register believed it; the end excluded, null until now */
  recordedFrom: iso.datetime(),
  recordedTo: iso.datetime().nullable(),
})

/** What the register says, and said. */
export const readRegister = defineRoute({
  id: 'registration.read-register',
  method: 'GET',
  path: '/api/registration/register/:code',
  action: 'registration.queue',
  summary:
    'An entity on a day as the register knew it at the end of another day, and every entry it ever held',
  params: object({ code: string().regex(/^[0-9A-Z]{18}$/) }),
  query: object({
    /** today where left out */
    on: day.optional(),
    /** today where left out */
    knownOn: day.optional(),
  }),
  response: object({
    code: string(),
    on: day,
    knownOn: day,
    /** null where the register knew of nothing on that day */
    entry: registerEntry.nullable(),
    /** everything, the latest known first */
    entries: array(registerEntry),
  }),
  problems: ['entity-unknown'],
})
