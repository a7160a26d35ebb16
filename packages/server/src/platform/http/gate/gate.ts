/**
 * What every request passes before its route: headers, house open, sender not too fast, origin trusted, disk not full;
 * and what is written down about it afterwards, without an address line and without a body.
 */

import { principalRef } from '@guanjia/core/access'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ProblemTexts, platformProblem, sendProblem } from '../problems/problem-reply.ts'
import { isFromHere } from './from-here.ts'
import { rateLimit } from './rate-limit.ts'
import { addSecurityHeaders, isChange, isTrustedOrigin } from './security-headers.ts'

/** What the gate asks. */
export interface Gate {
  /** origin under which the house is reached from outside */
  readonly publicOrigin: string
  /** requests a minute from one address; 0 for no limit */
  readonly requestsPerMinute: number
  readonly isClosing: () => boolean
  readonly isDiskNearlyFull: () => boolean
  readonly observeRequest: (seen: SeenRequest) => void
}

/** What is counted of a request. */
export interface SeenRequest {
  readonly method: string
  /** the pattern, never the address itself */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** Puts the gate in front of every route. */
export function addGate(app: FastifyInstance, gate: Gate, texts: ProblemTexts): void {
  const overTls = gate.publicOrigin.startsWith('https:')
  const refusalOf = refusals(gate)
  app.addHook('onRequest', async (request, reply) => {
    addSecurityHeaders(request, reply, overTls)
    reply.header('x-correlation-id', request.id)
    const code = refusalOf(request)
    if (code !== undefined) await sendProblem(texts, { request, reply }, platformProblem(code))
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const seconds = reply.elapsedTime / 1000
    const seen = { method: request.method, route, status: reply.statusCode, seconds }
    gate.observeRequest(seen)
    const who = request.principal === undefined ? 'anonymous' : principalRef(request.principal)
    request.log.info({ ...seen, principal: who }, 'request')
  })
}

function refusals(gate: Gate) {
  const mayPass = rateLimit(gate.requestsPerMinute)
  return (request: FastifyRequest) => {
    // a house that closes is still alive, and says so to whoever watches it
    if (gate.isClosing() && request.url !== '/healthz') return 'shutting-down' as const
    if (!isFromHere(request) && !mayPass(request.ip, performance.now())) return 'too-many-requests' as const
    if (!isChange(request)) return undefined
    if (!isTrustedOrigin(request, gate.publicOrigin)) return 'origin-not-trusted' as const
    return gate.isDiskNearlyFull() ? ('disk-nearly-full' as const) : undefined
  }
}
