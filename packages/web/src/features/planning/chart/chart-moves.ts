/**
 * Moving through the chart with the keyboard: left and right along what waits for what, up and down between rows.
 */

import type { DiagramBar, PlanDiagram } from '@guanjia/core/planning'

type Chart = Pick<PlanDiagram, 'bars' | 'links'>

/** What the letters look for: ids of critical steps and of the reader's own, in the order of time. */
export interface ChartTargets {
  readonly critical: readonly string[]
  readonly own: readonly string[]
}

/** Where a key leads from a step; undefined where it leads nowhere. */
export function moveFrom(chart: Chart, id: string, key: string, targets: ChartTargets): string | undefined {
  switch (key) {
    case 'ArrowRight':
      return alongLink(chart, id, { near: 'from', far: 'to' })
    case 'ArrowLeft':
      return alongLink(chart, id, { near: 'to', far: 'from' })
    case 'ArrowDown':
      return inRow(chart, id, 1)
    case 'ArrowUp':
      return inRow(chart, id, -1)
    case 'c':
    case 'C':
      return after(targets.critical, id)
    case 'n':
    case 'N':
      return after(targets.own, id)
    default:
      return undefined
  }
}

interface Direction {
  readonly near: 'from' | 'to'
  readonly far: 'from' | 'to'
}

/** Along a critical link where there is one, else to what stands nearest in time. */
function alongLink({ bars, links }: Chart, id: string, { near, far }: Direction): string | undefined {
  const placeOf = new Map(bars.map((bar) => [bar.id, bar.x]))
  const distance = (other: string) => Math.abs((placeOf.get(other) ?? 0) - (placeOf.get(id) ?? 0))
  return links
    .filter((link) => link[near] === id)
    .toSorted(
      (a, b) => Number(b.isCritical) - Number(a.isCritical) || distance(a[far]) - distance(b[far]),
    )[0]?.[far]
}

/** The nearest bar of the next row up or down. */
function inRow({ bars }: Chart, id: string, sign: 1 | -1): string | undefined {
  const here = bars.find((bar) => bar.id === id)
  if (here === undefined) return undefined
  const beyond = bars.filter(({ y }) => (y - here.y) * sign > 0)
  const rowAt = Math.min(...beyond.map(({ y }) => Math.abs(y - here.y)))
  return beyond
    .filter(({ y }) => Math.abs(y - here.y) === rowAt)
    .toSorted((a, b) => Math.abs(middle(a) - middle(here)) - Math.abs(middle(b) - middle(here)))[0]?.id
}

function middle({ x, width }: DiagramBar): number {
  return x + width / 2
}

/** The next of these ids, round and round; the first where the step is none of them. */
function after(ids: readonly string[], id: string): string | undefined {
  return ids[(ids.indexOf(id) + 1) % Math.max(1, ids.length)]
}
