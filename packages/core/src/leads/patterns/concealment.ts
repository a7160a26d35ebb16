/**
 * Hiding small counts in a table with totals so that they stay hidden (complementary suppression).
 *
 * Method: a table with its totals is a network. Every row and every column is a node at which the cells balance the total; a
 * hidden count can be one more or one less if and only if there is a way round through other hidden cells that restores the
 * balance. For each small count the cheapest such way is looked for, a shown cell costing its count, and what is shown along it
 * is hidden too. Totals are cells of the same network and may be hidden themselves. There always is a way: one more in a cell,
 * in its two totals and in the total of all.
 *
 * A reader knows of a hidden count that it is a whole number and not negative, and nothing else: a hidden count may be small,
 * nothing at all, or large and hidden for the sake of another.
 */

import { assert } from '../../kernel/index.ts'

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
  const all = counts.flatMap((cells, row) => cells.map((count, column) => ({ row, column, count })))
  for (const small of all) {
    // nobody is named by nothing
    if (small.count === 0 || small.count >= atLeast) continue
    for (const { row, column } of companionsOf(counts, hidden, small)) {
      const cells = hidden[row]
      if (cells !== undefined) cells[column] = true
    }
  }
  return counts.map((cells, row) =>
    cells.map((count, column) => (hidden[row]?.[column] === true ? null : count)),
  )
}

/** One more or one less in a cell, as a step between the nodes of its row and its column. */
interface Step {
  readonly from: number
  readonly to: number
  readonly cost: number
  readonly place: Place
}

/** A way through the network, and what it costs. */
interface Way {
  readonly cost: number
  readonly places: readonly Place[]
}

/** The cells of the cheapest way round a hidden cell, in whichever direction it can give way. */
function companionsOf(
  counts: Counts,
  hidden: readonly (readonly boolean[])[],
  small: Place,
): readonly Place[] {
  const steps = stepsBesides(counts, hidden, small)
  const [row, column] = [small.row, counts.length + small.column]
  const ways = [cheapestWay(steps, row, column), cheapestWay(steps, column, row)]
  const [best] = ways.filter((way) => way !== undefined).toSorted((one, other) => one.cost - other.cost)
  assert(best !== undefined, 'a cell and its totals can always be one more')
  return best.places
}

/**
 * The steps that the other cells allow; rows are the nodes 0…, columns follow them. One more in a cell is a step from its row to
 * its column, one less the step back, which a cell that holds nothing does not allow. A total stands on the other side of the
 * balance, and its steps run the other way; the total of all stands on the first side again.
 */
function stepsBesides(
  counts: Counts,
  hidden: readonly (readonly boolean[])[],
  besides: Place,
): readonly Step[] {
  return counts.flatMap((cells, row) =>
    cells.flatMap((count, column) => {
      if (row === besides.row && column === besides.column) return []
      const cost = hidden[row]?.[column] === true ? 0 : count
      const isTotal = (row === counts.length - 1) !== (column === cells.length - 1)
      const [rowNode, columnNode] = [row, counts.length + column]
      const ends = isTotal ? { from: columnNode, to: rowNode } : { from: rowNode, to: columnNode }
      const more = { ...ends, cost, place: { row, column } }
      return count > 0 ? [more, { ...more, from: ends.to, to: ends.from }] : [more]
    }),
  )
}

/** The cheapest way from one node to another (Bellman and Ford); undefined where there is none. */
function cheapestWay(steps: readonly Step[], from: number, to: number): Way | undefined {
  const ways = new Map<number, Way>([[from, { cost: 0, places: [] }]])
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (const step of steps) {
      const before = ways.get(step.from)
      const known = ways.get(step.to)?.cost ?? Number.POSITIVE_INFINITY
      if (before === undefined || before.cost + step.cost >= known) continue
      ways.set(step.to, { cost: before.cost + step.cost, places: [...before.places, step.place] })
      isSettled = false
    }
  }
  return ways.get(to)
}
