/**
 * The names of a register in columns: about twenty bytes a name instead of a string each.
 *
 * Regions, industries and forms repeat and are kept once; the trade word lies in one long array of characters. A name whose
 * parts do not give its text back is kept as text.
 */

import { parseCompanyName } from './company-name.ts'
import {
  type IndustryLikeness,
  type NameLikeness,
  nameLikeness,
  outlineOf,
  soundOf,
} from './name-likeness.ts'
import type { NameTables } from './name-tables.ts'

/** The day number of a name that is kept without end. */
export const noEnd = 0xffff

interface Interned<Value> {
  readonly idOf: (text: string, value: Value) => number
  readonly values: readonly Value[]
}

function interned<Value>(most: number): Interned<Value> {
  const ids = new Map<string, number>()
  const values: Value[] = []
  const idOf = (text: string, value: Value) => {
    const known = ids.get(text)
    if (known !== undefined) return known
    if (values.length >= most) return -1
    ids.set(text, values.length)
    return values.push(value) - 1
  }
  return { idOf, values }
}

const layouts = ['text', 'front', 'behind-trade', 'before-form'] as const
type Layout = (typeof layouts)[number]

function compose(
  layout: Layout,
  like: Pick<NameLikeness, 'region' | 'trade' | 'form'>,
  industry: string,
): string {
  const { region, trade, form } = like
  if (layout === 'front') return region + trade + industry + form
  return layout === 'behind-trade'
    ? `${trade}(${region})${industry}${form}`
    : `${trade}${industry}(${region})${form}`
}

function layoutOf(like: NameLikeness): Layout {
  const fits = layouts.find(
    (layout) => layout !== 'text' && compose(layout, like, like.industry.text) === like.text,
  )
  return fits === undefined || like.whole || like.trade.length > 255 ? 'text' : fits
}

interface Columns {
  starts: Uint32Array
  lengths: Uint8Array
  regions: Uint16Array
  industries: Uint16Array
  /** form and layout */
  shapes: Uint16Array
  untils: Uint16Array
  characters: Uint16Array
  rows: number
  filled: number
}

function roomFor(columns: Columns, more: number): Columns {
  const { rows, filled } = columns
  if (rows < columns.starts.length && filled + more <= columns.characters.length) return columns
  const grown = <A extends Uint8Array | Uint16Array | Uint32Array>(
    make: (size: number) => A,
    from: A,
    need: number,
  ): A => {
    if (need <= from.length) return from
    const to = make(Math.ceil(need * 1.125) + 256)
    to.set(from)
    return to
  }
  return {
    starts: grown((size) => new Uint32Array(size), columns.starts, rows + 1),
    lengths: grown((size) => new Uint8Array(size), columns.lengths, rows + 1),
    regions: grown((size) => new Uint16Array(size), columns.regions, rows + 1),
    industries: grown((size) => new Uint16Array(size), columns.industries, rows + 1),
    shapes: grown((size) => new Uint16Array(size), columns.shapes, rows + 1),
    untils: grown((size) => new Uint16Array(size), columns.untils, rows + 1),
    characters: grown((size) => new Uint16Array(size), columns.characters, filled + more),
    rows,
    filled,
  }
}

function emptyColumns(): Columns {
  return {
    starts: new Uint32Array(),
    lengths: new Uint8Array(),
    regions: new Uint16Array(),
    industries: new Uint16Array(),
    shapes: new Uint16Array(),
    untils: new Uint16Array(),
    characters: new Uint16Array(),
    rows: 0,
    filled: 0,
  }
}

/** The names of a register by number. */
export interface NameRecords {
  readonly tables: NameTables
  columns: Columns
  readonly regions: Interned<string>
  readonly industries: Interned<IndustryLikeness>
  readonly forms: Interned<string>
  /** names that their parts do not give back */
  readonly texts: Map<number, string>
}

