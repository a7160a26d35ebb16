/**
 * Reads decision tables from content, and says everything that is wrong with one at once.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import { type Condition, parseCondition } from '../condition.ts'
import { isDayText } from '../values/day-text.ts'
import type { FactValue } from '../values/fact.ts'
import { type CellTest, readCellTest } from './cell-test.ts'
import type {
  DecisionTable,
  HitPolicy,
  Outputs,
  ReadInput,
  ReadRow,
  ReadTable,
  TableInput,
  TableOutput,
  TableRow,
} from './decision-table.ts'

/** One thing that is wrong with a table. */
export interface TableFinding {
  /** such as `cell-not-readable` or `gap` */
  readonly code: string
  /** where in the content: keys and indexes from the table down */
  readonly path: readonly (string | number)[]
  readonly sentence: string
}

type Fields = Readonly<Record<string, unknown>>
type Note = (code: string, path: TableFinding['path'], sentence: string) => void

const policies: readonly HitPolicy[] = ['unique', 'first', 'any', 'collect']
const marks: readonly string[] = ['S', 'G', 'U']

/**
 * Reads a table from parsed content. Refuses with every finding in `because.findings`.
 *
 * @param content - `{id, inputs, outputs, hitPolicy, rows, from, to?}`; an output may be a bare name
 */
export function parseTable(content: unknown): Result<ReadTable, 'table-not-readable'> {
  const findings: TableFinding[] = []
  const note: Note = (code, path, sentence) => void findings.push({ code, path, sentence })
  if (!isFields(content)) {
    note('not-a-table', [], 'A table has id, inputs, outputs, hitPolicy, rows and from.')
    return refuse('table-not-readable', { findings })
  }
  const inputs = listAt(content, 'inputs', note).map((input, index) => readInput(input, index, note))
  const outputs = listAt(content, 'outputs', note).map((output, index) => readOutput(output, index, note))
  const columns = { inputs: inputs.length, outputs: outputs.map((output) => output.name) }
  const rows = listAt(content, 'rows', note).map((row, index) => readRow(row, index, columns, note))
  noteRepeated(rows, note)
  const heading = readHeading(content, note)
  if (findings.length > 0) return refuse('table-not-readable', { findings })
  const table: DecisionTable = {
    ...heading,
    inputs: inputs.map(({ input }) => input),
    outputs,
    rows: rows.map(({ row }) => row),
  }
  return accept({ table, inputs, rows: placed(rows) })
}

type UnplacedRow = Omit<ReadRow, 'places'>

/** Gives every cell its place: rows that test an input alike share one, no two inputs do. */
function placed(rows: readonly UnplacedRow[]): readonly ReadRow[] {
  const places = new Map<string, number>()
  return rows.map(({ row, cells }) => ({
    row,
    cells,
    places: cells.map((cell, column) => {
      const key = `${column}:${cell.text}`
      const place = places.get(key) ?? places.size
      places.set(key, place)
      return place
    }),
  }))
}

function readHeading(content: Fields, note: Note): Pick<DecisionTable, 'id' | 'hitPolicy' | 'from' | 'to'> {
  const policy = policies.find((known) => known === content.hitPolicy)
  if (!policy) note('policy-unknown', ['hitPolicy'], `The hit policy is one of ${policies.join(', ')}.`)
  const from = dayAt(content, 'from', note)
  const heading = { id: textAt(content, 'id', [], note), hitPolicy: policy ?? 'unique', from }
  if (content.to === undefined) return heading
  const to = dayAt(content, 'to', note)
  if (to < from) note('dates-reversed', ['to'], 'The last day in force lies before the first.')
  return { ...heading, to }
}

function readInput(input: unknown, index: number, note: Note): ReadInput {
  const path = ['inputs', index]
  const fields = fieldsOf(input, path, note)
  const expression = textAt(fields, 'expression', path, note)
  const condition = parseCondition(expression)
  if (!condition.ok && expression !== '')
    note(condition.code, [...path, 'expression'], sentenceOf(condition.because))
  const unit = fields.unit === undefined ? {} : { unit: textAt(fields, 'unit', path, note) }
  const allowed =
    fields.allowed === undefined ? undefined : readCell(fields.allowed, [...path, 'allowed'], note)
  const read: TableInput = {
    expression,
    label: textAt(fields, 'label', path, note),
    ...unit,
    ...(allowed && { allowed: allowed.text }),
    ...(fields.whole === true && { whole: true }),
  }
  return { input: read, condition: condition.ok ? condition.value : neverAsked, allowed }
}

