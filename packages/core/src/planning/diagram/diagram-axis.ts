/**
 * The time axis of a diagram: working days of equal width, long quiet stretches folded.
 */

import {
  addDays,
  calendarDay,
  daysBetween,
  type PlainDate,
  type WorkingCalendar,
} from '../../calendar/index.ts'
import type { ReckonedPlan } from '../plan/reckoned-plan.ts'
import type { WorkingDayAxis } from '../plan/working-day-axis.ts'
import { textWidth } from './text-width.ts'

/** Working days in which nothing begins or ends, drawn folded. */
export interface Fold {
  readonly from: number
  readonly to: number
  readonly x: number
  readonly width: number
}

/** From times to places. */
export interface DiagramAxis {
  readonly xOf: (time: number) => number
  readonly folds: readonly Fold[]
  /** width of a working day */
  readonly day: number
  readonly from: number
  readonly to: number
  /** the last time shown */
  readonly last: number
}

/** A day written on the axis. */
export interface Tick {
  readonly x: number
  /** working day, 0 at the start */
  readonly time: number
  readonly date: PlainDate
  /** the date as it is written there */
  readonly text: string
}

/** Days that are not worked, drawn as a sliver where they lie. */
export interface RestSliver {
  readonly x: number
  /** days that are not worked in a row */
  readonly days: number
  /** the first of them */
  readonly date: PlainDate
  /** more than a weekend: a statutory holiday is among them */
  readonly isHoliday: boolean
}

/** Stretches longer than this, in which nothing begins or ends, are folded to `foldedDays`. */
const quietDays = 25
const foldedDays = 8

/** An axis between two places that shows all times of a plan. */
export function diagramAxis(times: readonly number[], from: number, to: number): DiagramAxis {
  const stops = [...new Set([0, ...times])].toSorted((a, b) => a - b)
  const stretches = stops.slice(1).map((stop, index) => ({ from: stops[index] ?? 0, to: stop }))
  const isQuiet = (stretch: { readonly from: number; readonly to: number }) =>
    stretch.to - stretch.from > quietDays
  const shown = stretches.reduce(
    (sum, stretch) => sum + (isQuiet(stretch) ? foldedDays : stretch.to - stretch.from),
    0,
  )
  const day = (to - from) / Math.max(1, shown)
  const placed: Fold[] = []
  let x = from
  for (const stretch of stretches) {
    const width = (isQuiet(stretch) ? foldedDays : stretch.to - stretch.from) * day
    placed.push({ ...stretch, x, width })
    x += width
  }
  return {
    xOf: (time) => placeOf(time, placed, from),
    folds: placed.filter(isQuiet),
    day,
    from,
    to,
    last: stops.at(-1) ?? 0,
  }
}

function placeOf(time: number, stretches: readonly Fold[], from: number): number {
  const stretch = stretches.find(({ to }) => time <= to) ?? stretches.at(-1)
  if (stretch === undefined) return from
  return stretch.x + ((time - stretch.from) / (stretch.to - stretch.from)) * stretch.width
}

/** Days on the axis, as many as there is room for, none within a fold; the year stands where it is new. */
export function ticksOf(axis: DiagramAxis, days: WorkingDayAxis, font: number): readonly Tick[] {
  const room = font * 4
  const step = [5, 10, 15, 20, 30, 60].find((count) => count * axis.day >= room) ?? 120
  const ticks: Tick[] = []
  let free = axis.from
  for (let time = 0; time <= axis.last; time += step) {
    const x = axis.xOf(time)
    const date = days.dateAt(time)
    const isNewYear = ticks.at(-1)?.date.slice(0, 4) !== date.slice(0, 4)
    const text = isNewYear ? date : date.slice(5)
    const right = x + textWidth(text, font) + font / 2
    if (x < free || right > axis.to || isOverFold(axis, x, right)) continue
    ticks.push({ x, time, date, text })
    free = right
  }
  return ticks
}

/** Whether a label would stand in a fold, whose own label is in its middle. */
function isOverFold({ folds }: DiagramAxis, left: number, right: number): boolean {
  return folds.some(({ x, width }) => left < x + width - 0.01 && right > x + width * 0.15)
}

/** The rest days of the axis; those within a fold are not drawn. */
export function restSlivers(
  axis: DiagramAxis,
  days: WorkingDayAxis,
  calendar: WorkingCalendar,
): readonly RestSliver[] {
  const slivers: RestSliver[] = []
  for (let time = 0; time < axis.last; time += 1) {
    if (axis.folds.some(({ from, to }) => time > from && time < to)) continue
    const date = days.dateAt(time)
    const gap = daysBetween(date, days.dateAt(time + 1)) - 1
    if (gap > 0) slivers.push({ x: axis.xOf(time), days: gap, ...restFrom(date, gap, calendar) })
  }
  return slivers
}

function restFrom(after: PlainDate, days: number, calendar: WorkingCalendar) {
  const dates = Array.from({ length: days }, (_, index) => addDays(after, index + 1))
  const isHoliday = dates.some((date) => {
    const day = calendarDay(calendar, date)
    return day.ok && day.value.kind === 'statutory-holiday'
  })
  return { date: dates[0] ?? after, isHoliday }
}

/** All times at which something begins or ends in a plan. */
export function timesOf({ steps, workingDays }: ReckonedPlan): readonly number[] {
  const own = steps.flatMap(({ earlyStart, earlyFinish, duty }) => [
    earlyStart,
    earlyFinish,
    duty?.due ?? earlyFinish,
  ])
  return [...own, workingDays.permit ?? 0, workingDays.end]
}
