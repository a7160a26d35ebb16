/**
 * What the framework makes of a route's contract: the checks of input and output, and one page for people.
 */

import { type Route } from '@guanjia/contract/route'
import { looseObject, string, type ZodType, ZodUndefined } from 'zod'
import { escapeHtml } from './html.ts'
import { type RefusalStatuses, refusalsByStatus } from './refusal-status.ts'

/** The schemas the framework checks what comes in and goes out with. */
export function routeSchema(route: Route): Record<string, unknown> {
  const headers = route.idempotent ? idempotencyHeader : undefined
  const input = { params: route.params, querystring: route.query, body: route.body, headers }
  const isJson = route.produces === 'application/json' && route.success !== 302
  return {
    ...Object.fromEntries(Object.entries(input).filter(([, schema]) => isSomething(schema))),
    ...(isJson && isSomething(route.response) ? { response: { [route.success]: route.response } } : {}),
  }
}

/** Other headers pass by untouched. */
const idempotencyHeader = looseObject({ 'idempotency-key': string().min(1).max(255) })

function isSomething(schema: ZodType | undefined): boolean {
  return schema !== undefined && !(schema instanceof ZodUndefined)
}

/** One page that lists every route, readable without any script. */
export function apiPage(routes: readonly Route[], statuses: RefusalStatuses): string {
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
      statuses,
    ),
  )
  .join('\n')}
</main>
`
}

function roomOf(route: Route): string {
  return route.id.split('.')[0] ?? ''
}

function roomSection(room: string, routes: readonly Route[], statuses: RefusalStatuses): string {
  const rows = routes.map(
    (route) => `<tr><td><code>${route.method}</code></td><td><code>${escapeHtml(route.path)}</code></td>
<td>${escapeHtml(route.summary)}${route.idempotent ? ' · key' : ''}</td>
<td><code>${escapeHtml(route.action)}</code></td><td>${refusals(route, statuses)}</td></tr>`,
  )
  return `<h2>${escapeHtml(room)}</h2>
<table><thead><tr><th>Method<th>Path<th>What it does<th>Permission<th>Refusals</thead>
<tbody>${rows.join('\n')}</tbody></table>`
}

/** The codes behind their status, each leading to its page. */
function refusals(route: Route, statuses: RefusalStatuses): string {
  return [...refusalsByStatus(route, statuses)]
    .map(([status, codes]) => {
      const links = codes.map((code) => `<a href="/problems/${code}"><code>${escapeHtml(code)}</code></a>`)
      return `${status} ${links.join(' ')}`
    })
    .join('<br>')
}

/** The look of the page. */
export const apiPageStyle = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif }
main { max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8884 }
code { font-size: .875em }
`
