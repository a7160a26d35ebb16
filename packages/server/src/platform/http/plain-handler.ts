/**
 * Hands requests under a path to a plain Node handler, such as the simulator of the identity service.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

/** A handler and what its pages may load. */
export interface PlainHandler {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** every method where left out */
  readonly methods?: readonly ('GET' | 'POST')[]
  /** content security policy of its pages, instead of ours */
  readonly policy: string
}

/** Every request under the path goes to the handler, with our headers on the answer and the body left unread. */
export function plainHandler(
  path: `/${string}`,
  { handle, policy, methods }: PlainHandler,
): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const method = methods === undefined ? app.supportedMethods : [...methods]
    const url = `${path}/*`
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.raw.setHeader('content-security-policy', policy)
      reply.hijack()
      await handle(request.raw, reply.raw)
    }
    app.route({ method, url, schema: { hide: true }, handler })
  }
}
