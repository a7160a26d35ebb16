/**
 * The live names of one registrar, compiled so that every name related to a given one is found by a few look-ups of keys.
 *
 * Method: each name is entered under the sound of its trade word, under every part of that sound of two syllables or more,
 * and, where it has look-alike characters, under its outline. The label of an entry is the meaning of the industry, so that
 * other industries are passed over without opening the record. Every hit is verified against the rules themselves.
 */

import { type CompanyName, parseCompanyName } from './company-name.ts'
import { createKeyTable, type KeyTable } from './key-table.ts'
import type { ComparisonRule } from './name-content.ts'
import { soundRuns } from './name-keys.ts'
import { type IndustryLikeness, type NameLikeness, nameLikeness, relations } from './name-likeness.ts'
import { dayNumber } from './name-period.ts'
import {
  addRecord,
  createNameRecords,
  type NameRecords,
  noEnd,
  recordBytes,
  recordLikeness,
  recordText,
  recordUntil,
  takeOutRecord,
} from './name-records.ts'
import type { NameTables } from './name-tables.ts'

/** A name of the register; `until` is the last day on which it counts, absent or null without end. */
export interface RegisterName {
  readonly name: string
  readonly until?: string | null
}

/** One rule by which one live name stands in the way. */
export interface NameConflict {
  readonly rule: ComparisonRule
  readonly existing: string
}

/** What a search for conflicts takes into account. */
export interface ConflictQuery {
  /** day of the search, YYYY-MM-DD; names whose time has run out are passed over; absent: all count */
  readonly today?: string
  /** so many conflicts are enough; those of the same sound are looked for first; absent: all */
  readonly most?: number
}

/** The live names of one registrar. */
export interface NameIndex {
  readonly add: (name: RegisterName) => void
  /** takes out one name of exactly this folded text; false where there is none */
  readonly remove: (name: string) => boolean
  /** takes out the names whose last day is before `today` and gives how many there were */
  readonly expire: (today: string) => number
  readonly conflicts: (name: CompanyName, query?: ConflictQuery) => readonly NameConflict[]
  /** names counted now, those taken out not among them */
  readonly size: () => number
  /** bytes of the index */
  readonly bytes: () => number
}

const kinds = { whole: 0x1b873593, part: 0x2545f491, outline: 0x52dce729, text: 0x38495ab5 }

function mixed(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x9e3779b1)
  return next ^ (next >>> 15)
}

function hashText(kind: number, text: string): number {
  let hash = kind
  for (let at = 0; at < text.length; at++) hash = mixed(hash, text.charCodeAt(at))
  return Math.imul(hash, 0x85ebca6b) >>> 0
}

function hashRun(kind: number, codes: readonly number[], from: number, to: number): number {
  let hash = kind
  for (let at = from; at < to; at++) hash = mixed(hash, codes[at] ?? 0)
  return Math.imul(hash, 0x85ebca6b) >>> 0
}

/** Numbers for texts in order of appearance; 0 is the empty text. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>([['', 0]])
  return (text) => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
}

/** Labels beyond this are all one, and never passed over. */
const lastLabel = 0xffff

const severity: readonly ComparisonRule[] = ['S1', 'S2', 'S3', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'C10']

interface IndexState {
  readonly tables: NameTables
  readonly records: NameRecords
  readonly table: KeyTable
  readonly syllable: (text: string) => number
  readonly label: (text: string) => number
  /** meaning and division of GB/T 4754 by label */
  readonly industries: Pick<IndustryLikeness, 'meaning' | 'division'>[]
  live: number
}

function hasLookAlikes(tables: NameTables, { trade }: NameLikeness): boolean {
  for (const character of trade) if (tables.lookAlike.has(character)) return true
  return false
}

/** The number of meaning and division together; 0 for a neutral name. */
function labelOf({ label, industries }: IndexState, { industry }: NameLikeness): number {
  const { meaning, division } = industry
  const found = Math.min(label(meaning === '' ? '' : `${meaning} ${division}`), lastLabel)
  industries[found] ??= { meaning, division }
  return found
}

