/**
 * A plan ready to be drawn or printed: the diagram with the words of the zone.
 */

import type { WorkingCalendar } from '@guanjia/core/calendar'
import type { Commitment } from '@guanjia/core/catalogue'
import { filled } from '@guanjia/core/kernel'
import {
  type DiagramMetrics,
  type Plan,
  type PlanDiagram,
  type PlannedStep,
  planDiagram,
  type WorkingDayAxis,
} from '@guanjia/core/planning'
import type { PlanWords } from './plan-words.ts'

/** What papers of a plan are made from. */
export interface PlanPaperSource {
  readonly plan: Plan
  readonly days: WorkingDayAxis
  readonly calendar: WorkingCalendar
  readonly words: PlanWords
  /** name of the project */
  readonly project: string
  readonly commitments: readonly Commitment[]
  /** address of the newest version, where there is one */
  readonly link?: string
}

/** Sizes on a screen, in pixels. */
export const screenMetrics: DiagramMetrics = {
  laneWidth: 152,
  axisHeight: 40,
  font: 12,
  barHeight: 16,
  rowHeight: 38,
  lanePadding: 5,
}

/** Sizes on an A3 sheet: closer, because a project of sixty steps must fit on one page. */
export const sheetMetrics: DiagramMetrics = {
  laneWidth: 146,
  axisHeight: 36,
  font: 11.5,
  barHeight: 10,
  rowHeight: 25,
  lanePadding: 1.5,
}

/** Lays the plan out in the words of the zone. */
export function planDrawing(source: PlanPaperSource, width: number, metrics: DiagramMetrics): PlanDiagram {
  const { plan, days, calendar, words } = source
  const former = formerPermit(plan)
  return planDiagram({
    plan,
    days,
    calendar,
    width,
    metrics,
    nameOf,
    daysText: (step) => daysText(step, words),
    floatText: (n) => filled(words.float, { n }),
    ...(former !== undefined && { formerPermit: former }),
  })
}

/** The name of a step in Chinese, without what stands in brackets. */
export function nameOf({ name }: PlannedStep): string {
  return (name['zh-CN'] ?? '').replaceAll(/（[^）]*）/g, '')
}

/** The days of a step, natural ones marked as such. */
export function daysText({ days }: PlannedStep, words: PlanWords): string {
  return filled(days.unit === 'natural-days' ? words.naturalDays : words.days, { n: days.value })
}

/** Where the permit would be without what is signed. */
function formerPermit({ workingDays, saved }: Plan): number | undefined {
  return workingDays.permit === null || saved.workingDays <= 0
    ? undefined
    : workingDays.permit + saved.workingDays
}

/** Steps in the order in which they can be done. */
export function inOrder({ steps }: Plan): readonly PlannedStep[] {
  return steps.toSorted((a, b) => a.earlyStart - b.earlyStart || a.earlyFinish - b.earlyFinish)
}
