/**
 * The description of every route for programs, OpenAPI 3.1, printed from the contract and the problem tables of the slices:
 * what is served and what is kept in `packages/contract/openapi.json` are the same text.
 */

import { platformProblems, problemDocument } from '@guanjia/contract/problem'
import type { Route } from '@guanjia/contract/route'
import { anonymous, mayEver } from '@guanjia/core/access'
import { toJSONSchema, type ZodType, ZodUndefined } from 'zod'
import { type RefusalStatuses, refusalsByStatus } from './refusal-status.ts'

type Json = Readonly<Record<string, unknown>>

/** Parts that several routes name. */
type Components = Map<string, Json>

/** The document; throws where a refusal has no status. */
export function openApiDocument(routes: readonly Route[], statuses: RefusalStatuses): Json {
  const components: Components = new Map()
  const { id: _, ...problem } = schemaOf(problemDocument, 'output', components)
  components.set('Problem', problem)
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes.toSorted(byPath)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, components, statuses) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guanjia',
      version: '0.1.0',
      description:
        'Refusals are problem documents (RFC 9457); their type leads to a page that says how to mend it. Browsers must send changes from an own page (Origin).',
    },
    paths,
    components: {
      responses: {
        Refusal: refusal(platformCodes(400, 499)),
        Interruption: refusal(platformCodes(500, 599)),
      },
      schemas: Object.fromEntries([...components].toSorted(([one], [other]) => (one < other ? -1 : 1))),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'guanjia_session',
          description: 'Opened at /api/session/login (OpenID Connect) or /api/session/staff (second factor).',
        },
      },
    },
  }
}

function byPath(one: Route, other: Route): number {
  const [first, second] = [`${one.path} ${one.method}`, `${other.path} ${other.method}`]
  return first < second ? -1 : Number(first > second)
}

function operation(route: Route, components: Components, statuses: RefusalStatuses): Json {
  const parameters = [
    ...parametersOf(route.params, 'path', components),
    ...parametersOf(route.query, 'query', components),
    ...(route.idempotent ? [idempotencyKey] : []),
  ]
  return {
    operationId: route.id,
    tags: [route.id.split('.')[0] ?? ''],
    summary: route.summary,
    'x-permission': route.action,
    security: mayEver(anonymous, route.action) ? [] : [{ session: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(isSomething(route.body)
      ? { requestBody: { required: true, content: jsonOf(schemaOf(route.body, 'input', components)) } }
      : {}),
    responses: {
      [route.success]: success(route, components),
      ...ownRefusals(route, statuses),
      '4XX': { $ref: '#/components/responses/Refusal' },
      '5XX': { $ref: '#/components/responses/Interruption' },
    },
  }
}

const idempotencyKey = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  description: 'The same key with the same request is answered alike; with another request it is refused.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

function parametersOf(
  schema: ZodType | undefined,
  place: 'path' | 'query',
  components: Components,
): readonly Json[] {
  if (!isSomething(schema)) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input', components) as {
    readonly properties?: Json
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }))
}

function success(route: Route, components: Components): Json {
  if (route.success === 302) return { description: 'Leads to another address' }
  if (route.produces !== 'application/json')
    return { description: route.summary, content: { [route.produces]: { schema: { type: 'string' } } } }
  if (!isSomething(route.response)) return { description: 'Done' }
  return { description: route.summary, content: jsonOf(schemaOf(route.response, 'output', components)) }
}

/** What a route refuses with besides what every route may, a response for each status; a list of its own codes for programs. */
function ownRefusals(route: Route, statuses: RefusalStatuses): Record<string, Json> {
  return Object.fromEntries(
    [...refusalsByStatus(route, statuses)].map(([status, own]) => [
      status,
      { ...refusal([...own, ...platformCodes(status, status)]), 'x-problems': own },
    ]),
  )
}

function refusal(codes: readonly string[]): Json {
  const code = { type: 'object', properties: { code: { enum: codes } } }
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, code] }
  return { description: codes.join(' · '), content: { 'application/problem+json': { schema } } }
}

function platformCodes(from: number, to: number): readonly string[] {
  return Object.entries(platformProblems).flatMap(([code, status]) =>
    status >= from && status <= to ? [code] : [],
  )
}

function jsonOf(schema: Json): Json {
  return { 'application/json': { schema } }
}

function isSomething(schema: ZodType | undefined): schema is ZodType {
  return schema !== undefined && !(schema instanceof ZodUndefined)
}

/** The JSON schema; parts with a name of their own go to the components, under another name where input differs. */
function schemaOf(schema: ZodType, io: 'input' | 'output', components: Components): Json {
  const suffix = io === 'input' ? 'Input' : ''
  const printed = toJSONSchema(schema, { io, unrepresentable: 'any' })
  const text = JSON.stringify(printed).replaceAll(
    /"#\/\$defs\/([^"]+)"/g,
    `"#/components/schemas/$1${suffix}"`,
  )
  const {
    $defs = {},
    $schema: _,
    ...whole
  } = JSON.parse(text) as { $defs?: Record<string, Json>; $schema?: string }
  for (const [name, part] of Object.entries($defs)) components.set(`${name}${suffix}`, part)
  return whole
}
