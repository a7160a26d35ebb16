/**
 * The id under which everything that one request causes can be found again: in logs, audit and events.
 */

import { randomUUID } from 'node:crypto'

/** The id a trusted sender gave, where it looks like one, or a new one. */
export function correlationId(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}