function enter(state: IndexState, { name, until = null }: RegisterName): void {
  const { tables, table } = state
  const like = nameLikeness(tables, parseCompanyName(tables, name))
  const id = addRecord(state.records, like, until === null ? noEnd : dayNumber(until))
  state.live++
  if (like.whole) return table.add(hashText(kinds.text, like.text), 0, id)
  const label = labelOf(state, like)
  const codes = like.sound.map(state.syllable)
  for (const [from, to] of soundRuns(codes)) {
    const kind = to - from === codes.length ? kinds.whole : kinds.part
    table.add(hashRun(kind, codes, from, to), label, id)
  }
  if (hasLookAlikes(tables, like)) table.add(hashText(kinds.outline, like.outline), label, id)
}

/**
 * Numbers of records that may be related; the same one may come twice.
 *
 * @param enough - asked between two look-ups; those of the same sound are all given
 */
function visitSuspects(
  state: IndexState,
  like: NameLikeness,
  take: (id: number) => void,
  enough: () => boolean = () => false,
): void {
  const { table, industries } = state
  if (like.whole) return table.visit(hashText(kinds.text, like.text), take)
  const label = labelOf(state, like)
  const codes = like.sound.map(state.syllable)
  const isOpen = (each: number) => each === 0 || each === lastLabel
  const open = isOpen(label)
  const { meaning, division } = like.industry
  const meant = (id: number, other: number) => {
    if (enough()) return
    if (open || isOpen(other) || industries[other]?.meaning === meaning) take(id)
  }
  const [, ...parts] = soundRuns(codes)
  table.visit(hashRun(kinds.whole, codes, 0, codes.length), (id, other) => {
    const found = industries[other]
    if (open || isOpen(other) || found?.meaning === meaning || found?.division === division) take(id)
  })
  table.visit(hashRun(kinds.part, codes, 0, codes.length), meant)
  for (const [from, to] of parts) table.visit(hashRun(kinds.whole, codes, from, to), meant)
  if (hasLookAlikes(state.tables, like)) table.visit(hashText(kinds.outline, like.outline), meant)
}

function findConflicts(state: IndexState, name: CompanyName, query: ConflictQuery): NameConflict[] {
  const { tables, records } = state
  const { today, most = Infinity } = query
  const like = nameLikeness(tables, name)
  const day = today === undefined ? 1 : dayNumber(today)
  const seen = new Set<number>()
  const found: NameConflict[] = []
  const verify = (id: number) => {
    if (recordUntil(records, id) < day || seen.has(id)) return
    seen.add(id)
    const existing = recordLikeness(records, id)
    for (const rule of relations(tables, like, existing)) found.push({ rule, existing: existing.text })
  }
  visitSuspects(state, like, verify, () => found.length >= most)
  return found.toSorted((a, b) => severity.indexOf(a.rule) - severity.indexOf(b.rule)).slice(0, most)
}

function removeName(state: IndexState, name: string): boolean {
  const { records } = state
  const like = nameLikeness(state.tables, parseCompanyName(state.tables, name))
  let gone: number | undefined
  visitSuspects(state, like, (id) => {
    if (recordUntil(records, id) > 0 && recordText(records, id) === like.text) gone ??= id
  })
  if (gone === undefined) return false
  takeOutRecord(records, gone)
  state.live--
  return true
}

function expireNames(state: IndexState, today: string): number {
  const { records } = state
  const day = dayNumber(today)
  const before = state.live
  for (let id = 0; id < records.columns.rows; id++) {
    const until = recordUntil(records, id)
    if (until === 0 || until >= day) continue
    takeOutRecord(records, id)
    state.live--
  }
  return before - state.live
}

/** Compiles the names of a register. */
export function compileNameIndex(tables: NameTables, names: Iterable<RegisterName> = []): NameIndex {
  const records = createNameRecords(tables)
  const table = createKeyTable((id) => recordUntil(records, id) === 0)
  const state: IndexState = {
    tables,
    records,
    table,
    syllable: numbering(),
    label: numbering(),
    industries: [{ meaning: '', division: '' }],
    live: 0,
  }
  for (const name of names) enter(state, name)
  table.settle()
  return {
    add: (name) => {
      enter(state, name)
      if (table.isFull()) table.settle()
    },
    remove: (name) => removeName(state, name),
    expire: (today) => expireNames(state, today),
    conflicts: (name, query = {}) => findConflicts(state, name, query),
    size: () => state.live,
    bytes: () => table.bytes() + recordBytes(records),
  }
}
