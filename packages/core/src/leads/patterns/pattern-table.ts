/**
 * The pattern report: how many leads fell into which field and department in one period, with every count under a threshold
 * hidden, and so much besides it that none of the hidden ones can be worked out from the totals.
 *
 * Periods do not overlap and no total spans them, so that two reports never have a lead in common and cannot be subtracted.
 */

import { concealed } from './concealment.ts'

/** What a handler coded of a lead after reading it; never its words. */
export interface CodedLead {
  readonly field: string
  readonly department: string
}

/** The table of one period; null where the count is hidden. */
export interface PatternTable {
  readonly fields: readonly string[]
  readonly departments: readonly string[]
  /** by field, then by department */
  readonly cells: readonly (readonly (number | null)[])[]
  readonly fieldTotals: readonly (number | null)[]
  readonly departmentTotals: readonly (number | null)[]
  readonly total: number | null
}

/** What the table is made of: the rows and columns are those of the content, whether or not a lead fell into them. */
export interface PatternQuestion {
  readonly fields: readonly string[]
  readonly departments: readonly string[]
  readonly leads: readonly CodedLead[]
  /** the smallest count that is shown */
  readonly atLeast: number
}

/** The table, with its small counts hidden. */
export function patternTable({ fields, departments, leads, atLeast }: PatternQuestion): PatternTable {
  const counts = fields.map((field) =>
    departments.map(
      (department) => leads.filter((lead) => lead.field === field && lead.department === department).length,
    ),
  )
  const shown = concealed(withTotals(counts), atLeast)
  const cells = shown.slice(0, -1)
  const totals = shown.at(-1) ?? []
  return {
    fields,
    departments,
    cells: cells.map((row) => row.slice(0, -1)),
    fieldTotals: cells.map((row) => row.at(-1) ?? null),
    departmentTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? null,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The counts with a last column of row totals and a last row of column totals. */
function withTotals(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = counts.map((row) => [...row, sum(row)])
  const width = rows[0]?.length ?? 1
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))]
}
