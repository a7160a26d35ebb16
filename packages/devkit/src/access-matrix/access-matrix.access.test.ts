import { randomUUID } from 'node:crypto'
import type { Route } from '@guanjia/contract/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declaredRoutes } from '../../../server/src/app.ts'
import { type TestApp, testApp } from '../test-app/index.ts'
import { allCallers, type Caller } from './callers.ts'
import { declaredAccess } from './declared-access.ts'
import { layOut, type Matter } from './matter.ts'
import { demonstrationOnly, otherAddresses } from './other-addresses.ts'
import { sampleRequest } from './sample-requests.ts'

let app: TestApp
let matter: Matter
let origin: string

beforeAll(async () => {
  app = await testApp({ env: { GUANJIA_REQUESTS_PER_MINUTE: '0' } })
  matter = await layOut(app)
  origin = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
})

afterAll(() => app.close())

/** How the house answered: let in, or turned away with a status. */
interface Told {
  readonly status: number
  readonly code: string | undefined
}

const turnedAway = new Set(['log-in-required', 'not-allowed', 'not-found'])

/** Calls over the network and hangs up as soon as the answer begins: one of the routes never ends. */
async function call(route: Route, caller: Caller): Promise<Told> {
  const { url, body } = sampleRequest(route, caller, matter)
  const hangUp = new AbortController()
  const response = await fetch(origin + url, {
    method: route.method,
    redirect: 'manual',
    signal: hangUp.signal,
    headers: {
      cookie: matter.browsers.get(caller)?.cookie ?? '',
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  const code = isProblem ? ((await response.json()) as { code: string }).code : undefined
  hangUp.abort()
  return { status: response.status, code }
}

/** `in`, or the status with which a caller is turned away. */
function verdictOf({ status, code }: Told): string {
  if (code === undefined || !turnedAway.has(code)) return status === 500 ? 'broken' : 'in'
  return String(status)
}

/** What the table says of one cell. */
function declared(route: Route, caller: Caller): readonly string[] {
  if (demonstrationOnly.includes(route.id)) return ['404']
  if (declaredAccess[route.id]?.includes(caller)) return ['in']
  // who has nothing to do with a matter is told that it is not there
  return ['stranger', 'expired', 'dismissed'].includes(caller) ? ['401'] : ['403', '404']
}

describe('every route, called by everybody', () => {
  it('has a line in the table, and the table no line too many', () => {
    const lines = [...Object.keys(declaredAccess), ...demonstrationOnly]
    expect(lines.toSorted()).toEqual(declaredRoutes.map(({ id }) => id).toSorted())
  })

  it('has the addresses besides the contract on a list', () => {
    const routes = new Set(declaredRoutes.map(({ method, path }) => `${method} ${path}`))
    const others = app.app.http.addresses().filter((address) => !routes.has(address))
    expect(others.toSorted()).toEqual(otherAddresses.toSorted())
  })

  // logging out ends the session that the other routes need
  const inOrder = declaredRoutes.toSorted(
    (a, b) => Number(a.id === 'access.close-session') - Number(b.id === 'access.close-session'),
  )

  it.each(inOrder.map((route) => [route.id, route] as const))('%s', async (_id, route) => {
    const differing: string[] = []
    for (const caller of allCallers) {
      const told = await call(route, caller)
      const verdict = verdictOf(told)
      if (!declared(route, caller).includes(verdict))
        differing.push(
          `${caller}: ${declared(route, caller).join(' or ')} in the table, ${verdict} at the door (${told.code})`,
        )
    }
    expect(differing).toEqual([])
  })
})
