import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  addDays,
  dueDate,
  naturalDueDate,
  parseCalendarYear,
  plainDate,
  workingCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts'
import { criticalPath } from '../network/critical-path.ts'
import { type NetworkActivity, network } from '../network/network-description.ts'
import { scheduledActivities } from '../network/scheduled-activity.ts'
import { workingDayAxis } from './working-day-axis.ts'

const notices = join(import.meta.dirname, '../../../../../content/qingdao/calendar')
const calendar = workingCalendar(
  'test',
  readdirSync(notices).map((name) => {
    const year = parseCalendarYear(parse(readFileSync(join(notices, name), 'utf8')))
    if (!year.ok) throw new Error(name)
    return year.value
  }),
)

const anyDay = fc.nat(1200).map((days) => addDays(plainDate('2022-01-01'), days))

function axisFrom(start: Parameters<typeof workingDayAxis>[1]) {
  const axis = workingDayAxis(calendar, start)
  if (!axis.ok) throw new Error(axis.code)
  return axis.value
}

describe(workingDayAxis, () => {
  it('falls on the days that a period of working days ends on', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(120), (start, time) => {
        const axis = axisFrom(start)
        const due = dueDate(calendar, start, time)
        expect(due).toMatchObject({ value: { due: axis.dateAt(time) } })
        expect(axis.timeOf(axis.dateAt(time))).toBe(time)
      }),
    )
  })

  it('rolls natural days as the law does', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.nat(90), (start, time, days) => {
        const axis = axisFrom(start)
        const due = naturalDueDate(calendar, axis.dateAt(time), days)
        expect(due).toMatchObject({ value: { due: axis.dateAt(axis.afterNaturalDays(time, days)) } })
      }),
    )
  })

  it('goes back to the last start that still ends in time', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(20), (start, time, days) => {
        const axis = axisFrom(start)
        const finish = axis.afterNaturalDays(time, days)
        const latest = axis.beforeNaturalDays(finish, days)
        expect(latest).toBeGreaterThanOrEqual(time)
        expect(axis.afterNaturalDays(latest, days)).toBeLessThanOrEqual(finish)
        expect(axis.afterNaturalDays(latest + 1, days)).toBeGreaterThan(finish)
      }),
    )
  })

  it('gives the time of a day as the working days up to it', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(200), (start, days) => {
        const date = addDays(start, days)
        expect(workingDaysBetween(calendar, start, date)).toEqual({
          ok: true,
          value: axisFrom(start).timeOf(date),
        })
      }),
    )
  })

  it('says nothing is assumed within the published years, and from when beyond', () => {
    const axis = axisFrom(plainDate('2025-11-03'))
    expect(axis.assumedFrom(plainDate('2026-12-31'))).toBe(undefined)
    expect(axis.assumedFrom(plainDate('2027-01-04'))).toBe('2027-01-01')
  })
})

const activities = fc
  .array(
    fc.record({
      duration: fc.nat(25),
      naturalDays: fc.boolean(),
      back: fc.array(fc.nat(20), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((entries) =>
    entries.map(
      ({ duration, naturalDays, back }, index): NetworkActivity => ({
        id: `a${index}`,
        duration,
        naturalDays,
        after: index === 0 ? [] : back.map((steps) => ({ id: `a${steps % index}` })),
      }),
    ),
  )

describe('a network with natural days', () => {
  const solve = (list: readonly NetworkActivity[], start: ReturnType<typeof plainDate>) => {
    const read = network({ activities: list })
    if (!read.ok) throw new Error(read.code)
    const solved = criticalPath(read.value, [], { axis: axisFrom(start) })
    if (!solved.ok) throw new Error(solved.code)
    return { duration: solved.value.duration, rows: scheduledActivities(solved.value) }
  }

  /** The same activities with one that cannot start before a time. */
  const held = (list: readonly NetworkActivity[], id: string, time: number) => [
    { id: 'hold', duration: time, after: [] },
    ...list.map((one) => (one.id === id ? { ...one, after: [...one.after, { id: 'hold' }] } : one)),
  ]

  it('keeps its end when a start slips by the total float, and no day more', () => {
    fc.assert(
      fc.property(activities, anyDay, (list, start) => {
        const { duration, rows } = solve(list, start)
        for (const { id, earlyStart, totalFloat } of rows) {
          const endWith = (slip: number) =>
            solve(held(list, id, earlyStart + (totalFloat ?? 0) + slip), start).duration
          expect(endWith(0)).toBe(duration)
          expect(endWith(1)).toBeGreaterThan(duration)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('moves no other start when a start slips by the free float, and something by a day more', () => {
    fc.assert(
      fc.property(activities, anyDay, (list, start) => {
        const before = solve(list, start)
        for (const { id, earlyStart, freeFloat } of before.rows) {
          const isMoved = (slip: number) => {
            const after = solve(held(list, id, earlyStart + (freeFloat ?? 0) + slip), start)
            const others = before.rows.filter((row) => row.id !== id)
            const starts = new Map(after.rows.map((row) => [row.id, row.earlyStart]))
            return (
              after.duration !== before.duration ||
              others.some((row) => starts.get(row.id) !== row.earlyStart)
            )
          }
          expect([isMoved(0), isMoved(1)]).toEqual([false, true])
        }
      }),
      { numRuns: 60 },
    )
  })
})
