import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCatalogueContent } from '../../../../server/src/catalogue/index.ts'
import { readCalendar } from '../../../../server/src/platform/zone-content.ts'
import { plainDate } from '../../calendar/index.ts'
import { type Plan, projectPlan } from '../plan/plan.ts'
import { readProjectFacts } from '../plan/project-facts.ts'
import { workingDayAxis } from '../plan/working-day-axis.ts'
import { diagramAxis } from './diagram-axis.ts'
import type { DiagramBar } from './diagram-bar.ts'
import { planDiagram } from './plan-diagram.ts'
import { textWidth } from './text-width.ts'

const zone = join(import.meta.dirname, '../../../../../content/qingdao')
const { catalogue } = readCatalogueContent(zone)
const calendar = readCalendar(zone)
const start = plainDate('2023-02-01')
const days = (() => {
  const axis = workingDayAxis(calendar, start)
  if (!axis.ok) throw new Error(axis.code)
  return axis.value
})()
const folder = join(zone, 'examples/projects')
const examples = readdirSync(folder)
  .toSorted()
  .map(
    (name) =>
      parse(readFileSync(join(folder, name), 'utf8')) as { readonly id: string; readonly facts: unknown },
  )

function planOf(facts: unknown, signed: readonly string[] = []): Plan {
  const read = readProjectFacts(catalogue.attributes, facts)
  if (!read.ok) throw new Error(read.code)
  const made = projectPlan(catalogue, calendar, { facts: read.value, view: 'project', start, signed })
  if (!made.ok) throw new Error(made.code)
  return made.value
}

const metrics = { laneWidth: 120, axisHeight: 40, font: 12, barHeight: 16, rowHeight: 38, lanePadding: 4 }

function drawn(plan: Plan, width = 1600) {
  const daysText = ({ days }: { readonly days: { readonly value: number } }) => `${days.value}天`
  const floatText = (n: number) => `可晚${n}天`
  const nameOf = ({ name }: { readonly name: Readonly<Record<string, string>> }) => name['zh-CN'] ?? ''
  return planDiagram({ plan, days, calendar, width, metrics, nameOf, daysText, floatText })
}

const first = planOf(examples[0]?.facts, ['C1', 'C3'])
const diagram = drawn(first)
const bar = (id: string) => diagram.bars.find((one) => one.id === id)

/** What a bar and its texts cover. */
function boxesOf({ x, y, width, height, label, more }: DiagramBar) {
  const half = width === 0 ? height / 2 : 0
  const text = textWidth(label.text, label.size)
  const left = label.anchor === 'end' ? label.x - text : label.x
  return [
    { left: x - half, right: x + width + half, top: y, bottom: y + height },
    { left, right: left + text, top: label.y - label.size * 0.9, bottom: label.y + label.size * 0.1 },
    ...(more
      ? [{ left: more.x, right: more.x + textWidth(more.text, more.size), top: y, bottom: y + height }]
      : []),
  ]
}

