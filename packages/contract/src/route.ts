/**
 * How a route is declared: what comes in, what goes out, who may call it, and every refusal it may answer with.
 * The server implements it, the browser calls it, the OpenAPI description is printed from it.
 */

import type { Action } from '@guanjia/core/access'
import { custom, type output, type ZodType, type ZodUndefined } from 'zod'

/** The methods the platform answers to. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a route is made of; schemas that are left out mean "nothing comes in there". */
export interface RouteOptions<
  Params extends ZodType,
  Query extends ZodType,
  Body extends ZodType,
  Response extends ZodType,
  Problem extends string,
> {
  /** room and act, `registration.submit`; unique in the house */
  readonly id: string
  readonly method: HttpMethod
  /** path with `:name` for every key of `params` */
  readonly path: `/${string}`
  /** the row of the table of permissions that is asked before the handler runs */
  readonly action: Action
  /** one sentence for the reader of the API page */
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly response: Response
  /** codes of the refusals this route may answer with, besides those of every route */
  readonly problems?: readonly Problem[]
  /** whether the sender must give an `Idempotency-Key` */
  readonly idempotent?: boolean
  /** status of success, 200 where it is left out */
  readonly success?: 200 | 201 | 202 | 204 | 302
  /** media type of success, JSON where it is left out; other types are sent as they are, unchecked */
  readonly produces?: string
}

/** A declared route. */
export interface Route<
  Params extends ZodType = ZodType,
  Query extends ZodType = ZodType,
  Body extends ZodType = ZodType,
  Response extends ZodType = ZodType,
  Problem extends string = string,
> extends RouteOptions<Params, Query, Body, Response, Problem> {
  readonly problems: readonly Problem[]
  readonly idempotent: boolean
  readonly success: 200 | 201 | 202 | 204 | 302
  readonly produces: string
}

/** What a handler is given and a client sends. */
export interface RouteInput<R> {
  readonly params: R extends Route<infer P, ZodType, ZodType, ZodType> ? output<P> : never
  readonly query: R extends Route<ZodType, infer Q, ZodType, ZodType> ? output<Q> : never
  readonly body: R extends Route<ZodType, ZodType, infer B, ZodType> ? output<B> : never
}

/** What a handler answers and a client receives. */
export type RouteOutput<R> = R extends Route<ZodType, ZodType, ZodType, infer Answer> ? output<Answer> : never

/** The refusals a route declares. */
export type RouteProblem<R> = R extends Route<ZodType, ZodType, ZodType, ZodType, infer Code> ? Code : never

/** The name of a route as its type: clients look routes up by method and path. */
interface Named<Method, Path> {
  readonly method: Method
  readonly path: Path
}

/** The response of a route that sends a text piece by piece; not JSON, so it names what it `produces`. */
export const textStream = custom<AsyncIterable<string | Uint8Array>>()

/** Declares a route; the types of its input, output and refusals are inferred from the schemas. */
export function defineRoute<
  const Method extends HttpMethod,
  const Path extends `/${string}`,
  Response extends ZodType,
  Params extends ZodType = ZodUndefined,
  Query extends ZodType = ZodUndefined,
  Body extends ZodType = ZodUndefined,
  const Problem extends string = never,
>(
  route: RouteOptions<Params, Query, Body, Response, Problem> & Named<Method, Path>,
): Route<Params, Query, Body, Response, Problem> & Named<Method, Path> {
  return {
    ...route,
    problems: route.problems ?? [],
    idempotent: route.idempotent ?? false,
    success: route.success ?? 200,
    produces: route.produces ?? 'application/json',
  }
}

/** Whether a value is a declared route. */
function isRoute(value: unknown): value is Route {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'action' in value
  )
}

/** Every route that the given contract modules export, alone or in a table one level deep. */
export function routesOf(...modules: readonly object[]): readonly Route[] {
  return modules.flatMap((module) =>
    Object.values(module).flatMap((value: unknown) => {
      if (isRoute(value)) return [value]
      return typeof value === 'object' && value !== null ? Object.values(value).filter(isRoute) : []
    }),
  )
}
