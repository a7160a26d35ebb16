/**
 * Decision tables: rules of one kind beside each other, each with the article it rests on.
 *
 * Terms: an *input* is an expression over the facts; a *row* applies where every input passes its cell; the *hit policy*
 * says what happens where several rows apply: `unique` (never two), `first` (the uppermost), `any` (all say the same),
 * `collect` (all are gathered).
 *
 * Source: OMG DMN 1.5 §8 (decision tables).
 */

import { type Answer, type Condition, evaluate, type RuleOrigin } from '../condition.ts'
import type { FactRead } from '../frame.ts'
import type { Truth } from '../values/comparison.ts'
import { type Facts, type FactValue, inward, type Value } from '../values/fact.ts'
import type { CellTest } from './cell-test.ts'
import { passes } from './cell-test.ts'

/** What happens where several rows apply. */
export type HitPolicy = 'unique' | 'first' | 'any' | 'collect'

/** What a table asks. */
export interface TableInput {
  readonly expression: string
  readonly label: string
  /** of a number, such as `m2` or `working-days` */
  readonly unit?: string
  /** a cell test that every value of the input passes; the check of the table looks no further */
  readonly allowed?: string
  /** numbers that are always whole, such as persons */
  readonly whole?: boolean
}

/** What a table gives. */
export interface TableOutput {
  readonly name: string
  readonly unit?: string
}

/** The outputs of a row by name. */
export type Outputs = Readonly<Record<string, FactValue>>

/** One rule. */
export interface TableRow extends RuleOrigin {
  /** one cell test for each input */
  readonly when: readonly string[]
  /** `then` in content */
  readonly gives: Outputs
}

/** A table as content holds it. */
export interface DecisionTable {
  readonly id: string
  readonly inputs: readonly TableInput[]
  readonly outputs: readonly TableOutput[]
  readonly hitPolicy: HitPolicy
  readonly rows: readonly TableRow[]
  /** first day in force, YYYY-MM-DD */
  readonly from: string
  /** last day in force, YYYY-MM-DD; absent = until further notice */
  readonly to?: string
}

/** A table that was read and is ready to be asked. */
export interface ReadTable {
  readonly table: DecisionTable
  readonly inputs: readonly ReadInput[]
  readonly rows: readonly ReadRow[]
}

/** An input that was read. */
export interface ReadInput {
  readonly input: TableInput
  readonly condition: Condition
  readonly allowed: CellTest | undefined
}

/** A row that was read. */
export interface ReadRow {
  readonly row: TableRow
  /** one for each input */
  readonly cells: readonly CellTest[]
  /** one for each input: where the answer of the cell is kept; rows that test an input alike share the place */
  readonly places: readonly number[]
}

/** What one input was when a row was asked. */
export interface CellReason {
  readonly label: string
  /** the test of the cell */
  readonly test: string
  readonly value: FactValue
  readonly unit?: string
  readonly facts: readonly FactRead[]
}

/** A row that applies, or might apply, and why. */
export interface RowReason extends RuleOrigin {
  /** `null` = it is not known whether the row applies */
  readonly applies: true | null
  /** the inputs the row tests; where `applies` is `null` only those not known */
  readonly inputs: readonly CellReason[]
}

/** What a table came to. */
export type TableAnswer = {
  readonly rowIds: readonly string[]
  readonly because: readonly RowReason[]
  /** the facts to ask for before the answer can be known */
  readonly unknown: readonly string[]
} & (
  | { readonly status: 'answered'; readonly outputs: Outputs }
  | { readonly status: 'not-known' | 'no-row' | 'rows-disagree' }
)

/**
 * Asks a table. A row that might apply because a fact is not known makes the answer `not-known`, and `unknown` lists the
 * facts to ask for; a policy that the applying rows break gives `rows-disagree`. With `collect`, each output is a list in
 * the order of the rows.
 */
