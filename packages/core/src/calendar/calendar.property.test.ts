import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  dueDate,
  type PlainDate,
  plainDate,
  type TimeLimitEvent,
  timeLimit,
  workingCalendar,
} from './index.ts'

const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(plainDate('2023-01-01'), days))

/** Calendars nobody has ever published: any days off, any weekend days worked. */
const someCalendar = fc
  .record({
    off: fc.uniqueArray(someDay, { maxLength: 60 }),
    worked: fc.uniqueArray(someDay, { maxLength: 60 }),
  })
  .map(({ off, worked }) =>
    workingCalendar(
      'random',
      [2022, 2023, 2024, 2025, 2026].map((year) => ({
        year,
        source: 'random',
        daysOff: new Map(off.filter((date) => !worked.includes(date)).map((date) => [date, '节'] as const)),
        makeUpDays: new Map(worked.map((date) => [date, '节'] as const)),
      })),
    ),
  )

/** The rule as plainly as it can be said, without the engine. */
function isWorked(calendar: ReturnType<typeof workingCalendar>, date: PlainDate): boolean {
  const year = calendar.years.get(2023)
  if (year?.makeUpDays.has(date)) return true
  if (year?.daysOff.has(date)) return false
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}

const runs = { numRuns: process.env['SLOW'] === '1' ? 10_000 : 300 }

describe('a period in any calendar', () => {
  it('ends where counting by hand ends', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: 1, max: 60 }), (calendar, start, workingDays) => {
        let date = start
        for (let left = workingDays; left > 0; ) {
          date = dateOfDayNumber(dayNumber(date) + 1)
          if (isWorked(calendar, date)) left -= 1
        }
        expect(dueDate(calendar, start, workingDays)).toMatchObject({ value: { due: date } })
      }),
      runs,
    )
  })

  it('loses exactly the days of its pauses, and gains exactly its extensions', () => {
    fc.assert(
      fc.property(someCalendar, someDay, someLife, (calendar, start, life) => {
        const events = eventsOf(start, life)
        const last = addDays(start, life.asked)
        const by = timeLimit(calendar, events, last)
        expect(by).toMatchObject({ ok: true, value: plainLimit(calendar, start, life) })
        if (!by.ok) return
        const { intervals, used } = by.value
        expect(intervals.reduce((sum, interval) => sum + interval.used, 0)).toBe(used)
        expect(intervals[0]?.from).toBe(addDays(start, 1))
        expect(intervals.at(-1)?.to).toBe(last)
        for (const [index, interval] of intervals.slice(1).entries())
          expect(interval.from).toBe(addDays(intervals[index]?.to ?? start, 1))
      }),
      runs,
    )
  })
})

interface Pause {
  readonly after: number
  readonly length: number
}

interface Life {
  readonly natural: boolean
  readonly granted: number
  readonly extension: { readonly after: number; readonly days: number } | null
  readonly pauses: readonly Pause[]
  readonly asked: number
}

const someLife: fc.Arbitrary<Life> = fc.record({
  natural: fc.boolean(),
  granted: fc.integer({ min: 0, max: 30 }),
  extension: fc.option(
    fc.record({ after: fc.integer({ min: 0, max: 40 }), days: fc.integer({ min: 1, max: 15 }) }),
  ),
  pauses: fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 20 }) }),
    { maxLength: 4 },
  ),
  asked: fc.integer({ min: 1, max: 90 }),
})

function lengthOf(natural: boolean, days: number) {
  return natural ? { naturalDays: days } : { workingDays: days }
}

/** The events of a life, as they happen: what happens on one day opens before it closes. */
function eventsOf(start: PlainDate, { natural, granted, extension, pauses }: Life): TimeLimitEvent[] {
  const events: { readonly order: number; readonly event: TimeLimitEvent }[] = pauses.flatMap(
    ({ after, length }, index) => {
      const pause = `${index}`
      const [on, until] = [addDays(start, after), addDays(start, after + length)]
      return [
        { order: 0, event: { type: 'suspended' as const, on, reason: `原因${index}`, pause } },
        { order: 1, event: { type: 'resumed' as const, on: until, pause } },
      ]
    },
  )
  if (extension !== null) {
    const on = addDays(start, extension.after)
    const length = lengthOf(natural, extension.days)
    events.push({
      order: 0,
      event: { type: 'extended', on, reason: '复杂', approvedBy: '负责人', ...length },
    })
  }
  const later = events.toSorted((a, b) =>
    a.event.on === b.event.on ? a.order - b.order : a.event.on < b.event.on ? -1 : 1,
  )
  return [
    { type: 'started', on: start, basis: 'test', ...lengthOf(natural, granted) },
    ...later.map(({ event }) => event),
  ]
}

/** What a limit comes to, day by day with a pencil: no engine, no intervals. */
function plainLimit(calendar: ReturnType<typeof workingCalendar>, start: PlainDate, life: Life) {
  const { natural, extension, asked } = life
  const granted = life.granted + (extension !== null && extension.after <= asked ? extension.days : 0)
  // a pause that has not begun by the day of the question is not known yet, one that has not ended has no end yet
  const pauses = life.pauses.filter(({ after }) => after <= asked)
  const isWorkday = (day: number) => isWorked(calendar, addDays(start, day))
  const isPaused = (day: number) =>
    day <= asked && pauses.some(({ after, length }) => day >= after && day <= after + length)
  const uses = (day: number) => !isPaused(day) && (natural || isWorkday(day))
  const days = Array.from({ length: asked }, (_, index) => index + 1)
  const used = days.filter(uses).length
  let end = 0
  for (let left = granted; left > 0; ) if (uses((end += 1))) left -= 1
  while (granted > 0 && !isWorkday(end)) end += 1
  if (pauses.some(({ after, length }) => after + length > asked)) {
    let heldSince = asked
    while (isPaused(heldSince - 1)) heldSince -= 1
    return { granted, used, due: undefined, isOver: end < heldSince }
  }
  return { granted, used, due: addDays(start, end), isOver: asked > end }
}
