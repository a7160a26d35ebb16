/**
 * The door to the web: the only file of the house, with its folder, that knows the HTTP framework.
 */

import fastifyCookie from '@fastify/cookie'
import type { Route } from '@guanjia/contract/route'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { apiPage, apiPageStyle, routeSchema } from './description/api-page.ts'
import { openApiDocument } from './description/openapi-document.ts'
import { problemPage } from './description/problem-page.ts'
import type { RefusalStatuses } from './description/refusal-status.ts'
import { routeFindings } from './description/route-registry.ts'
import { admit, type ExchangePorts, exchange } from './exchange.ts'
import { correlationId } from './gate/correlation.ts'
import { addGate, type Gate } from './gate/gate.ts'
import type { Implement, Implementation } from './handler.ts'
import { failureHandler } from './problems/failure.ts'
import { platformProblem, sendProblem } from './problems/problem-reply.ts'

/** How the door is set up. */
export interface HttpOptions extends ExchangePorts, Gate {
  /** every route that the contract declares */
  readonly declared: readonly Route[]
  readonly logger: FastifyBaseLogger
  /** how many proxies of ours add the sender's address; what stands before theirs anybody may have written */
  readonly proxyHops: number
  readonly bodyLimitBytes: number
}

/** A request from inside the process, for tests. */
export interface InnerRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Its answer. */
export interface InnerResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>
  readonly text: string
  /** the body as it was sent, for what is no text */
  readonly bytes: Buffer
  readonly json: () => unknown
}

/** The open or closed door. */
export interface Http extends AsyncDisposable {
  readonly implement: Implement
  /** for static files, the identity simulator and other things that are no routes of the contract */
  readonly mount: (plugin: FastifyPluginAsync) => void
  /** checks the routes against the contract; the first request or `listen` does so too */
  readonly ready: () => Promise<void>
  readonly listen: (place: { readonly host: string; readonly port: number }) => Promise<string>
  /** method and pattern of everything that is answered, once ready */
  readonly addresses: () => readonly string[]
  readonly inject: (request: InnerRequest) => Promise<InnerResponse>
  readonly close: () => Promise<void>
}

/** Builds the door; routes are added with `implement` before it opens. */
export function createHttp(options: HttpOptions): Http {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.bodyLimitBytes,
    trustProxy: (_address, hop) => hop < options.proxyHops,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => correlationId(headers['x-correlation-id'], headers['traceparent']),
  })
  const implemented: Implementation[] = []
  const addresses = new Set<string>()
  app.addHook('onRoute', ({ method, url }) => {
    // every GET route answers HEAD too
    for (const one of [method].flat()) if (one !== 'HEAD') addresses.add(`${one} ${url}`)
  })
  const statuses = () => new Map(implemented.map(({ route, problems }) => [route.id, problems]))
  prepare(app, options, statuses)
  app.addHook('onReady', async () => demandAllRoutes(options.declared, implemented))
  return {
    implement: (route, handler, problems, findResource) => {
      const implementation = { route, handler, problems, findResource } as unknown as Implementation
      implemented.push(implementation)
      app.register(async (scope) => addRoute(scope, options, implementation))
    },
    mount: (plugin) => void app.register(plugin),
    ready: async () => void (await app.ready()),
    listen: (place) => app.listen(place),
    addresses: () => [...addresses],
    inject: (request) => inject(app, request),
    close: () => app.close(),
    [Symbol.asyncDispose]: () => app.close(),
  }
}

function prepare(app: FastifyInstance, options: HttpOptions, statuses: () => RefusalStatuses): void {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(failureHandler(options.problemTexts))
  app.setNotFoundHandler((request, reply) =>
    sendProblem(options.problemTexts, { request, reply }, platformProblem('not-found')),
  )
  addGate(app, options, options.problemTexts)
  app.register(fastifyCookie, {
    parseOptions: {
      httpOnly: true,
      sameSite: 'lax',
      secure: options.publicOrigin.startsWith('https:'),
      path: '/',
    },
  })
  app.register(async (scope) => {
    scope.get('/api/openapi.json', { schema: { hide: true } }, () =>
      openApiDocument(options.declared, statuses()),
    )
    scope.get('/api', { schema: { hide: true } }, (_, reply) =>
      reply.type('text/html; charset=utf-8').send(apiPage(options.declared, statuses())),
    )
    scope.get<{ Params: { code: string } }>(
      '/problems/:code',
      { schema: { hide: true } },
      (request, reply) => {
        const page = problemPage(request.params.code, options.problemTexts)
        return page === undefined ? reply.callNotFound() : reply.type('text/html; charset=utf-8').send(page)
      },
    )
    scope.get('/api/page.css', { schema: { hide: true } }, (_, reply) =>
      reply.type('text/css').send(apiPageStyle),
    )
  })
}

function demandAllRoutes(declared: readonly Route[], implemented: readonly Implementation[]): void {
  const findings = routeFindings(
    declared,
    implemented.map(({ route }) => route),
  )
  if (findings.length > 0) throw new Error(`The routes do not match the contract:\n${findings.join('\n')}`)
}

function addRoute(app: FastifyInstance, options: HttpOptions, implementation: Implementation): void {
  const { route } = implementation
  app.route({
    method: route.method,
    url: route.path,
    schema: routeSchema(route),
    preValidation: admit(options, implementation),
    handler: exchange(options, implementation),
  })
}

async function inject(app: FastifyInstance, request: InnerRequest): Promise<InnerResponse> {
  const { method, url, headers, cookies, body } = request
  const response = await app.inject({
    method,
    url,
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(cookies === undefined ? {} : { cookies: { ...cookies } }),
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    bytes: response.rawPayload,
    json: () => response.json() as unknown,
  }
}
