/**
 * Bars: where each step stands in its lane, with its name above and its days inside, nothing over anything.
 */

import type { PlannedStep } from '../plan/planned-step.ts'
import type { DiagramAxis } from './diagram-axis.ts'
import { textWidth } from './text-width.ts'

/** Sizes, all in the unit of the drawing. */
export interface DiagramMetrics {
  /** room for the names of lanes */
  readonly laneWidth: number
  /** room for the dates on top */
  readonly axisHeight: number
  /** size of names and days */
  readonly font: number
  readonly barHeight: number
  /** from one row to the next */
  readonly rowHeight: number
  /** above the first and below the last row of a lane */
  readonly lanePadding: number
}

/** How a bar is drawn: heavy, pale, dashed with 诺, grey, outlined in red. */
export type BarRole = 'critical' | 'plain' | 'duty' | 'done' | 'overdue'

/** A text at a point; `end` = it ends there. */
export interface Label {
  readonly text: string
  readonly size: number
  readonly x: number
  /** base line */
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
}

/** A step in the drawing. */
export interface DiagramBar {
  readonly id: string
  readonly lane: string
  readonly role: BarRole
  readonly x: number
  readonly y: number
  /** 0 for a step of no days, drawn as a lozenge */
  readonly width: number
  readonly height: number
  /** the name above the bar, with the days where they have no room inside */
  readonly label: Label
  /** the days inside the bar */
  readonly days?: Label
  /** the free float behind the bar, up to the next start; 0 where there is none */
  readonly wave: number
  /** what the wave goes on with, where it is too long to be drawn */
  readonly more?: Label
  /** the day a duty is due, where one is known */
  readonly due?: number
}

interface SizedFloat {
  readonly wave: number
  readonly more?: string
}

/** A bar that knows how much room it takes from left to right. */
export interface SizedBar {
  readonly step: PlannedStep
  readonly role: BarRole
  readonly name: string
  /** the days, where they have room inside */
  readonly inside: string | undefined
  readonly anchor: 'start' | 'end'
  readonly x: number
  readonly width: number
  readonly float: SizedFloat
  /** 0 where no day is known */
  readonly due: number
  readonly left: number
  readonly right: number
}

/** What bars are sized with. */
export interface BarSetting {
  readonly axis: DiagramAxis
  readonly metrics: DiagramMetrics
  /** words for the days of a step */
  readonly daysText: (step: PlannedStep) => string
  readonly nameOf: (step: PlannedStep) => string
  /** words for a float too long to be drawn */
  readonly floatText: (workingDays: number) => string
  readonly chain: ReadonlySet<string>
}

/** Sizes a bar; its name turns to the left where the drawing ends. */
export function sizedBar(step: PlannedStep, setting: BarSetting): SizedBar {
  const { axis, metrics, nameOf, daysText } = setting
  const x = axis.xOf(step.earlyStart)
  const width = axis.xOf(step.earlyFinish) - x
  const role = roleOf(step, setting.chain)
  const days = daysText(step)
  const inside = textWidth(days, metrics.font) + metrics.font / 2 <= width ? days : undefined
  const name = [role === 'duty' ? '诺 ' : '', nameOf(step), inside === undefined ? ` ${days}` : ''].join('')
  const half = lozengeHalf(width, metrics)
  const text = textWidth(name, metrics.font)
  const anchor = x - half + text > axis.to ? 'end' : 'start'
  const left = anchor === 'end' ? x + width + half - text : x - half
  const float = floatOf(step, setting, x + width)
  const due = step.duty?.due === undefined ? 0 : axis.xOf(step.duty.due)
  const behind = x + width + Math.max(half, float.wave + textWidth(float.more ?? '', metrics.font))
  const right = Math.max(left + text, behind, due)
  return { step, role, name, inside, anchor, x, width, float, due, left: Math.min(left, x - half), right }
}

/** A float up to this many days is drawn in full; a longer one begins as a wave and goes on in words. */
const longestWave = 30
const waveBegun = 4

function floatOf(
  { freeFloat, earlyFinish }: PlannedStep,
  { axis, floatText }: BarSetting,
  end: number,
): SizedFloat {
  const days = Math.max(0, freeFloat ?? 0)
  if (days <= longestWave) return { wave: axis.xOf(earlyFinish + days) - end }
  return { wave: waveBegun * axis.day, more: floatText(days) }
}

/** A step of no days is a lozenge as high as a bar. */
function lozengeHalf(width: number, { barHeight }: DiagramMetrics): number {
  return width === 0 ? barHeight / 2 : 0
}

function roleOf({ id, critical, duty, actual }: PlannedStep, chain: ReadonlySet<string>): BarRole {
  if (actual?.status === 'done') return 'done'
  if (actual?.status === 'overdue') return 'overdue'
  if (duty) return 'duty'
  return critical || chain.has(id) ? 'critical' : 'plain'
}

/** Puts bars into as few rows as they fit in, the earliest first. */
export function rowsOf(bars: readonly SizedBar[], gap: number): readonly (readonly SizedBar[])[] {
  const rows: SizedBar[][] = []
  const inOrder = bars.toSorted((a, b) => a.left - b.left || a.x - b.x)
  for (const bar of inOrder) {
    const row = rows.find((row) => (row.at(-1)?.right ?? -Infinity) + gap <= bar.left)
    if (row) row.push(bar)
    else rows.push([bar])
  }
  return rows
}

/** A bar in its row; `top` is where the row begins. */
export function placedBar(bar: SizedBar, top: number, metrics: DiagramMetrics): DiagramBar {
  const { step, role, inside, x, width, float, due } = bar
  const { font, barHeight } = metrics
  const y = top + font * 1.25
  const size = Math.min(font * 0.92, barHeight * 0.88)
  const within = { size, y: y + barHeight / 2 + size * 0.36 }
  const { wave, more } = float
  return {
    id: step.id,
    lane: step.lane,
    role,
    x,
    y,
    width,
    height: barHeight,
    wave,
    label: nameLabel(bar, y, metrics),
    ...(inside !== undefined && {
      days: { ...within, text: inside, x: x + width / 2, anchor: 'middle' as const },
    }),
    ...(more !== undefined && {
      more: { ...within, text: more, x: x + width + wave + 3, anchor: 'start' as const },
    }),
    ...(due > 0 && { due }),
  }
}

function nameLabel({ name, anchor, x, width }: SizedBar, y: number, metrics: DiagramMetrics): Label {
  const half = lozengeHalf(width, metrics)
  const at = anchor === 'end' ? x + width + half : x - half
  return { text: name, size: metrics.font, x: at, y: y - metrics.font * 0.3, anchor }
}
