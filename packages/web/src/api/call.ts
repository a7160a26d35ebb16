/**
 * The typed way to the API. Routes are named by method and path, `POST /api/session/staff`; their types come from the
 * contract and cost the browser nothing.
 */

import type * as access from '@guanjia/contract/access'
import type * as cases from '@guanjia/contract/cases'
import type * as catalogue from '@guanjia/contract/catalogue'
import type * as counters from '@guanjia/contract/counters'
import type * as feedback from '@guanjia/contract/feedback'
import type * as leads from '@guanjia/contract/leads'
import type * as ledger from '@guanjia/contract/ledger'
import type * as licence from '@guanjia/contract/licence'
import type * as notifications from '@guanjia/contract/notifications'
import type * as operator from '@guanjia/contract/operator'
import type * as premises from '@guanjia/contract/premises'
import type { ProblemDocument } from '@guanjia/contract/problem'
import type * as projects from '@guanjia/contract/projects'
import type * as registration from '@guanjia/contract/registration'
import type { Route } from '@guanjia/contract/route'
import type * as statistics from '@guanjia/contract/statistics'
import type * as supervision from '@guanjia/contract/supervision'
import type { input, output, ZodType } from 'zod'
import { unreachableTexts } from '../texts/unreachable.ts'

type Modules = typeof access &
  typeof cases &
  typeof catalogue &
  typeof counters &
  typeof feedback &
  typeof leads &
  typeof ledger &
  typeof licence &
  typeof notifications &
  typeof operator &
  typeof premises &
  typeof projects &
  typeof registration &
  typeof statistics &
  typeof supervision
type AnyRoute = Extract<Modules[keyof Modules], Pick<Route, 'method' | 'path' | 'action'>>

/** The routes of the contract by name. */
export type Routes = { [R in AnyRoute as `${R['method']} ${R['path']}`]: R }

/** The name of a route. */
export type RouteName = keyof Routes & string

type Part<R, Key extends 'params' | 'query' | 'body'> = R extends { readonly [K in Key]?: infer S }
  ? S extends ZodType
    ? input<S> extends undefined
      ? unknown
      : Record<never, never> extends input<S>
        ? { readonly [K in Key]?: input<S> }
        : { readonly [K in Key]: input<S> }
    : unknown
  : unknown

/** What a call sends. */
export type CallInput<Name extends RouteName> = Part<Routes[Name], 'params'> &
  Part<Routes[Name], 'query'> &
  Part<Routes[Name], 'body'> & { readonly key?: string }

/** What a call receives. */
export type CallOutput<Name extends RouteName> = Routes[Name] extends {
  readonly response: infer S extends ZodType
}
  ? output<S>
  : never

/** A call that was answered, refused, or never arrived. */
export type Called<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProblemDocument }

interface Sent {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly key?: string
}

/** The address of a route with its parameters filled in. */
export function addressOf(name: string, sent: Sent = {}): string {
  const path = name.slice(name.indexOf(' ') + 1)
  const filled = path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(sent.params?.[part] ?? ''))
  const query = new URLSearchParams(
    Object.entries(sent.query ?? {}).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  ).toString()
  return query === '' ? filled : `${filled}?${query}`
}

function unreachable(): ProblemDocument {
  const text = unreachableTexts[document.documentElement.lang === 'en' ? 'en' : 'zh-CN']
  return { type: '/problems/unreachable', ...text, status: 0, code: 'unreachable', correlationId: '' }
}

const tries = 3

/** Calls a route; what did not arrive is sent again under the same key. */
export async function call<Name extends RouteName>(
  name: Name,
  ...[sent]: Record<never, never> extends CallInput<Name> ? [CallInput<Name>?] : [CallInput<Name>]
): Promise<Called<CallOutput<Name>>> {
  const given: Sent = sent ?? {}
  const key = given.key ?? crypto.randomUUID()
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(name, given, key)
    if (answer !== undefined) return answer as Called<CallOutput<Name>>
    if (attempt === tries) return { ok: false, problem: unreachable() }
    await new Promise((resolve) => setTimeout(resolve, 400 * attempt))
  }
}

async function send(name: string, sent: Sent, key: string): Promise<Called<unknown> | undefined> {
  const [method = 'GET'] = name.split(' ')
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  }
  if (method !== 'GET') headers['idempotency-key'] = key
  if (sent.body !== undefined) headers['content-type'] = 'application/json'
  try {
    const body = sent.body === undefined ? null : JSON.stringify(sent.body)
    const response = await fetch(addressOf(name, sent), { method, headers, body })
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const value: unknown = isJson ? await response.json() : undefined
    if (response.ok) return { ok: true, value }
    return value === undefined ? undefined : { ok: false, problem: value as ProblemDocument }
  } catch {
    return undefined
  }
}
