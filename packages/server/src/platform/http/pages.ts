/**
 * The built pages of the web package, and whatever answers plain Node requests under a path of its own.
 */

import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

/** Serves the files of a folder; an address without a file is a page of the application, which starts at index.html. */
export function builtPages(folder: string): FastifyPluginAsync {
  return async (app) => {
    if (!existsSync(folder)) return
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      wildcard: false,
      setHeaders: (reply, path) => {
        const hashed = /[/\\]assets[/\\]/.test(path)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    app.get('/*', { schema: { hide: true } }, (request, reply) => {
      const isPage =
        request.headers.accept?.includes('text/html') === true && !request.url.startsWith('/api/')
      return isPage ? reply.sendFile('index.html') : reply.callNotFound()
    })
  }
}

/** Hands every request under a path to a plain Node handler; the body is left unread for it. */
export function plainHandler(
  path: `/${string}`,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, _payload, done) => done(null))
    app.all(`${path}/*`, { schema: { hide: true } }, async (request, reply) => {
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.hijack()
      await handle(request.raw, reply.raw)
    })
  }
}
