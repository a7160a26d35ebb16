/**
 * The body of a request that a plain handler answers, read as text up to a limit.
 */

import type { IncomingMessage } from 'node:http'

/** The body as text; undefined where it is larger than that. */
export async function readPlainBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > mostBytes) return undefined
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}