/** An empty set of records. */
export function createNameRecords(tables: NameTables): NameRecords {
  return {
    tables,
    columns: emptyColumns(),
    regions: interned<string>(0xffff),
    industries: interned<IndustryLikeness>(0xffff),
    forms: interned<string>(0x3fff),
    texts: new Map(),
  }
}

/**
 * Keeps a name and gives its number.
 *
 * @param until - the last day number on which the name counts, `noEnd` for a registered one
 */
export function addRecord(records: NameRecords, like: NameLikeness, until: number): number {
  const region = records.regions.idOf(like.region, like.region)
  const industry = records.industries.idOf(like.industry.text, like.industry)
  const form = records.forms.idOf(like.form, like.form)
  const layout = region < 0 || industry < 0 || form < 0 ? 'text' : layoutOf(like)
  const kept = layout === 'text' ? '' : like.trade
  records.columns = roomFor(records.columns, kept.length)
  const { columns } = records
  const id = columns.rows++
  columns.starts[id] = columns.filled
  columns.lengths[id] = kept.length
  columns.regions[id] = region
  columns.industries[id] = industry
  columns.shapes[id] = form * layouts.length + layouts.indexOf(layout)
  columns.untils[id] = until
  for (let at = 0; at < kept.length; at++) columns.characters[columns.filled++] = kept.charCodeAt(at)
  if (layout === 'text') records.texts.set(id, like.text)
  return id
}

const noIndustry: IndustryLikeness = { text: '', wording: '', meaning: '', division: '' }

function tradeOf({ columns }: NameRecords, id: number): string {
  const start = columns.starts[id] ?? 0
  const end = start + (columns.lengths[id] ?? 0)
  let trade = ''
  for (let at = start; at < end; at++) trade += String.fromCharCode(columns.characters[at] ?? 0)
  return trade
}

function partsOf(records: NameRecords, id: number) {
  const { columns, regions, industries, forms } = records
  const shape = columns.shapes[id] ?? 0
  return {
    region: regions.values[columns.regions[id] ?? 0] ?? '',
    trade: tradeOf(records, id),
    form: forms.values[Math.floor(shape / layouts.length)] ?? '',
    industry: industries.values[columns.industries[id] ?? 0] ?? noIndustry,
    layout: layouts[shape % layouts.length] ?? 'text',
  }
}

/** The folded text of a name. */
export function recordText(records: NameRecords, id: number): string {
  const kept = records.texts.get(id)
  if (kept !== undefined) return kept
  const parts = partsOf(records, id)
  return compose(parts.layout, parts, parts.industry.text)
}

/** What of a kept name is compared; text and outline are put together only when they are asked for. */
export function recordLikeness(records: NameRecords, id: number): NameLikeness {
  const { tables } = records
  const kept = records.texts.get(id)
  if (kept !== undefined) return nameLikeness(tables, parseCompanyName(tables, kept))
  const { region, trade, form, industry, layout } = partsOf(records, id)
  return {
    region,
    trade,
    form,
    industry,
    whole: false,
    sound: soundOf(tables, trade),
    get text() {
      return compose(layout, this, industry.text)
    },
    get outline() {
      return outlineOf(tables, trade)
    },
  }
}

/** The last day number on which the name counts; 0 when it has been taken out. */
export function recordUntil({ columns }: NameRecords, id: number): number {
  return columns.untils[id] ?? 0
}

/** Takes a name out; its number is not given again. */
export function takeOutRecord({ columns }: NameRecords, id: number): void {
  columns.untils[id] = 0
}

/** Bytes of all columns; the few names kept as text are counted by two bytes a character. */
export function recordBytes({ columns, texts }: NameRecords): number {
  const { starts, lengths, regions, industries, shapes, untils, characters } = columns
  const arrays = [starts, lengths, regions, industries, shapes, untils, characters]
  const kept = [...texts.values()].reduce((sum, text) => sum + text.length * 2, 0)
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, kept)
}
