/**
 * The time-scaled network diagram (时标网络图) of a plan: where everything stands, in numbers. Whoever draws it, on a
 * screen or on paper, adds colours and lines.
 *
 * Terms: a *lane* is who acts; the applicant's comes first. A *wave* is free float. A *sliver* is where days are not
 * worked. A *fold* shortens a long stretch in which nothing begins or ends, such as the construction itself.
 */

import type { WorkingCalendar } from '../../calendar/index.ts'
import type { PlannedStep } from '../plan/planned-step.ts'
import type { ReckonedPlan } from '../plan/reckoned-plan.ts'
import type { WorkingDayAxis } from '../plan/working-day-axis.ts'
import {
  type DiagramAxis,
  diagramAxis,
  type Fold,
  type RestSliver,
  restSlivers,
  type Tick,
  ticksOf,
  timesOf,
} from './diagram-axis.ts'
import {
  type DiagramBar,
  type DiagramMetrics,
  placedBar,
  rowsOf,
  type SizedBar,
  sizedBar,
} from './diagram-bar.ts'
import { connector, type DiagramLink, linksShown } from './diagram-link.ts'
import { type StageBand, stageBands } from './stage-band.ts'

/** What a diagram is drawn from. */
export interface DiagramRequest {
  readonly plan: ReckonedPlan
  readonly days: WorkingDayAxis
  readonly calendar: WorkingCalendar
  readonly width: number
  readonly metrics: DiagramMetrics
  readonly nameOf: (step: PlannedStep) => string
  readonly daysText: (step: PlannedStep) => string
  /** words for a float too long to be drawn */
  readonly floatText: (workingDays: number) => string
  /** where the permit would be without commitments, or was at first; drawn where it differs */
  readonly formerPermit?: number
}

/** A lane. */
export interface DiagramLane {
  readonly id: string
  readonly y: number
  readonly height: number
}

/** A diagram; all places from the upper left corner. */
export interface PlanDiagram {
  readonly width: number
  readonly height: number
  readonly metrics: DiagramMetrics
  readonly lanes: readonly DiagramLane[]
  readonly bars: readonly DiagramBar[]
  readonly links: readonly DiagramLink[]
  readonly ticks: readonly Tick[]
  readonly slivers: readonly RestSliver[]
  readonly folds: readonly Fold[]
  readonly stages: readonly StageBand[]
  /** width of a working day */
  readonly day: number
  /** x of the permit, of the former one, and of today */
  readonly permit?: number
  readonly formerPermit?: number
  readonly today?: number
}

const lanesFirst = ['applicant']
const lanesLast = ['trading-centre', 'agency', 'utility']

/** Lays a plan out. */
export function planDiagram(request: DiagramRequest): PlanDiagram {
  const { plan, days, calendar, width, metrics } = request
  const times = [...timesOf(plan), request.formerPermit ?? 0]
  const axis = diagramAxis(times, metrics.laneWidth, width - metrics.font)
  const { lanes, bars, height } = laidOut(request, axis)
  return {
    width,
    height,
    metrics,
    lanes,
    bars,
    links: linksBetween(plan, bars, metrics),
    ticks: ticksOf(axis, days, metrics.font),
    slivers: restSlivers(axis, days, calendar),
    folds: axis.folds,
    stages: stageBands(plan, axis),
    day: axis.day,
    ...marksOf(request, axis),
  }
}

function marksOf({ plan, days, formerPermit }: DiagramRequest, axis: DiagramAxis) {
  const { permit } = plan.workingDays
  const today = plan.dates?.today
  return {
    ...(permit !== null && { permit: axis.xOf(permit) }),
    ...(formerPermit !== undefined && formerPermit !== permit && { formerPermit: axis.xOf(formerPermit) }),
    ...(today !== undefined && { today: axis.xOf(days.timeOf(today)) }),
  }
}

function laidOut({ plan, metrics, nameOf, daysText, floatText }: DiagramRequest, axis: DiagramAxis) {
  const setting = { axis, metrics, nameOf, daysText, floatText, chain: new Set(plan.criticalPath) }
  const sized = plan.steps.map((step) => sizedBar(step, setting))
  const lanes: DiagramLane[] = []
  const bars: DiagramBar[] = []
  let y = metrics.axisHeight
  for (const id of laneOrder(sized)) {
    const rows = rowsOf(
      sized.filter(({ step }) => step.lane === id),
      metrics.font,
    )
    for (const [index, row] of rows.entries()) {
      const top = y + metrics.lanePadding + index * metrics.rowHeight
      bars.push(...row.map((bar) => placedBar(bar, top, metrics)))
    }
    const height = rows.length * metrics.rowHeight + 2 * metrics.lanePadding
    lanes.push({ id, y, height })
    y += height
  }
  return { lanes, bars, height: y + metrics.font * 2 }
}

/** The applicant, then authorities by when they first act, then the others. */
function laneOrder(bars: readonly SizedBar[]): readonly string[] {
  const inOrder = bars.toSorted((a, b) => a.x - b.x).map(({ step }) => step.lane)
  const present = [...new Set(inOrder)]
  const isEdge = (lane: string) => lanesFirst.includes(lane) || lanesLast.includes(lane)
  return [
    ...lanesFirst.filter((lane) => present.includes(lane)),
    ...present.filter((lane) => !isEdge(lane)),
    ...lanesLast.filter((lane) => present.includes(lane)),
  ]
}

function linksBetween(
  plan: ReckonedPlan,
  bars: readonly DiagramBar[],
  metrics: DiagramMetrics,
): readonly DiagramLink[] {
  const byId = new Map(bars.map((bar) => [bar.id, bar]))
  const room = { gap: metrics.font * 0.5, above: metrics.font * 1.35 }
  return linksShown(plan.steps, new Set(plan.signed)).flatMap(({ from, to }) => {
    const [first, second] = [byId.get(from), byId.get(to)]
    return first && second ? [connector(first, second, room)] : []
  })
}
