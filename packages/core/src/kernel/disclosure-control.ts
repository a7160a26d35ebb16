/**
 * Small cells are hidden, because a table row of one firm names the firm.
 */

/** The smallest count that is shown in a breakdown open to everybody. */
export const smallestShownCount = 3

/** A row of a breakdown. */
export interface BreakdownRow {
  readonly label: string
  readonly count: number
}

/** A row as it is shown: `count` is undefined where it is hidden. */
export interface ShownRow {
  readonly label: string
  readonly count: number | undefined
}

/**
 * Hides the rows under the smallest shown count. When exactly one row would be hidden, the next smallest is hidden
 * with it, or the total would give it away.
 */
export function discloseBreakdown(rows: readonly BreakdownRow[]): readonly ShownRow[] {
  const isSmall = (row: BreakdownRow) => row.count > 0 && row.count < smallestShownCount
  const hidden = new Set(rows.filter(isSmall))
  if (hidden.size === 1) {
    const candidates = rows.filter((row) => !hidden.has(row) && row.count > 0)
    const next = candidates.toSorted((one, other) => one.count - other.count)[0]
    if (next) hidden.add(next)
  }
  return rows.map((row) => ({ label: row.label, count: hidden.has(row) ? undefined : row.count }))
}
