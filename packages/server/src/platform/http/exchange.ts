/**
 * One request through one implemented route: who is it, may they, is the key there, then the handler, then the answer.
 */

import { createHash } from 'node:crypto'
import { type Action, isConcerned, isHidden, may, mayEver, type Principal } from '@guanjia/core/access'
import type { Refused } from '@guanjia/core/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, isAnswer } from './answer.ts'
import type { HandlerInput, Implementation } from './handler.ts'
import {
  isPlatformProblem,
  languageOf,
  type ProblemReply,
  type ProblemTexts,
  platformProblem,
  sendProblem,
} from './problems/problem-reply.ts'

/** What is known of a sender before the session is looked up. */
export interface Sender {
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly ip: string
  readonly userAgent: string
}

/** Who sends, and the moment at which their session ends if nothing more is asked. */
export interface Identified {
  readonly principal: Principal
  readonly endsAt: Date
}

/**
 * Looks up the session behind a request; `look` does not count as a use of it, so that a page left open does not keep a
 * session alive.
 */
export type Identify = (sender: Sender, how: 'use' | 'look') => Promise<Identified>

/** What the routes need of the house. */
export interface ExchangePorts {
  readonly identify: Identify
  readonly problemTexts: ProblemTexts
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal
    sessionEndsAt: Date
  }
}

/** Before the input is checked: who sends it, and may they do this at all. */
export function admit(ports: ExchangePorts, implementation: Implementation) {
  const { route, findResource } = implementation
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { principal, endsAt } = await ports.identify(senderOf(request), 'use')
    Object.assign(request, { principal, sessionEndsAt: endsAt })
    // whose matter it is comes later, from the checked input; who never could is refused before anything is read
    const allowed =
      findResource === undefined
        ? may(request.principal, route.action)
        : mayEver(request.principal, route.action)
    if (!allowed)
      await sendProblem(ports.problemTexts, { request, reply }, refusal(request.principal, route.action))
    else if (route.idempotent && keyOf(request) === undefined) {
      await sendProblem(ports.problemTexts, { request, reply }, platformProblem('idempotency-key-missing'))
    }
  }
}

/** After the input is checked: the handler and its answer. */
export function exchange(ports: ExchangePorts, implementation: Implementation) {
  const { route, handler, problems } = implementation
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const refused = await refusalForResource(request, implementation)
    if (refused !== undefined) return sendProblem(ports.problemTexts, { request, reply }, refused)
    const result = await handler(inputOf(ports, request, route.idempotent))
    if (!result.ok) {
      const problem = isPlatformProblem(result.code)
        ? platformProblem(result.code)
        : problemOf(result, problems[result.code] ?? 500)
      return sendProblem(ports.problemTexts, { request, reply }, problem)
    }
    return send(reply, implementation, isAnswer(result.value) ? result.value : { body: result.value })
  }
}

/** A refusal may carry values for its text, and faults of fields, such as what changed since the sender looked. */
function problemOf({ code, because }: Refused, status: number): ProblemReply {
  const { errors } = because
  const problem = { code, status, because }
  return Array.isArray(errors)
    ? { ...problem, errors: errors as NonNullable<ProblemReply['errors']> }
    : problem
}

function refusal(principal: Principal, action: Action): ProblemReply {
  if (principal.kind === 'anonymous') return platformProblem('log-in-required')
  return platformProblem(isHidden(action) ? 'not-found' : 'not-allowed')
}

async function refusalForResource(
  request: FastifyRequest,
  { route, findResource }: Implementation,
): Promise<ProblemReply | undefined> {
  if (findResource === undefined) return undefined
  const { principal, params, query, body } = request
  const resource = await findResource({ params, query, body, principal })
  if (resource !== undefined && may(principal, route.action, resource)) return undefined
  // what somebody has nothing to do with is, for them, not there
  return resource !== undefined && isConcerned(principal, resource)
    ? refusal(principal, route.action)
    : platformProblem('not-found')
}

function inputOf(
  { identify }: ExchangePorts,
  request: FastifyRequest,
  idempotent: boolean,
): HandlerInput<unknown, unknown, unknown> {
  const key = idempotent ? keyOf(request) : undefined
  return {
    ...senderOf(request),
    params: request.params,
    query: request.query,
    body: request.body,
    principal: request.principal,
    sessionEndsAt: request.sessionEndsAt,
    identifyAgain: async () => (await identify(senderOf(request), 'look')).principal,
    correlationId: request.id,
    language: languageOf(request),
    key,
    bodyHash: key === undefined ? undefined : hashOf(request),
  }
}

function senderOf(request: FastifyRequest): Sender {
  return { cookies: request.cookies, ip: request.ip, userAgent: request.headers['user-agent'] ?? '' }
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && key.length > 0 && key.length <= 255 ? key : undefined
}

function hashOf(request: FastifyRequest): string {
  const sent = JSON.stringify([
    request.method,
    request.routeOptions.url,
    request.params,
    request.query,
    request.body,
  ])
  return createHash('sha256').update(sent).digest('hex')
}

function send(
  reply: FastifyReply,
  { route }: Implementation,
  sent: Pick<Answer<unknown>, 'body' | 'status' | 'location' | 'headers' | 'cookies'>,
): FastifyReply {
  for (const { name, value, maxAge, path = '/' } of sent.cookies ?? []) {
    if (value === '') reply.clearCookie(name, { path })
    else reply.setCookie(name, value, { path, ...(maxAge === undefined ? {} : { maxAge }) })
  }
  if (sent.location !== undefined) reply.header('location', sent.location)
  if (route.produces !== 'application/json') reply.type(route.produces)
  if (sent.headers !== undefined) reply.headers(sent.headers)
  return reply.code(sent.status ?? route.success).send(sent.body)
}
