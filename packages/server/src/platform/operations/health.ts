/**
 * What watchers of the house ask: is it alive, can it work, how much does it do. The figures are for this machine only.
 */

import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Resources } from '../resources.ts'

const patienceMilliseconds = 2_000
const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** The routes of watchers; no part of the contract. */
export function healthRoutes(
  resources: Pick<Resources, 'database' | 'disk' | 'telemetry'>,
): FastifyPluginAsync {
  return async (app) => {
    const hidden = { schema: { hide: true } }
    app.get('/healthz', hidden, async () => ({ alive: true }))
    app.get('/readyz', hidden, async (_, reply) => {
      const checks = { database: await answers(resources), disk: !resources.disk.isNearlyFull() }
      const ready = checks.database && checks.disk
      return reply.code(ready ? 200 : 503).send({ ready, checks })
    })
    app.get('/metrics', hidden, async (request, reply) => {
      if (!isFromHere(request)) return reply.callNotFound()
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await resources.telemetry.figures())
    })
  }
}

async function answers({ database }: Pick<Resources, 'database'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMilliseconds)
  })
  const asked = sql`select 1`.execute(database).then(
    () => true,
    () => false,
  )
  const answered = await Promise.race([asked, tooLate])
  clearTimeout(timer)
  return answered
}

/** From this machine itself, and not through a proxy on it. */
function isFromHere(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  return forwarded === undefined && local.has(request.socket.remoteAddress ?? '')
}
