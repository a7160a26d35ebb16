/**
 * The description of every route, printed from the contract: OpenAPI 3.1 for programs, one page for people.
 */

import { platformProblems, problemDocument } from '@guanjia/contract/problem'
import { type Route } from '@guanjia/contract/route'
import { looseObject, null as nothing, string, type ZodType, ZodUndefined } from 'zod'

/** The schema the framework checks and describes a route with. */
export function routeSchema(
  route: Route,
  problems: Readonly<Record<string, number>>,
): Record<string, unknown> {
  const headers = route.idempotent ? idempotencyHeader : undefined
  const input = { params: route.params, querystring: route.query, body: route.body, headers }
  return {
    ...Object.fromEntries(Object.entries(input).filter(([, schema]) => isSomething(schema))),
    operationId: route.id,
    tags: [route.id.split('.')[0] ?? ''],
    summary: route.summary,
    response: { ...refusals(problems), [route.success]: success(route) },
  }
}

/** Other headers pass by untouched. */
const idempotencyHeader = looseObject({ 'idempotency-key': string().min(1).max(255) })

function success(route: Route): object {
  if (route.success === 302) return nothing().describe('Leads to another address')
  if (!isSomething(route.response)) return nothing().describe('Done')
  if (route.produces === 'application/json') return route.response
  return { description: route.summary, content: { [route.produces]: { schema: string() } } }
}

function isSomething(schema: ZodType | undefined): boolean {
  return schema !== undefined && !(schema instanceof ZodUndefined)
}

function refusals(problems: Readonly<Record<string, number>>): Readonly<Record<number, object>> {
  const statuses = new Map<number, Set<string>>()
  for (const [code, status] of [...Object.entries(problems), ...Object.entries(platformProblems)]) {
    statuses.set(status, (statuses.get(status) ?? new Set()).add(code))
  }
  const content = { 'application/problem+json': { schema: problemDocument } }
  return Object.fromEntries(
    [...statuses].map(([status, codes]) => [status, { description: [...codes].join(' · '), content }]),
  )
}

/** One page that lists every route, readable without any script. */
export function apiPage(routes: readonly Route[]): string {
  const rooms = [...new Set(routes.map(roomOf))].toSorted()
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Guanjia API</title>
<link rel="stylesheet" href="/api/page.css">
<main>
<h1>Guanjia API</h1>
<p>Printed from the contract. For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.
Refusals are problem documents (RFC 9457). Routes marked with a key want an <code>Idempotency-Key</code>.</p>
${rooms
  .map((room) =>
    roomSection(
      room,
      routes.filter((route) => roomOf(route) === room),
    ),
  )
  .join('\n')}
</main>
`
}

function roomOf(route: Route): string {
  return route.id.split('.')[0] ?? ''
}

function roomSection(room: string, routes: readonly Route[]): string {
  const rows = routes.map(
    (route) => `<tr><td><code>${route.method}</code></td><td><code>${escape(route.path)}</code></td>
<td>${escape(route.summary)}${route.idempotent ? ' · key' : ''}</td>
<td><code>${escape(route.action)}</code></td><td>${route.problems.map((code) => `<code>${escape(code)}</code>`).join(' ')}</td></tr>`,
  )
  return `<h2>${escape(room)}</h2>
<table><thead><tr><th>Method<th>Path<th>What it does<th>Permission<th>Refusals</thead>
<tbody>${rows.join('\n')}</tbody></table>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** The look of the page. */
export const apiPageStyle = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif }
main { max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8884 }
code { font-size: .875em }
`
