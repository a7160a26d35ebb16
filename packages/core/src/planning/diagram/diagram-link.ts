/**
 * Connectors: straight lines and right angles from what is finished to what waits for it.
 */

import type { NetworkLink } from '../network/network-description.ts'
import type { PlannedStep } from '../plan/planned-step.ts'
import type { DiagramBar } from './diagram-bar.ts'

/** A corner of a connector. */
export type Point = readonly [x: number, y: number]

/** A connector. */
export interface DiagramLink {
  readonly from: string
  readonly to: string
  /** both ends are critical and the second begins when the first ends */
  readonly isCritical: boolean
  readonly points: readonly Point[]
}

/** The links that count under what is signed, without those that follow from others. */
export function linksShown(
  steps: readonly PlannedStep[],
  signed: ReadonlySet<string>,
): readonly { readonly from: string; readonly to: string }[] {
  const before = new Map(
    steps.map(({ id, after }) => [id, after.filter((link) => counts(link, signed)).map(({ id }) => id)]),
  )
  const reached = new Map<string, ReadonlySet<string>>()
  const allBefore = (id: string): ReadonlySet<string> => {
    const known = reached.get(id)
    if (known) return known
    const found = new Set((before.get(id) ?? []).flatMap((one) => [one, ...allBefore(one)]))
    reached.set(id, found)
    return found
  }
  return steps.flatMap(({ id }) => {
    const own = before.get(id) ?? []
    return own
      .filter((from) => !own.some((other) => other !== from && allBefore(other).has(from)))
      .map((from) => ({ from, to: id }))
  })
}

function counts({ waivedBy, insteadOf }: NetworkLink, signed: ReadonlySet<string>): boolean {
  return !(waivedBy && signed.has(waivedBy)) && (!insteadOf || signed.has(insteadOf))
}

/** What connectors keep from each other and from the bars. */
export interface LinkRoom {
  /** from a vertical line to the bar behind it */
  readonly gap: number
  /** from a bar up to the line that runs over its name */
  readonly above: number
}

/** A connector between two bars. Where the second waits, it runs over the name of the second and comes down before it. */
export function connector(from: DiagramBar, to: DiagramBar, { gap, above }: LinkRoom): DiagramLink {
  const [fromX, fromY] = [from.x + from.width, from.y + from.height / 2]
  const [toX, toY] = [to.x, to.y + to.height / 2]
  const isTight = toX - fromX < gap
  const isHeavy = (bar: DiagramBar) => bar.role === 'critical' || bar.role === 'done'
  const isCritical = isTight && isHeavy(from) && isHeavy(to)
  const points: readonly Point[] =
    isTight || fromY === toY
      ? [
          [fromX, fromY],
          [fromX, toY],
          [toX, toY],
        ]
      : [
          [fromX, fromY],
          [fromX, to.y - above],
          [toX - gap, to.y - above],
          [toX - gap, toY],
          [toX, toY],
        ]
  return { from: from.id, to: to.id, isCritical, points: withoutRepeats(points) }
}

function withoutRepeats(points: readonly Point[]): readonly Point[] {
  return points.filter(([x, y], index) => {
    const before = points[index - 1]
    return before === undefined || before[0] !== x || before[1] !== y
  })
}
