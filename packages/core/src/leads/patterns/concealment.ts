/**
 * Hiding small counts in a table with totals so that they stay hidden (complementary suppression).
 *
 * Method: a table with its totals is a network. Every row and every column is a node at which the cells balance the total; a
 * hidden count can be one more or one less if and only if there is a way round through other hidden cells that restores the
 * balance. A hidden count without such a way is known to whoever can subtract; then the smallest shown count in its row or
 * column is hidden with it, until there is a way for each. Totals are cells of the same network and may be hidden too.
 *
 * A reader knows of a hidden count that it is a whole number and not negative, and nothing else: a hidden count may be small,
 * nothing at all, or large and hidden for the sake of another.
 */

/** A cell by row and column; the last row and the last column are the totals. */
interface Place {
  readonly row: number
  readonly column: number
}

type Counts = readonly (readonly number[])[]

/**
 * The table as it may be shown: null where a count is hidden.
 *
 * @param counts - whole counts, the last row and the last column being the totals
 * @param atLeast - the smallest count that is shown
 */
export function concealed(counts: Counts, atLeast: number): readonly (readonly (number | null)[])[] {
  const hidden = counts.map((row) => row.map((count) => count < atLeast))
  const small = places(counts).filter(({ row, column }) => isSmall(counts[row]?.[column] ?? 0, atLeast))
  for (;;) {
    const given = small.find((place) => isKnown(counts, hidden, place))
    const companion = given && companionOf(counts, hidden, given)
    if (companion === undefined) break
    const row = hidden[companion.row]
    if (row !== undefined) row[companion.column] = true
  }
  return counts.map((cells, row) =>
    cells.map((count, column) => (hidden[row]?.[column] === true ? null : count)),
  )
}

/** Nobody is named by nothing. */
function isSmall(count: number, atLeast: number): boolean {
  return count > 0 && count < atLeast
}

function places(counts: Counts): readonly Place[] {
  return counts.flatMap((cells, row) => cells.map((_, column) => ({ row, column })))
}

/** The smallest shown count that shares a row or a column with a hidden one, or the smallest of all where none is left there. */
function companionOf(
  counts: Counts,
  hidden: readonly (readonly boolean[])[],
  given: Place,
): Place | undefined {
  const distance = ({ row, column }: Place) => Number(row !== given.row) + Number(column !== given.column)
  const countAt = ({ row, column }: Place) => counts[row]?.[column] ?? 0
  return places(counts)
    .filter(({ row, column }) => hidden[row]?.[column] === false)
    .toSorted((one, other) => distance(one) - distance(other) || countAt(one) - countAt(other))[0]
}

/** Whether only one value of a hidden cell agrees with everything that is shown. */
function isKnown(counts: Counts, hidden: readonly (readonly boolean[])[], place: Place): boolean {
  const steps = stepsThrough(counts, hidden, place)
  const [rowNode, columnNode] = ends(counts, place)
  return !isReachable(steps, rowNode, columnNode) && !isReachable(steps, columnNode, rowNode)
}

interface Step {
  readonly from: number
  readonly to: number
}

/** Rows are the nodes 0…, columns follow them. */
function ends(counts: Counts, { row, column }: Place): readonly [number, number] {
  return [row, counts.length + column]
}

/**
 * The steps that the other hidden cells allow. One more in a cell is a step from its row to its column, one less the step back,
 * which a cell that holds nothing does not allow. A total stands on the other side of the balance, and its steps run the other
 * way; the total of totals stands on the first side again.
 */
function stepsThrough(
  counts: Counts,
  hidden: readonly (readonly boolean[])[],
  besides: Place,
): readonly Step[] {
  return places(counts).flatMap((place) => {
    const { row, column } = place
    if (hidden[row]?.[column] !== true) return []
    if (row === besides.row && column === besides.column) return []
    const [rowNode, columnNode] = ends(counts, place)
    const isTotal = (row === counts.length - 1) !== (column === (counts[row]?.length ?? 0) - 1)
    const more = isTotal ? { from: columnNode, to: rowNode } : { from: rowNode, to: columnNode }
    const less = { from: more.to, to: more.from }
    return (counts[row]?.[column] ?? 0) > 0 ? [more, less] : [more]
  })
}

function isReachable(steps: readonly Step[], from: number, to: number): boolean {
  const seen = new Set([from])
  for (const node of seen) for (const step of steps) if (step.from === node) seen.add(step.to)
  return seen.has(to)
}
