/**
 * A client that does not give up: it repeats a request under the same key until somebody answers.
 */

import { Agent, request } from 'node:http'

/** What came back. */
export interface Answer {
  readonly status: number
  readonly text: string
}

/** A request of somebody with a session. */
export interface Sent {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly session: string
  readonly key?: string
  readonly body?: unknown
}

/** Sends to one house over kept connections. */
export interface HttpClient {
  /** one try; throws where nobody answers */
  readonly send: (sent: Sent) => Promise<Answer>
  /** tries until there is an answer that is not "later" */
  readonly insist: (sent: Sent) => Promise<Answer>
  /** how often `insist` had to try again */
  readonly retries: () => number
  readonly close: () => void
}

/** Silence towards everybody: in a storm of kills one request may be unlucky for longer while others are answered. */
const giveUpAfterMs = 120_000

/** Opens a client to a port of this machine. */
export function openHttpClient(port: number, connections = 64): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let retries = 0
  let lastAnswered = 0
  const send = (sent: Sent) => once(agent, port, sent)
  return {
    send,
    insist: async (sent) => {
      const started = performance.now()
      for (;;) {
        const answer = await send(sent).catch(() => undefined)
        if (answer !== undefined && !isLater(answer.status)) {
          lastAnswered = performance.now()
          return answer
        }
        const silentSince = Math.max(started, lastAnswered)
        if (performance.now() - silentSince > giveUpAfterMs) throw new Error(`nobody answers ${sent.path}`)
        retries += 1
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
    retries: () => retries,
    close: () => agent.destroy(),
  }
}

/** Whether the answer leaves open what happened, or asks to come back. */
function isLater(status: number): boolean {
  return status >= 500 || status === 429
}

function once(agent: Agent, port: number, { method, path, session, key, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers: Record<string, string | number> = { cookie: `guanjia_session=${session}` }
    if (key !== undefined) headers['idempotency-key'] = key
    if (text !== undefined) {
      headers['content-type'] = 'application/json'
      headers['content-length'] = Buffer.byteLength(text)
    }
    const asked = request({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        if (response.complete)
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() })
        else reject(new Error('the answer broke off'))
      })
    })
    asked.setTimeout(15_000, () => asked.destroy(new Error('no answer in time')))
    asked.on('error', reject)
    asked.end(text)
  })
}
