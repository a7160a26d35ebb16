import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate, workingCalendar } from '../../calendar/index.ts'
import { runClock } from './case-clock.ts'
import type { Pause } from './pause.ts'

const first = plainDate('2023-01-01')
const someDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays(first, days))

/** Days off and days worked that nobody ever published. */
const someYears = fc.record({
  off: fc.uniqueArray(someDay, { maxLength: 60 }),
  worked: fc.uniqueArray(someDay, { maxLength: 30 }),
})

const someRun = fc.record({
  start: fc.integer({ min: 0, max: 300 }).map((days) => addDays(first, days)),
  days: fc.integer({ min: 0, max: 45 }),
  unit: fc.constantFrom('working-days' as const, 'natural-days' as const),
  /** days after the start, and length; they may overlap, touch, and last no longer than a day */
  pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 5,
  }),
  isLastOpen: fc.boolean(),
  extension: fc.option(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))),
  asked: fc.integer({ min: 0, max: 120 }),
})

type Run = typeof someRun extends fc.Arbitrary<infer T> ? T : never
type Years = typeof someYears extends fc.Arbitrary<infer T> ? T : never

const dayMs = 86_400_000
const number = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs

/** The calendar as three sets of numbers of days. */
function worksByHand({ off, worked }: Years) {
  const offDays = new Set(off.map(number))
  const workedDays = new Set(worked.map(number))
  return (day: number) => {
    if (workedDays.has(day)) return true
    return !offDays.has(day) && ![0, 6].includes(new Date(day * dayMs).getUTCDay())
  }
}

/** What is held on a day, as it was known on the day asked about: a pause that has begun is known to go on. */
function heldByHand(run: Run, asked: number) {
  const known = run.pauses.map(([from, length], place) => {
    const begin = number(run.start) + from
    const end = run.isLastOpen && place === 0 ? Number.POSITIVE_INFINITY : begin + length
    return { begin, end: end > asked ? Number.POSITIVE_INFINITY : end }
  })
  return (day: number) => known.some(({ begin, end }) => begin <= asked && day >= begin && day <= end)
}

/** Counts by hand: nothing of the engine is used. */
function countedByHand(run: Run, years: Years) {
  const start = number(run.start)
  const asked = start + run.asked
  const isWorked = worksByHand(years)
  const isHeld = heldByHand(run, asked)
  const [extendedAfter, more] = run.extension ?? [Number.POSITIVE_INFINITY, 0]
  const granted = run.days + (extendedAfter <= run.asked ? more : 0)
  const counts = (day: number) => !isHeld(day) && (run.unit === 'natural-days' || isWorked(day))
  const counted = Array.from({ length: 2000 }, (_, day) => start + 1 + day).filter(counts)
  const used = counted.filter((day) => day <= asked).length
  let end = granted === 0 ? start : counted[granted - 1]
  while (granted > 0 && end !== undefined && !isWorked(end)) end += 1
  // held beyond the day asked about, the end moves with every day
  if (isHeld(asked + 100_000))
    return { granted, used, due: undefined, light: lightWhileHeld(isHeld, asked, end) }
  return { granted, used, due: end, light: lightByHand({ granted, used, due: end, asked }) }
}

/** What was over before it was held stays over. */
function lightWhileHeld(isHeld: (day: number) => boolean, asked: number, end: number | undefined): string {
  let since = asked
  while (isHeld(since - 1)) since -= 1
  return end !== undefined && end < since ? 'red' : 'paused'
}

interface Counted {
  readonly granted: number
  readonly used: number
  readonly due: number | undefined
  readonly asked: number
}

function lightByHand({ granted, used, due, asked }: Counted): string {
  if (due === undefined || asked > due) return 'red'
  const left = granted - used
  return left <= 1 || left * 5 <= granted ? 'amber' : 'green'
}

function pausesFor(run: Run): readonly Pause[] {
  return run.pauses.map(([from, length], place): Pause => {
    const begin = addDays(run.start, from)
    const to = run.isLastOpen && place === 0 ? null : addDays(begin, length)
    return { id: String(place), from: begin, to, reason: `暂停${String(place)}` }
  })
}

describe('a clock with pauses that overlap', () => {
  it('is what counting by hand gives, in any calendar', () => {
    let compared = 0
    fc.assert(
      fc.property(someRun, someYears, (run, years) => {
        const calendar = workingCalendar(
          'random',
          [2022, 2023, 2024, 2025].map((year) => ({
            year,
            source: 'random',
            daysOff: new Map(
              years.off
                .filter((date) => !years.worked.includes(date))
                .map((date): [PlainDate, string] => [date, '节']),
            ),
            makeUpDays: new Map(years.worked.map((date): [PlainDate, string] => [date, '节'])),
          })),
        )
        const clock = runClock(
          calendar,
          {
            start: run.start,
            limit: { value: run.days, unit: run.unit, source: 'random', mark: 'G' },
            pauses: pausesFor(run),
            extension:
              run.extension === null
                ? null
                : { on: addDays(run.start, run.extension[0]), days: run.extension[1], reason: '复杂' },
            stoppedOn: null,
          },
          addDays(run.start, run.asked),
        )
        const byHand = countedByHand(run, years)
        if (!clock.ok) throw new Error(clock.code)
        const { granted, used, due, state } = clock.value
        expect({ granted, used, due: due === undefined ? undefined : number(due), light: state }).toEqual(
          byHand,
        )
        compared += 1
      }),
      { numRuns: 10_000, seed: 20_230_428 },
    )
    expect(compared).toBe(10_000)
  }, 60_000)
})