export function decide(table: ReadTable, facts: Facts): TableAnswer {
  const answers = table.inputs.map((input) => evaluate(input.condition, facts))
  const { hits, open } = sift(table, answers)
  const policy = table.table.hitPolicy
  const because = hits.map((row) => rowReason(table, row, answers, true))
  const rowIds = hits.map(({ row }) => row.id)
  if (breaksPolicy(policy, hits)) return { status: 'rows-disagree', rowIds, because, unknown: [] }
  if (open.length > 0 && !(policy === 'any' && hits.length > 0 && sayTheSame([...hits, ...open])))
    return notKnown(table, open, answers)
  const [hit] = hits
  if (policy === 'collect')
    return { status: 'answered', outputs: collected(table, hits), rowIds, because, unknown: [] }
  if (!hit) return { status: 'no-row', rowIds, because: [], unknown: [] }
  return { status: 'answered', outputs: hit.row.gives, rowIds, because, unknown: [] }
}

interface SiftedRows {
  /** the rows that apply */
  readonly hits: readonly ReadRow[]
  /** the rows of which that is not known */
  readonly open: readonly ReadRow[]
}

/** The rows that apply or might; of `first` only those down to the uppermost that surely applies. */
function sift(table: ReadTable, answers: readonly Answer[]): SiftedRows {
  const values = answers.map((answer) => inward(answer.value))
  // rows share places, so each different cell is asked once
  const truths: Truth[] = []
  const hits: ReadRow[] = []
  const open: ReadRow[] = []
  for (const row of table.rows) {
    const truth = applies(row, values, truths)
    if (truth === true) hits.push(row)
    else if (truth === null) open.push(row)
    if (truth === true && table.table.hitPolicy === 'first') break
  }
  return { hits, open }
}

function applies(read: ReadRow, values: readonly Value[], truths: Truth[]): Truth {
  let unknown = false
  let column = 0
  for (const place of read.places) {
    let truth = truths[place]
    if (truth === undefined) {
      const cell = read.cells[column]
      truth = cell ? passes(cell, values[column] ?? null) : true
      truths[place] = truth
    }
    if (truth === false) return false
    if (truth === null) unknown = true
    column += 1
  }
  return unknown ? null : true
}

function breaksPolicy(policy: HitPolicy, hits: readonly ReadRow[]): boolean {
  return (policy === 'unique' && hits.length > 1) || (policy === 'any' && !sayTheSame(hits))
}

function sayTheSame(rows: readonly ReadRow[]): boolean {
  const [first, ...rest] = rows
  return rest.every(({ row }) => first !== undefined && sameOutputs(first.row.gives, row.gives))
}

/** Whether two rows give the same, name by name. */
export function sameOutputs(left: Outputs, right: Outputs): boolean {
  const names = Object.keys(left)
  return names.every((name) => JSON.stringify(left[name]) === JSON.stringify(right[name]))
}

function collected(table: ReadTable, hits: readonly ReadRow[]): Outputs {
  return Object.fromEntries(
    table.table.outputs.map(({ name }) => [name, hits.map(({ row }) => row.gives[name] ?? null)]),
  )
}

function notKnown(table: ReadTable, open: readonly ReadRow[], answers: readonly Answer[]): TableAnswer {
  const because = open.map((row) => rowReason(table, row, answers, null))
  const openInputs = table.inputs.map((_input, index) =>
    open.some(({ cells }) => passesUnknown(cells[index], answers[index])),
  )
  const unknown = answers.flatMap((answer, index) => (openInputs[index] ? answer.unknown : []))
  return {
    status: 'not-known',
    rowIds: open.map(({ row }) => row.id),
    because,
    unknown: [...new Set(unknown)],
  }
}

function passesUnknown(cell: CellTest | undefined, answer: Answer | undefined): boolean {
  return cell !== undefined && passes(cell, inward(answer?.value)) === null
}

function rowReason(
  table: ReadTable,
  read: ReadRow,
  answers: readonly Answer[],
  applied: true | null,
): RowReason {
  const { id, basis, source, mark } = read.row
  const inputs = table.inputs.flatMap((input, index) => {
    const [cell, answer] = [read.cells[index], answers[index]]
    const shown = applied === true ? cell?.comparisons.length !== 0 : passesUnknown(cell, answer)
    return cell && answer && shown ? [cellReason(input.input, cell, answer)] : []
  })
  return { id, basis, source, mark, applies: applied, inputs }
}

function cellReason(input: TableInput, cell: CellTest, answer: Answer): CellReason {
  const facts = answer.because.flatMap((reason) => reason.facts)
  const reason = { label: input.label, test: cell.text, value: answer.value, facts }
  return input.unit === undefined ? reason : { ...reason, unit: input.unit }
}
