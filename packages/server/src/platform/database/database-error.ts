/**
 * What PostgreSQL says when it refuses, read from the driver's error.
 */

interface DatabaseError extends Error {
  readonly code: string
  readonly constraint?: string
}

function hasCode(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/** The name of the unique, exclusion, check or foreign-key constraint that was hurt, or undefined. */
export function constraintOf(error: unknown): string | undefined {
  return hasCode(error) && error.code.startsWith('23') ? error.constraint : undefined
}

/** Whether the transaction lost a race and may simply be tried again: serialization failure or deadlock. */
export function isLostRace(error: unknown): boolean {
  return hasCode(error) && (error.code === '40001' || error.code === '40P01')
}

/** Whether two transactions claimed the same unique value. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error) && (error.code === '23505' || error.code === '23P01')
}

/** Whether the user has no right to do this. */
export function isForbidden(error: unknown): error is Error {
  return hasCode(error) && error.code === '42501'
}

const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])
const driverSentences =
  /connection terminated|timeout exceeded when trying to connect|client has encountered/i

/** Whether a statement gave up: it took too long, or waited too long for a lock. */
function isTimeout(error: DatabaseError): boolean {
  return error.code === '57014' || error.code === '55P03'
}

/** Whether the database could not be reached, is starting, stopping, full or held up: the world failed, not the program. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (hasCode(error) && (network.has(error.code) || /^(08|53|57P0)/.test(error.code) || isTimeout(error)))
    return true
  return driverSentences.test(error.message)
}
