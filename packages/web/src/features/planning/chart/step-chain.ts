/**
 * The chain of a step: all it waits for, and all that waits for it.
 */

import type { DiagramLink } from '@guanjia/core/planning'

type Link = Pick<DiagramLink, 'from' | 'to'>

/** The ids before and after a step, and its own. */
export function stepChain(links: readonly Link[], id: string): ReadonlySet<string> {
  return new Set([
    ...reached(id, (at) => links.filter(({ to }) => to === at).map(({ from }) => from)),
    ...reached(id, (at) => links.filter(({ from }) => from === at).map(({ to }) => to)),
  ])
}

function reached(from: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([from])
  for (const id of found) for (const one of next(id)) found.add(one)
  return found
}
