/**
 * A prerequisite in the one form in which it is edited; content writes it in three.
 */

import { listAt, type Plain, textAt, valueAt } from './plain-edit.ts'

/** One of these services is done before, and why. */
export interface Before {
  readonly ids: readonly string[]
  readonly reason: Plain | undefined
}

/** Reads an id, `{ id, reason }` or `{ anyOf, reason }`. */
export function prerequisiteIn(member: unknown): Before {
  if (typeof member === 'string') return { ids: [member], reason: undefined }
  const id = textAt(member, ['id'])
  const reason = valueAt(member, ['reason']) as Plain | undefined
  return { ids: id === '' ? listAt(member, ['anyOf']).map(String) : [id], reason }
}

/** Writes it in the shortest of the three ways. */
export function prerequisiteOf({ ids, reason }: Before): unknown {
  const [only] = ids
  const said = reason !== undefined && Object.keys(reason).length > 0 ? { reason } : undefined
  if (ids.length !== 1 || only === undefined) return { anyOf: [...ids], ...said }
  return said === undefined ? only : { id: only, ...said }
}
