/**
 * The door of the intake: Node's own HTTP server and nothing above it. There is no log of requests, no cookie, and nothing
 * reads who sends: neither the address nor any header but the kind of the body.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { permissionsOff } from '../../../platform/http/gate/security-headers.ts'
import { type Form, readBody, readForm } from './form.ts'

/** A request without its sender. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** undefined where the body is too long or no form */
  readonly form: () => Promise<Form | undefined>
  /** undefined where the body is too long or no JSON */
  readonly json: () => Promise<unknown>
}

/** An answer. */
export interface Answered {
  readonly status: number
  readonly type: 'text/html' | 'application/json' | 'text/javascript' | 'text/plain'
  /** text, or a file that is compressed already: every browser that runs it reads gzip */
  readonly body: string | Buffer
  /** a file that may be kept by the browser: it carries its content in its name */
  readonly isForEver?: boolean
}

/** Answers whatever is asked; undefined for nothing there. */
export type Answering = (asked: Asked) => Promise<Answered | undefined>

/** How the door is opened. */
export interface DoorOptions {
  readonly host: string
  readonly port: number
  readonly answer: Answering
  /** hash of the one style, for the policy */
  readonly styleHash: string
  readonly overTls: boolean
  /** hears the name of a fault, never what led to it */
  readonly onFault: (name: string) => void
}

/** An open door. */
export interface Door {
  readonly port: number
  readonly close: () => Promise<void>
}

const mostBytes = 8 * 1024 * 1024

/** Opens the door. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const headers = headersOf(options)
  const server = createServer({ requestTimeout: 120_000, maxHeaderSize: 8_192 }, (request, response) => {
    void respond(options, headers, { request, response })
  })
  // more than this at once waits in the kernel
  server.maxConnections = 512
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function respond(
  { answer, onFault }: DoorOptions,
  headers: Readonly<Record<string, string>>,
  { request, response }: Exchange,
): Promise<void> {
  let answered: Answered
  try {
    answered = (await answer(askedOf(request))) ?? {
      status: 404,
      type: 'text/plain',
      body: '没有这个网页。\n',
    }
  } catch (error) {
    onFault(faultName(error))
    answered = { status: 503, type: 'text/plain', body: '暂时不能办理，请稍后再试。您填写的内容没有保存。\n' }
  }
  const { status, type, body, isForEver = false } = answered
  request.resume()
  response.writeHead(status, {
    ...headers,
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    ...(typeof body === 'string' ? {} : { 'content-encoding': 'gzip' }),
    'cache-control': isForEver ? 'public, max-age=31536000, immutable' : 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function askedOf(request: IncomingMessage): Asked {
  const url = new URL(request.url ?? '/', 'http://intake')
  const body = () => readBody(request, mostBytes)
  return {
    method: request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET'),
    path: url.pathname,
    query: url.searchParams,
    form: async () => {
      const bytes = await body()
      const form = bytes && (await readForm(request.headers['content-type'] ?? '', bytes))
      bytes?.fill(0)
      return form
    },
    json: async () => {
      const bytes = await body()
      try {
        return bytes && (JSON.parse(bytes.toString('utf8')) as unknown)
      } catch {
        return undefined
      }
    },
  }
}

/** Class and code of an error: its message may repeat what was sent. */
function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name
}

function headersOf({ styleHash, overTls }: DoorOptions): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    `style-src '${styleHash}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissionsOff(),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
    ...(overTls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
