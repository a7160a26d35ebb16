/**
 * Prerequisites: what must be done before a service can be.
 */

import {
  type Entry,
  entryOf,
  idsAt,
  ifGiven,
  note,
  onlyFields,
  textAt,
  type Wording,
  wordingAt,
} from '../reading/entry.ts'

/** One thing to be done before: one of these services. The prerequisites of a service hold together. */
export interface Prerequisite {
  /** ids of services, at least one */
  readonly anyOf: readonly string[]
  readonly reason?: Wording | undefined
}

/** Reads the list `after`: a member is an id, `{ id, reason }` or `{ anyOf: [ids], reason }`. */
export function prerequisitesAt(parent: Entry): readonly Prerequisite[] {
  const { after } = parent.fields
  if (after === undefined) return []
  if (Array.isArray(after))
    return after.map((member: unknown, index) => readPrerequisite(parent, member, index))
  note(parent, 'not-a-list', ['after'], 'after is a list.')
  return []
}

function readPrerequisite(parent: Entry, member: unknown, index: number): Prerequisite {
  if (typeof member === 'string' && member !== '') return { anyOf: [member] }
  const entry = entryOf(parent, member, ['after', index])
  onlyFields(entry, 'id anyOf reason')
  const anyOf = entry.fields.anyOf === undefined ? [textAt(entry, 'id')] : idsAt(entry, 'anyOf')
  if (anyOf.length === 0) note(entry, 'id-missing', ['anyOf'], 'Here stands at least one id.')
  return { anyOf, reason: ifGiven(entry, 'reason', wordingAt) }
}
