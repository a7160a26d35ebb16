/**
 * A refusal is a value. `Result` carries either what was asked for, or a code from a closed list that says why not.
 *
 * Terms: a *refusal* is an answer the rules foresee (name taken, late, not yours); a broken promise inside the program is
 * not a refusal and throws (see `assert`).
 */

/** The outcome of something the rules may refuse. */
export type Result<T, Code extends string = string> = Accepted<T> | Refused<Code>

/** What was asked for. */
export interface Accepted<T> {
  readonly ok: true
  readonly value: T
}

/** Why it was not given: a code from the room's closed list and the values that led to it. */
export interface Refused<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  /** the values behind the code, for messages and logs; never personal data */
  readonly because: Readonly<Record<string, unknown>>
}

/** Wraps what was asked for. */
export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value }
}

/** Refuses with a code and the values behind it. */
export function refuse<Code extends string>(
  code: Code,
  because: Readonly<Record<string, unknown>> = {},
): Refused<Code> {
  return { ok: false, code, because }
}
