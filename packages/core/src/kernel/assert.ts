/**
 * Broken promises throw: these two functions are the only places where `core` does so.
 */

/** Throws when a promise of the program is broken; `promise` says what was promised. */
export function assert(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`)
}

/** Marks a branch the compiler proves empty; a new member of a union does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`broken promise: unexpected ${JSON.stringify(value)}`)
}
