/**
 * Tolerance of errors (容错), clearing of names (澄清正名), false accusations (诬告) on the wire.
 */

import { clearingForms, conductKinds, conductStates } from '@guanjia/core/supervision'
import {
  array,
  boolean,
  enum as choice,
  discriminatedUnion,
  int,
  iso,
  literal,
  object,
  string,
  uuid,
} from 'zod'
import { defineRoute } from '../route.ts'

const kind = choice(conductKinds)
const state = choice(conductStates)
const matter = object({ id: uuid() })
const moved = object({ state })
const words = string().min(2).max(2000)
const about = string().min(2).max(200)

/** Why a matter does not go on; which of them can come up depends on the step. */
const turns = [
  'conduct-unknown',
  'conduct-out-of-turn',
  'examination-of-other-kind',
  'acted-for-gain',
  'consent-missing',
  'report-was-mistaken',
  'studied-by-too-few',
  'form-not-agreed',
] as const

const examination = discriminatedUnion('kind', [
  object({
    kind: literal('tolerance'),
    forGain: boolean(),
    orderly: boolean(),
    harm: choice(['slight', 'ordinary', 'grave']),
    remedied: boolean(),
  }),
  object({ kind: literal('clearing'), form: choice(clearingForms), consents: boolean() }),
  object({
    kind: literal('false-accusation'),
    fabricated: boolean(),
    intended: boolean(),
    members: int().min(0).max(100),
  }),
])

const shown = object({
  id: uuid(),
  number: string(),
  kind,
  state,
  about: string(),
  unit: object({ id: string(), name: string() }),
  facts: string(),
  openedBy: string(),
  openedAt: iso.datetime(),
  examination: examination.nullable(),
  examinedWords: string().nullable(),
  examinedBy: string().nullable(),
  determination: string().nullable(),
  determinedBy: string().nullable(),
  conclusion: string().nullable(),
  concludedAt: iso.datetime().nullable(),
  may: object({ examine: boolean(), determine: boolean(), conclude: boolean() }),
})

/** All matters, or what one's unit applied for. */
export const listConduct = defineRoute({
  id: 'supervision.list-conduct',
  method: 'GET',
  path: '/api/supervision/conduct',
  action: 'supervision.list-conduct',
  summary:
    'Matters of tolerance, clearing and false accusation; the head of a unit sees what the unit applied for',
  response: object({
    matters: array(shown),
    units: array(object({ id: string(), name: string() })),
  }),
})

/** A unit applies for tolerance. */
export const applyForTolerance = defineRoute({
  id: 'supervision.apply-for-tolerance',
  method: 'POST',
  path: '/api/supervision/tolerance',
  action: 'supervision.apply-for-tolerance',
  summary: 'Applies that an error made in good faith be tolerated; by the head of the unit',
  body: object({ about, facts: words }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: ['unit-unknown'],
  idempotent: true,
})

/** Supervision opens a matter. */
export const openConduct = defineRoute({
  id: 'supervision.open-conduct',
  method: 'POST',
  path: '/api/supervision/conduct',
  action: 'supervision.open-conduct',
  summary: 'Opens the clearing of a name or the handling of a false accusation',
  body: object({
    kind: choice(['clearing', 'false-accusation']),
    about,
    unit: string().min(1),
    facts: words,
  }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: ['unit-unknown'],
  idempotent: true,
})

/** One person examines. */
export const examineConduct = defineRoute({
  id: 'supervision.examine-conduct',
  method: 'POST',
  path: '/api/supervision/conduct/:id/examination',
  action: 'supervision.examine-conduct',
  summary:
    'Records what was found out: motive, procedure, harm and remedy; the form and the consent; fabrication and intent',
  params: matter,
  body: object({ examination, words }),
  response: moved,
  problems: turns,
  idempotent: true,
})

/** Another determines. */
export const determineConduct = defineRoute({
  id: 'supervision.determine-conduct',
  method: 'POST',
  path: '/api/supervision/conduct/:id/determination',
  action: 'supervision.determine-conduct',
  summary: 'Determines a matter, with the reason; by the head of supervision, never by who examined it',
  params: matter,
  body: object({ granted: boolean(), words }),
  response: moved,
  problems: turns,
  idempotent: true,
})

/** What came of it. */
export const concludeConduct = defineRoute({
  id: 'supervision.conclude-conduct',
  method: 'POST',
  path: '/api/supervision/conduct/:id/conclusion',
  action: 'supervision.conclude-conduct',
  summary: 'Concludes a granted matter: told and filed, cleared in the agreed form, handled',
  params: matter,
  body: object({ form: choice(clearingForms).optional(), words }),
  response: moved,
  problems: turns,
  idempotent: true,
})
