/**
 * The live names of one registrar, compiled so that every name related to a given one is found by a few look-ups of keys.
 *
 * Method: each name is entered under the sound of its trade word, under every part of that sound of two syllables or more,
 * and, where it has look-alike characters, under its outline. The label of an entry is the meaning of the industry, so that
 * other industries are passed over without opening the record. Every hit is verified against the rules themselves.
 */

import { type CompanyName, parseCompanyName } from './company-name.ts'
import { createKeyTable, type KeyTable, keyBits, tagBits } from './key-table.ts'
import type { ComparisonRule } from './name-content.ts'
import { type NameLikeness, nameLikeness, relations } from './name-likeness.ts'
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

function keyOf(hash: number): number {
  return Math.imul(hash, 0x85ebca6b) >>> (32 - keyBits)
}

function textKey(kind: number, text: string): number {
  let hash = kind
  for (let at = 0; at < text.length; at++) hash = mixed(hash, text.charCodeAt(at))
  return keyOf(hash)
}

function runKey(kind: number, codes: readonly number[], from: number, to: number): number {
  let hash = kind
  for (let at = from; at < to; at++) hash = mixed(hash, codes[at] ?? 0)
  return keyOf(hash)
}

/** Eight bits of the characters themselves: names that only sound alike are told apart without opening their record. */
function spellingOf(characters: readonly string[], from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to; at++) hash = mixed(hash, characters[at]?.codePointAt(0) ?? 0)
  return Math.imul(hash, 0x85ebca6b) >>> 24
}

const labelBits = tagBits - 8
/** Labels beyond this are all one, and never passed over. */
const lastLabel = 2 ** labelBits - 1

function tagOf(label: number, spelling: number): number {
  return (spelling << labelBits) | label
}

/** Calls `run` with both ends of every part of two characters or more, the whole left out. */
function eachPart(length: number, run: (from: number, to: number) => void): void {
  for (let from = 0; from + 2 <= length; from++)
    for (let to = from + 2; to <= length; to++) if (to - from < length) run(from, to)
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

const severity: readonly ComparisonRule[] = ['S1', 'S2', 'S3', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'C10']

/** Labels of industries: one for each meaning and division that has appeared; 0 is the neutral one. */
interface IndustryLabels {
  readonly label: (text: string) => number
  readonly meaning: (text: string) => number
  readonly division: (text: string) => number
  /** number of the meaning, by label */
  readonly meaningOf: Uint16Array
  /** number of the division, by label */
  readonly divisionOf: Uint16Array
}

interface IndexState {
  readonly tables: NameTables
  readonly records: NameRecords
  readonly table: KeyTable
  readonly labels: IndustryLabels
  live: number
}

function createLabels(): IndustryLabels {
  return {
    label: numbering(),
    meaning: numbering(),
    division: numbering(),
    meaningOf: new Uint16Array(lastLabel + 1),
    divisionOf: new Uint16Array(lastLabel + 1),
  }
}

function hasLookAlikes({ codes }: NameTables, { trade }: NameLikeness): boolean {
  for (let at = 0; at < trade.length; at++) if (codes.outline[trade.charCodeAt(at)]) return true
  return false
}

function labelOf(labels: IndustryLabels, { industry }: NameLikeness): number {
  const { meaning, division } = industry
  const found = Math.min(labels.label(meaning === '' ? '' : `${meaning} ${division}`), lastLabel)
  labels.meaningOf[found] = labels.meaning(meaning)
  labels.divisionOf[found] = labels.division(division)
  return found
}

function enter(state: IndexState, { name, until = null }: RegisterName): void {
  const { tables, table } = state
  const like = nameLikeness(tables, parseCompanyName(tables, name))
  const id = addRecord(state.records, like, until === null ? noEnd : dayNumber(until))
  state.live++
  if (like.whole) return table.add(textKey(kinds.text, like.text), 0, id)
  const label = labelOf(state.labels, like)
  const { sound } = like
  const characters = [...like.trade]
  const spelling = spellingOf(characters, 0, characters.length)
  table.add(runKey(kinds.whole, sound, 0, sound.length), tagOf(label, spelling), id)
  eachPart(sound.length, (from, to) => {
    table.add(runKey(kinds.part, sound, from, to), tagOf(label, spellingOf(characters, from, to)), id)
  })
  if (hasLookAlikes(tables, like)) table.add(textKey(kinds.outline, like.outline), tagOf(label, spelling), id)
}

/** Which industries of the register matter to a wanted name. */
function industryTests({ labels }: IndexState, like: NameLikeness) {
  const label = labelOf(labels, like)
  const { meaningOf, divisionOf } = labels
  const [meaning, division] = [meaningOf[label], divisionOf[label]]
  const open = label === 0 || label === lastLabel
  return {
    isOpen: (other: number) => open || other === 0 || other === lastLabel,
    isUnsure: (other: number) => label === lastLabel || other === lastLabel,
    meansSame: (other: number) => meaningOf[other] === meaning || other === lastLabel,
    isOfDivision: (other: number) => divisionOf[other] === division,
  }
}

/**
 * Numbers of records that may be related; the same one may come twice.
 *
 * Those of the same sound and meaning come first: among them are all of S1 to N2.
 *
 * @param enough - asked before each of the others
 */
function visitSuspects(
  state: IndexState,
  like: NameLikeness,
  take: (id: number) => void,
  enough: () => boolean = () => false,
): void {
  const visit = (key: number, wanted: (tag: number) => boolean, stop: () => boolean) =>
    state.table.visit(key, (id, tag) => {
      if (wanted(tag)) take(id)
      return !stop()
    })
  const never = () => false
  if (like.whole) return visit(textKey(kinds.text, like.text), () => true, never)
  const { isOpen, isUnsure, meansSame, isOfDivision } = industryTests(state, like)
  const { sound } = like
  const characters = [...like.trade]
  const whole = runKey(kinds.whole, sound, 0, sound.length)
  visit(whole, (tag) => meansSame(tag & lastLabel), never)
  if (enough()) return
  visit(whole, (tag) => isOpen(tag & lastLabel) || isOfDivision(tag & lastLabel), enough)
  const visitRun = (key: number, spelling: number) => {
    const wanted = (tag: number) => {
      const other = tag & lastLabel
      return isOpen(other) ? tag >>> labelBits === spelling || isUnsure(other) : meansSame(other)
    }
    if (!enough()) visit(key, wanted, enough)
  }
  visitRun(runKey(kinds.part, sound, 0, sound.length), spellingOf(characters, 0, sound.length))
  eachPart(sound.length, (from, to) =>
    visitRun(runKey(kinds.whole, sound, from, to), spellingOf(characters, from, to)),
  )
  if (enough() || !hasLookAlikes(state.tables, like)) return
  visit(
    textKey(kinds.outline, like.outline),
    (tag) => isOpen(tag & lastLabel) || meansSame(tag & lastLabel),
    enough,
  )
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
  const state: IndexState = { tables, records, table, labels: createLabels(), live: 0 }
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
