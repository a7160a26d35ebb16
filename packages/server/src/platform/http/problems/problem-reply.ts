/**
 * Refusals and failures on the wire: `application/problem+json`, in the reader's language, never with inner details.
 */

import { type PlatformProblem, type ProblemDocument, platformProblems } from '@guanjia/contract/problem'
import { filled } from '@guanjia/core/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The text of a code for people. */
export type ProblemTexts = (
  code: string,
  language: 'zh-CN' | 'en',
) => { readonly title: string; readonly detail: string } | undefined

/** A fault in one field of the input. */
export interface FieldFault {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** What to refuse with. */
export interface ProblemReply {
  readonly code: string
  readonly status: number
  /** for the places in its text; see `Refused` */
  readonly because?: Readonly<Record<string, unknown>>
  readonly errors?: readonly FieldFault[]
  readonly retryAfterSeconds?: number
}

/** The language the reader asked for; Chinese where nothing else is wanted. */
export function languageOf(request: FastifyRequest): 'zh-CN' | 'en' {
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN'
}

/** Sends a refusal. */
export function sendProblem(
  texts: ProblemTexts,
  exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  problem: ProblemReply,
): FastifyReply {
  const { request, reply } = exchange
  const { code, status, errors, because = {} } = problem
  const language = languageOf(request)
  const text = texts(code, language) ?? { title: code, detail: '' }
  const document: ProblemDocument = {
    type: `/problems/${code}`,
    title: text.title,
    status,
    detail: filled(text.detail, wordsOf(because, language)),
    code,
    correlationId: request.id,
    ...(errors === undefined ? {} : { errors: [...errors] }),
  }
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds)
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(document)
}

/** Values as people write them: days in words, what is neither text nor number not at all. */
function wordsOf(because: Readonly<Record<string, unknown>>, language: 'zh-CN' | 'en') {
  const words: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(because))
    if (typeof value === 'number') words[name] = value
    else if (typeof value === 'string') words[name] = isoDay.test(value) ? dayInWords(value, language) : value
  return words
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const locales = { 'zh-CN': 'zh-CN', en: 'en-GB' } as const

function dayInWords(day: string, language: 'zh-CN' | 'en'): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** A refusal of the platform itself, with its fixed status. */
export function platformProblem(code: PlatformProblem): ProblemReply {
  const status = platformProblems[code]
  return status === 503 || status === 429 ? { code, status, retryAfterSeconds: 5 } : { code, status }
}

/** Whether a code is one the platform itself answers with. */
export function isPlatformProblem(code: string): code is PlatformProblem {
  return Object.hasOwn(platformProblems, code)
}
