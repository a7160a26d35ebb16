/**
 * An SMS gateway to try the driver against: takes what the driver sends, knows a message it had before by its key, and breaks
 * down when it is told to.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the gateway would have sent. */
export interface SimulatedSms {
  readonly key: string
  readonly to: string
  readonly text: string
}

/** A gateway that listens on this machine. */
export interface SmsGatewaySimulator extends AsyncDisposable {
  readonly url: string
  /** every message once, however often it was handed over */
  readonly sent: readonly SimulatedSms[]
  /** answers the next requests with this status, 202 for all is well */
  readonly answerWith: (status: number) => void
}

/** Starts a gateway that asks for a token. */
export async function simulateSmsGateway(token: string): Promise<SmsGatewaySimulator> {
  const sent: SimulatedSms[] = []
  let status = 202
  const server = createServer((request, response) => {
    void take(request, response, token).then((message) => {
      if (message === undefined) return
      if (status === 202 && !sent.some(({ key }) => key === message.key)) sent.push(message)
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/messages`,
    sent,
    answerWith: (next) => {
      status = next
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): Promise<SimulatedSms | undefined> {
  const key = request.headers['idempotency-key']
  if (request.headers.authorization !== `Bearer ${token}` || typeof key !== 'string') {
    response.writeHead(401).end()
    return undefined
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { to, text } = JSON.parse(Buffer.concat(chunks).toString()) as Omit<SimulatedSms, 'key'>
  return { key, to, text }
}
