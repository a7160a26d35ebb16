/**
 * Checks a table without asking it: situations no row covers, rows that contradict each other, rows that never apply.
 *
 * Terms: each input is cut into slices on which all cells agree (see `input-slice.ts`); a *box* is a run of slices for each
 * input. The check is exact for inputs that do not depend on each other; where two inputs read the same fact it may
 * report a box that no situation reaches.
 */

import { passes } from './cell-test.ts'
import { type ReadTable, sameOutputs } from './decision-table.ts'
import { isOrdered, type Slice, slicesOf, sliceText } from './input-slice.ts'
import type { TableFinding } from './table-reader.ts'

/** What is true of one column: its slices, and for each row which of them pass. */
interface Column {
  readonly label: string
  readonly slices: readonly Slice[]
  /** by row, then by slice */
  readonly passing: readonly (readonly boolean[])[]
}

type Box = readonly (readonly number[])[]

const mostGaps = 20
const mostSteps = 100_000

/**
 * Everything that is wrong with a table, in no case more than 20 gaps: `gap` (policies other than `collect`), `overlap`
 * (`unique`), `rows-disagree` (`any`), `row-never-applies`, `row-never-reached` (`first`), `kinds-mixed`,
 * `check-not-finished` where the table is too large to be looked through.
 */
export function checkTable(read: ReadTable): readonly TableFinding[] {
  const mixed: TableFinding[] = []
  const columns = read.inputs.flatMap(({ input, allowed }, index) => {
    const cells = read.rows.map((row) => row.cells[index]).filter((cell) => cell !== undefined)
    const slices = slicesOf(cells, allowed, input.whole === true)
    if (!slices) {
      mixed.push(finding('kinds-mixed', ['inputs', index], 'The cells compare values of different kinds.'))
      return []
    }
    const passing = cells.map((cell) => slices.map(({ sample }) => passes(cell, sample) === true))
    return [{ label: input.label, slices, passing }]
  })
  if (mixed.length > 0) return mixed
  return [...neverApplying(read, columns), ...byPolicy(read, columns)]
}

function finding(code: string, path: TableFinding['path'], sentence: string): TableFinding {
  return { code, path, sentence }
}

function byPolicy(read: ReadTable, columns: readonly Column[]): readonly TableFinding[] {
  const policy = read.table.hitPolicy
  if (policy === 'collect') return []
  const pairs = policy === 'first' ? neverReached(read, columns) : overlaps(read, columns)
  return [...gaps(read, columns), ...pairs]
}

/** The slices of each column that a row passes. */
function boxOf(columns: readonly Column[], row: number): Box {
  return columns.map(({ passing }) =>
    (passing[row] ?? []).flatMap((passed, slice) => (passed ? [slice] : [])),
  )
}

function wholeBox(columns: readonly Column[]): Box {
  return columns.map(({ slices }) => slices.map((_slice, index) => index))
}

function neverApplying(read: ReadTable, columns: readonly Column[]): readonly TableFinding[] {
  return read.rows.flatMap(({ row }, index) => {
    const empty = boxOf(columns, index).findIndex((slices) => slices.length === 0)
    if (empty < 0) return []
    const path = ['rows', index, 'when', empty]
    return [finding('row-never-applies', path, `Row ${row.id} never applies: no value passes this cell.`)]
  })
}

function gaps(read: ReadTable, columns: readonly Column[]): readonly TableFinding[] {
  const search = { columns, limit: mostGaps, steps: 0, found: [] as Box[], covered: new Set<string>() }
  const all = read.rows.map((_row, index) => index)
  searchGaps(search, wholeBox(columns), [], all)
  const found = search.found.map((box) => finding('gap', ['rows'], `No row covers ${boxText(columns, box)}.`))
  return search.steps > mostSteps ? [...found, unfinished()] : found
}

function unfinished(): TableFinding {
  return finding('check-not-finished', ['rows'], 'The table is too large to be checked; divide it.')
}

interface GapSearch {
  readonly columns: readonly Column[]
  readonly limit: number
  steps: number
  readonly found: Box[]
  /** situations already seen to be covered: column and rows still in play */
  readonly covered: Set<string>
}

