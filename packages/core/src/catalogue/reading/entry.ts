/**
 * Reading entries of content: each read notes what is wrong and goes on, so that all findings come at once.
 */

import { parsePlainDate } from '../../calendar/index.ts'

/** One thing that is wrong with content. */
export interface ContentFinding {
  /** such as `text-missing` or `id-unknown` */
  readonly code: string
  /** where in the content: keys and indexes from the top down */
  readonly path: readonly (string | number)[]
  readonly sentence: string
}

/** An entry being read. */
export interface Entry {
  readonly fields: Readonly<Record<string, unknown>>
  readonly path: ContentFinding['path']
  /** the languages of the zone: every text for people is there in each */
  readonly languages: readonly string[]
  readonly findings: ContentFinding[]
}

/** Text for people by language tag. */
export type Wording = Readonly<Record<string, string>>

/** Notes a finding at a field of the entry. */
export function note(
  entry: Entry,
  code: string,
  field: readonly (string | number)[],
  sentence: string,
): void {
  entry.findings.push({ code, path: [...entry.path, ...field], sentence })
}

/**
 * Notes every field that no reader knows: a misspelt name would otherwise be passed over in silence.
 *
 * @param names - the fields that are read, with spaces between them
 */
export function onlyFields(entry: Entry, names: string): void {
  const known = names.split(' ')
  for (const field of Object.keys(entry.fields)) {
    if (!known.includes(field)) note(entry, 'field-unknown', [field], `Nothing reads ${field} here.`)
  }
}

/** What `read` makes of a field that need not be there. */
export function ifGiven<Value>(
  entry: Entry,
  field: string,
  read: (entry: Entry, field: string) => Value,
): Value | undefined {
  return entry.fields[field] === undefined ? undefined : read(entry, field)
}

/** The entry below a field; an empty one, with a finding, where there is none. */
export function entryAt(entry: Entry, field: string): Entry {
  return entryOf(entry, entry.fields[field], [field])
}

/** The entries of a list field; an absent list has none. */
export function entriesAt(entry: Entry, field: string): readonly Entry[] {
  return listAt(entry, field).map((value, index) => entryOf(entry, value, [field, index]))
}

/** A value as an entry; an empty one, with a finding, where it is no record. */
export function entryOf(entry: Entry, value: unknown, field: readonly (string | number)[]): Entry {
  const path = [...entry.path, ...field]
  if (isFields(value)) return { ...entry, fields: value, path }
  note(entry, 'not-a-record', field, 'Here stands a record of named values.')
  return { ...entry, fields: {}, path }
}

function listAt(entry: Entry, field: string): readonly unknown[] {
  const value = entry.fields[field]
  if (value === undefined || Array.isArray(value)) return value ?? []
  note(entry, 'not-a-list', [field], `${field} is a list.`)
  return []
}

/** Whether a value is a record of named values. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that must be there; empty, with a finding, where it is not. */
export function textAt(entry: Entry, field: string): string {
  const value = entry.fields[field]
  if (typeof value === 'string' && value.trim() !== '') return value
  note(entry, 'text-missing', [field], `${field} is missing.`)
  return ''
}

/** A list of ids; absent = none. */
export function idsAt(entry: Entry, field: string): readonly string[] {
  return listAt(entry, field).flatMap((value, index) => {
    if (typeof value === 'string' && value !== '') return [value]
    note(entry, 'id-missing', [field, index], 'Here stands an id.')
    return []
  })
}

/** A text in every language of the zone. */
export function wordingAt(entry: Entry, field: string): Wording {
  const words = entryAt(entry, field)
  return Object.fromEntries(words.languages.map((language) => [language, textAt(words, language)]))
}

/** One of a closed list of words; the first, with a finding, where it is none of them. */
export function oneOf<Word extends string>(
  entry: Entry,
  field: string,
  words: readonly [Word, ...Word[]],
): Word {
  const found = words.find((word) => word === entry.fields[field])
  if (found === undefined) note(entry, 'word-unknown', [field], `${field} is one of ${words.join(', ')}.`)
  return found ?? words[0]
}

/** A whole number of 0 or more; 0, with a finding, where it is something else. */
export function wholeAt(entry: Entry, field: string): number {
  const value = entry.fields[field]
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  note(entry, 'number-missing', [field], `${field} is a whole number of 0 or more.`)
  return 0
}

/** A number, whole or not; 0, with a finding, where it is something else. */
export function numberAt(entry: Entry, field: string): number {
  const value = entry.fields[field]
  if (typeof value === 'number' && Number.isFinite(value)) return value
  note(entry, 'number-missing', [field], `${field} is a number.`)
  return 0
}

/** True or false; absent = false. */
export function truthAt(entry: Entry, field: string): boolean {
  const value = entry.fields[field]
  if (typeof value === 'boolean' || value === undefined) return value ?? false
  note(entry, 'truth-missing', [field], `${field} is true or false.`)
  return false
}

/** The day a figure or an article is in force from. */
export function dayAt(entry: Entry, field: string): string {
  const value = entry.fields[field]
  if (typeof value === 'string' && parsePlainDate(value).ok) return value
  note(entry, 'day-not-readable', [field], `${field} is a day, YYYY-MM-DD.`)
  return ''
}
