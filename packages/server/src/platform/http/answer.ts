/**
 * An answer that carries more than a body: a redirection, cookies, headers, another status.
 */

/** A cookie to set; every cookie of the house is HttpOnly and SameSite=Lax. */
export interface CookieToSet {
  readonly name: string
  /** empty text removes the cookie */
  readonly value: string
  /** seconds it lives; a session cookie where left out */
  readonly maxAge?: number
  readonly path?: string
}

/** What accompanies the body. */
export interface AnswerExtras {
  readonly status?: number
  readonly location?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly CookieToSet[]
}

const mark = Symbol('answer')

/** A body with extras. */
export interface Answer<Body> extends AnswerExtras {
  readonly [mark]: true
  readonly body: Body
}

/** Adds status, headers, cookies or a location to a body. */
export function answer<Body>(body: Body, extras: AnswerExtras): Answer<Body> {
  return { ...extras, body, [mark]: true }
}

/** Sends the reader elsewhere; for routes whose contract says 302 and nothing as response. */
export function redirect(location: string, extras: AnswerExtras = {}): Answer<undefined> {
  return answer(undefined, { ...extras, location, status: 302 })
}

/** Whether a handler's value is an answer with extras rather than a plain body. */
export function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && mark in value
}