const neverAsked: Condition = { text: '', program: { paths: [], step: () => null } }
const anyValue: CellTest = { text: '-', denied: false, comparisons: [] }

function readOutput(output: unknown, index: number, note: Note): TableOutput {
  if (typeof output === 'string') return { name: output }
  const path = ['outputs', index]
  const fields = fieldsOf(output, path, note)
  const name = textAt(fields, 'name', path, note)
  return fields.unit === undefined ? { name } : { name, unit: textAt(fields, 'unit', path, note) }
}

function readRow(
  row: unknown,
  index: number,
  columns: { readonly inputs: number; readonly outputs: readonly string[] },
  note: Note,
): UnplacedRow {
  const path = ['rows', index]
  const fields = fieldsOf(row, path, note)
  const when = listAt(fields, 'when', note, path)
  if (when.length !== columns.inputs)
    note('cells-missing', [...path, 'when'], `The row has ${when.length} cells for ${columns.inputs} inputs.`)
  const cells = when.map((cell, column) => readCell(cell, [...path, 'when', column], note))
  const mark = textAt(fields, 'mark', path, note)
  if (mark !== '' && !marks.includes(mark)) note('mark-unknown', [...path, 'mark'], 'The mark is S, G or U.')
  const read: TableRow = {
    id: textAt(fields, 'id', path, note),
    when: cells.map((cell) => cell.text),
    gives: readThen(fields, columns.outputs, path, note),
    basis: textAt(fields, 'basis', path, note),
    source: textAt(fields, 'source', path, note),
    mark: mark as TableRow['mark'],
  }
  return { row: read, cells }
}

function readThen(fields: Fields, names: readonly string[], path: TableFinding['path'], note: Note): Outputs {
  const then = fieldsOf(fields.then, [...path, 'then'], note)
  for (const name of names.filter((wanted) => !Object.hasOwn(then, wanted)))
    note('output-missing', [...path, 'then'], `The row gives no ${name}.`)
  for (const name of Object.keys(then).filter((given) => !names.includes(given)))
    note('output-unknown', [...path, 'then', name], `The table has no output ${name}.`)
  return then as Readonly<Record<string, FactValue>>
}

/** A cell; YAML makes numbers and truths of some, which say what they mean. */
function readCell(cell: unknown, path: TableFinding['path'], note: Note): CellTest {
  const plain = typeof cell === 'number' || typeof cell === 'boolean' || cell === null
  const text = plain ? String(cell) : cell
  const test = typeof text === 'string' ? readCellTest(text) : refuse('cell-not-text')
  if (test.ok) return test.value
  note(test.code, path, sentenceOf(test.because))
  return anyValue
}

function noteRepeated(rows: readonly UnplacedRow[], note: Note): void {
  const seen = new Set<string>()
  for (const [index, { row }] of rows.entries()) {
    if (row.id !== '' && seen.has(row.id))
      note('id-repeated', ['rows', index, 'id'], `Another row is called ${row.id}.`)
    seen.add(row.id)
  }
}

function sentenceOf(because: Readonly<Record<string, unknown>>): string {
  const { position, sentence } = because
  return typeof sentence === 'string' ? `At ${String(position)}: ${sentence}` : 'A cell is a text.'
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(value: unknown, path: TableFinding['path'], note: Note): Fields {
  if (isFields(value)) return value
  note('not-a-record', path, 'Here stands a record of named values.')
  return {}
}

function listAt(
  fields: Fields,
  name: string,
  note: Note,
  path: TableFinding['path'] = [],
): readonly unknown[] {
  const value = fields[name]
  if (Array.isArray(value) && value.length > 0) return value
  note('list-missing', [...path, name], `${name} is a list with at least one member.`)
  return []
}

function textAt(fields: Fields, name: string, path: TableFinding['path'], note: Note): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  note('text-missing', [...path, name], `${name} is missing.`)
  return ''
}

function dayAt(fields: Fields, name: string, note: Note): string {
  const value = fields[name]
  if (isDayText(value)) return value
  note('day-not-readable', [name], `${name} is a day, YYYY-MM-DD.`)
  return ''
}
