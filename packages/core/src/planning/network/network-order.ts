/**
 * An order in which every activity stands after what it waits for.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import { type Column, column } from './column.ts'
import { isWaitedFor, type Network, type Signed } from './network.ts'

const untouched = 0
const entered = 1
const ordered = 2

/**
 * The places of all activities, prerequisites first. Refuses activities that wait for themselves, with the `circle` as
 * ids, each waiting for the next and the last for the first.
 */
export function networkOrder(network: Network, signed: Signed): Result<Column, 'circle'> {
  if (network.order !== undefined) return accept(network.order)
  return linkOrder(network, (link) => isWaitedFor(network, link, signed))
}

type Counts = (link: number) => boolean

/** The same, for the links that count. Goes down without recursion, so that no chain is too long. */
export function linkOrder(network: Network, counts: Counts): Result<Column, 'circle'> {
  const size = network.ids.length
  const state = column(size, untouched)
  const seen = column(size, 0)
  const order: number[] = []
  const path: number[] = []
  for (let root = 0; root < size; root += 1) {
    if (state[root] !== untouched) continue
    path.push(root)
    state[root] = entered
    while (path.length > 0) {
      const activity = path.at(-1) ?? 0
      const below = nextPrerequisite(network, counts, activity, seen)
      if (below < 0) {
        state[activity] = ordered
        order.push(activity)
        path.pop()
      } else if (state[below] === entered) {
        return refuse('circle', { circle: circleOf(network, path, below) })
      } else if (state[below] === untouched) {
        path.push(below)
        state[below] = entered
      }
    }
  }
  return accept(order)
}

/** The next activity waited for that was not looked at yet, or -1; `seen` counts the links looked at. */
function nextPrerequisite(network: Network, counts: Counts, activity: number, seen: number[]): number {
  const first = network.firstLink[activity] ?? 0
  const end = network.firstLink[activity + 1] ?? 0
  for (let link = first + (seen[activity] ?? 0); link < end; link += 1) {
    if (!counts(link)) continue
    seen[activity] = link + 1 - first
    return network.from[link] ?? -1
  }
  seen[activity] = end - first
  return -1
}

function circleOf({ ids }: Network, path: Column, back: number): readonly string[] {
  return path.slice(path.indexOf(back)).map((activity) => ids[activity] ?? '')
}
