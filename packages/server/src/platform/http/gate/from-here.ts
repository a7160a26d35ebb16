/**
 * Whether a request was made on this machine itself, and not through a proxy on it. Asks the connection, never a header.
 */

import type { FastifyRequest } from 'fastify'

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Whether nobody else can have sent it. */
export function isFromHere(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  return forwarded === undefined && local.has(request.socket.remoteAddress ?? '')
}