type Box = ReturnType<typeof boxesOf>[number]

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe(planDiagram, () => {
  it.each(examples)(
    'puts no bar and no name over another in example $id, and nothing outside',
    ({ facts }) => {
      for (const width of [900, 1600]) {
        const { bars, height, width: whole } = drawn(planOf(facts, ['C1', 'C3']), width)
        const boxes = bars.map((one) => ({ id: one.id, boxes: boxesOf(one) }))
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            expect([one.id, other.id, one.boxes.some((a) => other.boxes.some((b) => overlap(a, b)))]).toEqual(
              [one.id, other.id, false],
            )
        for (const { right, bottom, left } of boxes.flatMap(({ boxes }) => boxes)) {
          expect(right).toBeLessThanOrEqual(whole)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(bottom).toBeLessThanOrEqual(height)
        }
      }
    },
  )

  it('keeps the applicant first and each step in the lane of who acts', () => {
    expect(diagram.lanes[0]?.id).toBe('applicant')
    expect(diagram.lanes.slice(-3).map(({ id }) => id)).toEqual(['trading-centre', 'agency', 'utility'])
    for (const { lane, y, height } of diagram.bars) {
      const band = diagram.lanes.find(({ id }) => id === lane)
      expect(y).toBeGreaterThanOrEqual(band?.y ?? Infinity)
      expect(y + height).toBeLessThanOrEqual((band?.y ?? 0) + (band?.height ?? 0))
    }
  })

  it('stands as far along as the time it begins, working days of equal width', () => {
    const [scheme, drawings] = ['A701', 'A703'].map((id) => {
      const time = first.steps.find((step) => step.id === id)?.earlyStart ?? Number.NaN
      return { time, x: bar(id)?.x ?? Number.NaN, width: bar(id)?.width ?? Number.NaN }
    })
    const perDay = (scheme?.width ?? 0) / 12
    expect(Number(drawings?.x) - Number(scheme?.x)).toBeCloseTo(
      (Number(drawings?.time) - Number(scheme?.time)) * perDay,
    )
  })

  it('folds the construction and says how long the fold is', () => {
    expect(diagram.folds).toHaveLength(1)
    const [fold] = diagram.folds
    expect((fold?.to ?? 0) - (fold?.from ?? 0)).toBeGreaterThan(200)
    expect(bar('A801')?.width).toBeLessThan(600)
  })

  it('draws duties after the permit, with the day they are due', () => {
    expect(bar('A712')).toMatchObject({ role: 'duty' })
    expect(bar('A712')?.label.text).toMatch(/^诺 /)
    expect(bar('A712')?.due).toBeGreaterThan(bar('A712')?.x ?? Infinity)
    expect(bar('T805')?.role).toBe('duty')
    expect(bar('M307')?.role).toBe('critical')
  })

  it('draws critical connectors where a step begins as another ends, and none that follow from others', () => {
    expect(diagram.links).toContainEqual(
      expect.objectContaining({ from: 'T802', to: 'T803', isCritical: true }),
    )
    const isLinked = (from: string, to: string) =>
      diagram.links.some((link) => link.from === from && link.to === to)
    expect(first.steps.find(({ id }) => id === 'M107')?.after).toContainEqual({ id: 'M101' })
    expect(isLinked('M101', 'M107')).toBe(false)
    expect(isLinked('A712', 'M307')).toBe(false)
    for (const { points } of diagram.links)
      for (const [index, [x, y]] of points.entries()) {
        const before = points[index - 1]
        if (before) expect(before[0] === x || before[1] === y).toBe(true)
      }
  })

  it('marks the permit, rest days and dates with the year where it is new', () => {
    expect(diagram.permit).toBe((bar('M307')?.x ?? 0) + (bar('M307')?.width ?? 0))
    expect(diagram.slivers.filter(({ isHoliday }) => isHoliday).map(({ date }) => date)).toEqual([
      '2023-04-05',
      '2023-04-29',
    ])
    expect(diagram.ticks[0]?.text).toBe('2023-02-01')
    expect(
      diagram.ticks.filter(({ text }) => text.length === 10).map(({ date }) => date.slice(0, 4)),
    ).toEqual(['2023', '2024'])
  })
})

describe(diagramAxis, () => {
  it('grows with time, without a jump at a fold', () => {
    const axis = diagramAxis([0, 10, 300, 310], 100, 900)
    const places = Array.from({ length: 311 }, (_, time) => axis.xOf(time))
    expect(places[0]).toBe(100)
    expect(places.at(-1)).toBeCloseTo(900)
    for (const [index, place] of places.entries()) {
      const before = places[index - 1]
      if (before !== undefined) expect(place).toBeGreaterThan(before)
    }
    expect(axis.folds).toMatchObject([{ from: 10, to: 300 }])
  })
})
