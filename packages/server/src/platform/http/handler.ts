/**
 * What a room writes for a route: a handler, the statuses of its refusals, and where the route acts on something that
 * belongs to somebody, how to find out whose it is.
 */

import type { PlatformProblem } from '@guanjia/contract/problem'
import type { Route } from '@guanjia/contract/route'
import type { Principal, Resource } from '@guanjia/core/access'
import type { Result } from '@guanjia/core/kernel'
import type { output, ZodType } from 'zod'
import type { Answer } from './answer.ts'

/** The statuses a refusal may have. */
export type HttpStatus = 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 502 | 503

/** Every refusal of a route with its status: a code without a row does not compile. */
export type ProblemTable<Code extends string> = Readonly<Record<Code, HttpStatus>>

/** What the wire brought besides the declared input. */
export interface Caller {
  readonly principal: Principal
  /** moment at which the session ends if nothing more is asked; long past where there is none */
  readonly sessionEndsAt: Date
  /** who the sender is at a later moment, for answers that stay open; does not keep the session alive */
  readonly identifyAgain: () => Promise<Principal>
  readonly correlationId: string
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly ip: string
  readonly userAgent: string
  readonly language: 'zh-CN' | 'en'
}

/** What a handler is given: the declared input, already checked, and who sent it. */
export interface HandlerInput<Params, Query, Body> extends Caller {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** the `Idempotency-Key`, on routes that want one */
  readonly key: string | undefined
  /** hash of what was sent under the key; hand both to the command */
  readonly bodyHash: string | undefined
}

/** The declared input alone, for finding the resource. */
export interface ResourceInput<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly principal: Principal
}

/** Finds whose matter the route acts on; undefined when there is no such thing (the answer is 404). */
export type FindResource<Params, Query, Body> = (
  input: ResourceInput<Params, Query, Body>,
) => Promise<Resource | undefined>

/** Answers a route. */
export type Handler<Params, Query, Body, Response, Code extends string> = (
  input: HandlerInput<Params, Query, Body>,
) => Promise<Result<Response | Answer<Response>, Code | PlatformProblem>>

/** What a handler may answer with: what the contract says, lists and members being readonly as they are inside the house. */
export type Sent<T> = T extends Uint8Array | Date
  ? T
  : T extends readonly (infer Member)[]
    ? readonly Sent<Member>[]
    : T extends object
      ? { readonly [Name in keyof T]: Sent<T[Name]> }
      : T

/** Joins a declared route to the code that answers it. */
export type Implement = <
  P extends ZodType,
  Q extends ZodType,
  B extends ZodType,
  R extends ZodType,
  C extends string,
>(
  route: Route<P, Q, B, R, C>,
  handler: Handler<output<P>, output<Q>, output<B>, Sent<output<R>>, C>,
  problems: ProblemTable<C>,
  findResource?: FindResource<output<P>, output<Q>, output<B>>,
) => void

/** The type-erased form in which an implementation is kept. */
export interface Implementation {
  readonly route: Route
  readonly handler: Handler<unknown, unknown, unknown, unknown, string>
  readonly problems: Readonly<Record<string, number>>
  readonly findResource: FindResource<unknown, unknown, unknown> | undefined
}
