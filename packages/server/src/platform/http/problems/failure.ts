/**
 * What the wire hears when a handler throws or the framework refuses the input. A bug is logged once, with its
 * correlation id, and told as 500 without a detail.
 */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isDatabaseAway } from '../../database/database-error.ts'
import {
  type FieldFault,
  type ProblemReply,
  type ProblemTexts,
  platformProblem,
  sendProblem,
} from './problem-reply.ts'

/** The handler of everything thrown. */
export function failureHandler(texts: ProblemTexts) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed')
    return sendProblem(texts, { request, reply }, problem)
  }
}

function problemOf(error: unknown): ProblemReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? 'input'
    return {
      ...platformProblem('input-malformed'),
      errors: error.validation.map((fault) => faultOf(place, fault)),
    }
  }
  if (isDatabaseAway(error)) return platformProblem('service-interrupted')
  return frameworkProblem(error)
}

function frameworkProblem(error: unknown): ProblemReply {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return platformProblem('request-too-large')
  if (status === 415) return platformProblem('media-type-unknown')
  if (typeof status === 'number' && status >= 400 && status < 500) return platformProblem('input-malformed')
  return platformProblem('internal-error')
}

const places: Readonly<Record<string, string>> = { querystring: 'query' }

function faultOf(
  place: string,
  fault: { readonly instancePath: string; readonly keyword: string; readonly message?: string | undefined },
): FieldFault {
  const path = fault.instancePath.split('/').filter((part) => part !== '')
  return {
    field: [places[place] ?? place, ...path].join('.'),
    code: fault.keyword,
    message: fault.message ?? '',
  }
}