/**
 * Goes through the columns one by one. Slices of `within` that the same rows pass are taken together; where no row is left,
 * the rest of the columns does not matter and the box is a gap. Says whether a gap was found.
 */
function searchGaps(search: GapSearch, within: Box, taken: Box, rows: readonly number[]): boolean {
  search.steps += 1
  if (search.steps > mostSteps || search.found.length >= search.limit) return false
  if (rows.length === 0) return search.found.push([...taken, ...within.slice(taken.length)]) > 0
  const column = search.columns[taken.length]
  const key = `${taken.length}:${rows.join()}`
  if (!column || search.covered.has(key)) return false
  let any = false
  for (const { slices, left } of groups(column, within[taken.length] ?? [], rows)) {
    if (searchGaps(search, within, [...taken, slices], left)) any = true
  }
  if (!any) search.covered.add(key)
  return any
}

interface Group {
  readonly slices: number[]
  /** the rows that pass these slices */
  readonly left: readonly number[]
}

/** The slices that the same of the rows pass, taken together. */
function groups(column: Column, slices: readonly number[], rows: readonly number[]): readonly Group[] {
  const grouped = new Map<string, Group>()
  for (const slice of slices) {
    const left = rows.filter((row) => column.passing[row]?.[slice])
    const group = grouped.get(left.join())
    if (group) group.slices.push(slice)
    else grouped.set(left.join(), { slices: [slice], left })
  }
  return [...grouped.values()]
}

function neverReached(read: ReadTable, columns: readonly Column[]): readonly TableFinding[] {
  return read.rows.flatMap(({ row }, index) => {
    const box = boxOf(columns, index)
    if (index === 0 || box.some((slices) => slices.length === 0)) return []
    const search = { columns, limit: 1, steps: 0, found: [] as Box[], covered: new Set<string>() }
    const earlier = read.rows.map((_row, other) => other).slice(0, index)
    if (searchGaps(search, box, [], earlier)) return []
    if (search.steps > mostSteps) return [unfinished()]
    return [
      finding('row-never-reached', ['rows', index], `Row ${row.id} is never reached: rows above cover it.`),
    ]
  })
}

function overlaps(read: ReadTable, columns: readonly Column[]): readonly TableFinding[] {
  const boxes = read.rows.map((_row, index) => boxOf(columns, index))
  return read.rows.flatMap(({ row }, index) =>
    read.rows.slice(0, index).flatMap(({ row: earlier }, other) => {
      if (read.table.hitPolicy === 'any' && sameOutputs(row.gives, earlier.gives)) return []
      const shared = intersection(boxes[index] ?? [], boxes[other] ?? [])
      if (shared.some((slices) => slices.length === 0)) return []
      const code = read.table.hitPolicy === 'any' ? 'rows-disagree' : 'overlap'
      const where = boxText(columns, shared)
      return [finding(code, ['rows', index], `Rows ${earlier.id} and ${row.id} both cover ${where}.`)]
    }),
  )
}

function intersection(left: Box, right: Box): Box {
  return left.map((slices, column) => slices.filter((slice) => right[column]?.includes(slice)))
}

/** A box in words; columns it does not narrow are left out. */
function boxText(columns: readonly Column[], box: Box): string {
  const narrowed = columns.flatMap(({ label, slices }, index) => {
    const indexes = box[index] ?? []
    return indexes.length === slices.length ? [] : [`${label} ${slicesText(slices, indexes)}`]
  })
  return narrowed.length === 0 ? 'any situation' : narrowed.join(' and ')
}

function slicesText(slices: readonly Slice[], indexes: readonly number[]): string {
  const runs: Slice[][] = []
  let before = -2
  for (const index of indexes) {
    const slice = slices[index]
    if (!slice) continue
    const last = runs.at(-1)
    if (last && before === index - 1 && isOrdered(slice) && last.every(isOrdered)) last.push(slice)
    else runs.push([slice])
    before = index
  }
  return runs.map(sliceText).join(', ')
}
