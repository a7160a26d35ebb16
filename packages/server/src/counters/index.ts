/**
 * The hall: the calls it makes of its own accord, and the line at its counters.
 */

import { readOutreachContent } from './outreach-content.ts'
import { subscribeOutreach } from './outreach-reactions.ts'
import { type CountersPorts, implementOutreachRoutes } from './outreach-routes.ts'
import { implementQueueRoutes } from './queue/queue-routes.ts'

/** Answers every route of this room and subscribes its reactions. */
export function registerCounters(ports: CountersPorts): void {
  const content = readOutreachContent(ports.contentFolder)
  implementOutreachRoutes(ports, content)
  subscribeOutreach(ports, content)
  implementQueueRoutes(ports)
}

export { findTaskPhone } from './outreach-commands.ts'
export type { CountersPorts } from './outreach-routes.ts'
