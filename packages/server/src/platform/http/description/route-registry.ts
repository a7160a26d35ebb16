/**
 * Every implemented route is declared, every declared route is implemented, and every action has its row: the house
 * does not open otherwise.
 */

import type { Route } from '@guanjia/contract/route'
import { isAction } from '@guanjia/core/access'

/** What does not fit between the declared and the implemented routes, one sentence each. */
export function routeFindings(declared: readonly Route[], implemented: readonly Route[]): readonly string[] {
  const known = new Set(declared.map((route) => route.id))
  const done = new Set(implemented.map((route) => route.id))
  return [
    ...twice(declared).map((id) => `${id} is declared twice`),
    ...twice(implemented).map((id) => `${id} is implemented twice`),
    ...declared.filter(({ id }) => !done.has(id)).map(({ id }) => `${id} is declared and not implemented`),
    ...implemented
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => `${id} is implemented and not declared`),
    ...implemented
      .filter(({ action }) => !isAction(action))
      .map(({ id, action }) => `${id} asks for ${action}, which has no row in the table of permissions`),
  ]
}

function twice(routes: readonly Route[]): readonly string[] {
  const ids = routes.map((route) => route.id)
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}
