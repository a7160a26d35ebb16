/**
 * What watchers of the house ask: is it alive, can it work, how much does it do. The figures are for this machine, or
 * for whoever knows the token of the watchers.
 */

import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { isFromHere } from '../http/gate/from-here.ts'
import type { Resources } from '../resources.ts'

const patienceMilliseconds = 2_000

/**
 * The routes of watchers; no part of the contract.
 *
 * @param metricsToken - what a watcher elsewhere must bring as its bearer token; this machine alone where left out
 */
export function healthRoutes(
  resources: Pick<Resources, 'database' | 'disk' | 'telemetry'>,
  metricsToken?: string,
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
      if (!mayReadFigures(request, metricsToken)) return reply.callNotFound()
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

/** With a token set, this machine needs it too: other people may have accounts on it. */
function mayReadFigures(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return isFromHere(request)
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
