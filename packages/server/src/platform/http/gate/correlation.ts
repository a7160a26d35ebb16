/**
 * The id under which everything that one request causes can be found again: in logs, audit and events, which nobody may
 * change afterwards. So only an id that was made by chance is taken over from outside, never a number of somebody.
 */

import { randomUUID } from 'node:crypto'

const uuid = /^[\da-f]{8}-[\da-f]{4}-[47][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
/** W3C Trace Context: version, trace id, parent id, flags */
const traceParent = /^00-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/

type Given = string | readonly string[] | undefined

/** The id a sender gave (a UUID of version 4 or 7), or that of the trace it belongs to, or a new one. */
export function correlationId(given: Given, trace?: Given): string {
  if (typeof given === 'string' && uuid.test(given)) return given
  const traceId = typeof trace === 'string' ? traceParent.exec(trace)?.[1] : undefined
  return traceId !== undefined && /[a-f]/.test(traceId) ? traceId : randomUUID()
}
