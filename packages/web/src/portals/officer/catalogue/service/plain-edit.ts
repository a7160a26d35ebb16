/**
 * Reading and writing single values of a service that is plain content.
 */

/** A service, or a record in it, as it stands in the content. */
export type Plain = Readonly<Record<string, unknown>>

/** Names and places from the top down. */
export type PlainPath = readonly (string | number)[]

/** The value at a path; undefined where there is none. */
export function valueAt(plain: unknown, path: PlainPath): unknown {
  return path.reduce<unknown>((value, part) => memberOf(value, part), plain)
}

function memberOf(value: unknown, part: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Readonly<Record<string | number, unknown>>)[part]
}

/** The text at a path; empty where there is none. */
export function textAt(plain: unknown, path: PlainPath): string {
  const value = valueAt(plain, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The members of the list at a path. */
export function listAt(plain: unknown, path: PlainPath): readonly unknown[] {
  const value = valueAt(plain, path)
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

/** The content with another value at a path; undefined takes the field away. Everything beside the path stays the same. */
export function withValue(plain: Plain, path: PlainPath, value: unknown): Plain {
  return replaced(plain, path, value) as Plain
}

function replaced(at: unknown, [part, ...below]: PlainPath, value: unknown): unknown {
  if (part === undefined) return value
  const member = replaced(memberOf(at, part), below, value)
  if (typeof part === 'number') {
    const list: readonly unknown[] = Array.isArray(at) ? at : []
    return member === undefined ? list.filter((_, place) => place !== part) : withMember(list, part, member)
  }
  const record: Plain = typeof at === 'object' && at !== null ? (at as Plain) : {}
  if (member !== undefined) return { ...record, [part]: member }
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== part))
}

function withMember(list: readonly unknown[], place: number, member: unknown): readonly unknown[] {
  return place < list.length ? list.map((old, at) => (at === place ? member : old)) : [...list, member]
}

/** What a field that may be left empty stands for: nothing, or the text. */
export function textOrNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text
}
