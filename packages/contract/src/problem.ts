/**
 * The body of every refusal on the wire, RFC 9457, and the codes that any route may answer with.
 */

import { array, int, object, type output, string } from 'zod'

/** A field of the input and what is wrong with it. */
export const fieldProblem = object({
  /** path of the field, `body.capital.amount` */
  field: string(),
  /** code of what is wrong, as the schema names it */
  code: string(),
  message: string(),
})

/** The problem document. */
export const problemDocument = object({
  type: string(),
  title: string(),
  status: int(),
  detail: string(),
  code: string(),
  correlationId: string(),
  errors: array(fieldProblem).optional(),
}).meta({ id: 'Problem' })

/** What a client reads when the answer is a refusal. */
export type ProblemDocument = output<typeof problemDocument>

/** Codes that the platform itself answers with, on any route. */
export const platformProblems = {
  'input-malformed': 400,
  'idempotency-key-missing': 400,
  'log-in-required': 401,
  'not-allowed': 403,
  'origin-not-trusted': 403,
  'not-found': 404,
  'request-too-large': 413,
  'media-type-unknown': 415,
  'idempotency-key-reused': 422,
  'too-many-requests': 429,
  'internal-error': 500,
  'service-interrupted': 503,
  'disk-nearly-full': 503,
  'shutting-down': 503,
} as const

/** A code of `platformProblems`. */
export type PlatformProblem = keyof typeof platformProblems
