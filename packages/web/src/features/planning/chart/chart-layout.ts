/**
 * Where everything stands on the screen: the diagram of the core in the sizes and words of the page.
 */

import {
  type DiagramMetrics,
  type PlanDiagram,
  type PlannedStep,
  planDiagram,
  type ReckonedPlan,
} from '@guanjia/core/planning'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import { isOwn } from '../plan/next-step.ts'
import { daysText } from '../plan/plan-words.ts'
import { goalOf, type Trial } from '../plan/trial.ts'

/** How much is seen at once: days one by one, weeks, or everything. */
export type Zoom = 'day' | 'week' | 'all'

/** What a layout is made from. */
export interface ChartRequest {
  readonly trial: Trial
  readonly texts: PlanningTexts
  /** pixels there are from left to right */
  readonly width: number
  readonly zoom: Zoom
  /** critical steps and the applicant's own alone */
  readonly only: boolean
  /** where the start of construction stood before, in working days */
  readonly former: number | undefined
}

/** pixels for the names of lanes */
export const laneNames = 128

/** between the names of lanes and the start: room for what stands on the first day */
const margin = 14

const metrics: DiagramMetrics = {
  laneWidth: laneNames + margin,
  axisHeight: 0,
  font: 13,
  barHeight: 16,
  rowHeight: 37,
  lanePadding: 3,
}

/** pixels a working day */
const dayWidths = { week: 18, day: 40 } as const

/** Lays the plan out; wider than there is room where days are to be read one by one. */
export function chartLayout({ trial, texts, width, zoom, only, former }: ChartRequest): PlanDiagram {
  const { plan, days, calendar } = trial
  const shown = only ? { ...plan, steps: plan.steps.filter((step) => isShown(step, plan)) } : plan
  const layout = (pixels: number) =>
    planDiagram({
      plan: shown,
      days,
      calendar,
      width: pixels,
      metrics,
      nameOf,
      daysText: (step) => stateText(step, texts),
      floatText: (n) => texts.short.float(String(n)),
      ...(former !== undefined && { formerPermit: former }),
    })
  const whole = layout(Math.max(width, 640))
  if (zoom === 'all') return whole
  const sides = metrics.laneWidth + metrics.font
  const wanted = ((whole.width - sides) / whole.day) * dayWidths[zoom] + sides
  return wanted > whole.width ? layout(wanted) : whole
}

/** Where the last lane ends. */
export function bottomOf({ lanes, height }: PlanDiagram): number {
  const last = lanes.at(-1)
  return last === undefined ? height : last.y + last.height
}

function isShown(step: PlannedStep, plan: ReckonedPlan): boolean {
  const goal = goalOf(plan)
  const isDriving = step.critical || plan.criticalPath.includes(step.id)
  return isDriving || step.duty !== undefined || (isOwn(step) && step.earlyStart < goal)
}

/** The name of a step without what stands in brackets. */
export function nameOf({ name, id }: Pick<PlannedStep, 'name' | 'id'>): string {
  return (name['zh-CN'] ?? id).replaceAll(/（[^）]*）| \([^)]*\)/g, '')
}

/** The days inside a bar: what it took beside what was planned, or by how much it is late. */
function stateText(step: PlannedStep, { short }: PlanningTexts): string {
  const planned = daysText(step, { short })
  const { actual, duration } = step
  if (actual?.status === 'done') return `✓ ${duration}/${planned}`
  return actual?.status === 'overdue' ? `${planned} ${short.late(String(actual.beyond))}` : planned
}
