/**
 * What differs between two pieces of plain content, told value by value for people who compare versions.
 */

import { type ContentFinding, isFields } from '../reading/entry.ts'

/** A value that differs; `before` is absent where it was added, `after` where it was taken away. */
export interface ContentChange {
  /** names from the top down; a member of a list is named by its id where it has one, else by its place, from 1 */
  readonly path: readonly (string | number)[]
  readonly before?: unknown
  readonly after?: unknown
}

/** Every value that differs, in the order in which the second piece is written; what was taken away comes last. */
export function contentChanges(before: unknown, after: unknown): readonly ContentChange[] {
  return changesAt([], before, after)
}

function changesAt(path: ContentFinding['path'], before: unknown, after: unknown): readonly ContentChange[] {
  const [old, now] = [membersOf(before), membersOf(after)]
  if (old === undefined || now === undefined) {
    if (same(before, after)) return []
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
  }
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))]
  return names.flatMap((name) => changesAt([...path, name], old.get(name), now.get(name)))
}

/** What a value is made of, by name; undefined where it is one plain value, or a list of plain values. */
function membersOf(value: unknown): ReadonlyMap<string | number, unknown> | undefined {
  if (isFields(value)) return new Map(Object.entries(value))
  if (!Array.isArray(value) || !value.some(isFields)) return undefined
  const members: readonly unknown[] = value
  const names = members.map(nameOf)
  // a name that two members share names neither
  const isFree = (name: string | undefined) => names.filter((other) => other === name).length === 1
  return new Map(
    members.map((member, index) => {
      const name = names[index]
      return [name !== undefined && isFree(name) ? name : index + 1, member] as const
    }),
  )
}

const naming = ['id', 'type', 'statute', 'gives', 'service'] as const

function nameOf(member: unknown): string | undefined {
  if (typeof member === 'string') return member
  if (!isFields(member)) return undefined
  const value = naming.map((field) => member[field]).find((one) => typeof one === 'string')
  return typeof value === 'string' ? value : undefined
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
