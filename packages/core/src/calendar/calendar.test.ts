import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWorkday } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  addDays,
  calendarDay,
  calendarGrounds,
  dueDate,
  halfDayDue,
  localMoment,
  naturalDueDate,
  type OfficeHours,
  officeMinutesAfter,
  parseCalendarYear,
  parseOfficeHours,
  parsePlainDate,
  plainDate,
  sameDayOfYear,
  type WorkingCalendar,
  weekday,
  workingCalendar,
  workingDaysBetween,
} from './index.ts'

const content = join(import.meta.dirname, '../../../../content/qingdao')
const read = (path: string): unknown => parse(readFileSync(join(content, path), 'utf8'))
const files = readdirSync(join(content, 'calendar')).map((name) => read(`calendar/${name}`))

function aCalendar(): WorkingCalendar {
  return workingCalendar(
    'test',
    files.map((file) => {
      const year = parseCalendarYear(file)
      if (!year.ok) throw new Error(JSON.stringify(year))
      return year.value
    }),
  )
}

function someHours(): OfficeHours {
  const hours = parseOfficeHours(read('hours.yaml'), 480)
  if (!hours.ok) throw new Error('hours')
  return hours.value
}

const calendar = aCalendar()
const hours = someHours()
const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe(parsePlainDate, () => {
  it.each(['2024-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: true, value: text })
  })
  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '0000-01-01', '1900-02-29', ''])(
    'refuses %s',
    (text) => {
      expect(parsePlainDate(text)).toMatchObject({ ok: false, code: 'date-not-readable' })
    },
  )
})

describe(addDays, () => {
  it('agrees with the machine over forty years', () => {
    for (let day = -8000; day < 8000; day += 37) {
      const expected = new Date(Date.UTC(2024, 1, 29) + day * 86_400_000)
      const date = addDays(plainDate('2024-02-29'), day)
      expect(date).toBe(expected.toISOString().slice(0, 10))
      expect(weekday(date)).toBe(expected.getUTCDay() || 7)
    }
  })
  it('moves the 29th of February to the 28th', () => {
    expect(sameDayOfYear(plainDate('2024-02-29'), 2023)).toBe('2023-02-28')
    expect(sameDayOfYear(plainDate('2023-03-31'), 2022)).toBe('2022-03-31')
  })
})

describe(localMoment, () => {
  it.each([
    ['2022-12-31T16:00:00Z', 480, '2023-01-01', 0],
    ['2022-12-31T15:59:59Z', 480, '2022-12-31', 1439],
    ['2023-01-01T00:00:00Z', -300, '2022-12-31', 1140],
    ['2023-01-01T00:00:00Z', 330, '2023-01-01', 330],
    ['1969-12-31T23:59:00Z', 0, '1969-12-31', 1439],
  ])('%s at %i minutes is %s, minute %i', (instant, offset, date, minuteOfDay) => {
    expect(localMoment(Date.parse(instant), offset)).toEqual({ date, minuteOfDay })
  })
})

describe(calendarDay, () => {
  it('agrees with an independent calendar on every day of five years', () => {
    for (let date = plainDate('2022-01-01'); date < '2027-01-01'; date = addDays(date, 1)) {
      const day = calendarDay(calendar, date)
      expect([date, day.ok && day.value.workingDay]).toEqual([date, isWorkday(date)])
    }
  })
  it.each(files)('counts the working days that the notice of a year gives', (file) => {
    const { year, workingDaysByMonth } = file as { year: number; workingDaysByMonth: number[] }
    const months = Array.from({ length: 12 }, () => 0)
    for (let date = plainDate(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1)) {
      const day = calendarDay(calendar, date)
      const month = Number(date.slice(5, 7)) - 1
      if (day.ok && day.value.workingDay) months[month] = (months[month] ?? 0) + 1
    }
    expect(months).toEqual(workingDaysByMonth)
  })
  it('refuses a year whose notice is not published', () => {
    expect(calendarDay(calendar, plainDate('2027-01-01'))).toMatchObject({ code: 'calendar-not-published' })
    expect(calendarDay(calendar, plainDate('2021-12-31'))).toMatchObject({ code: 'calendar-not-published' })
  })
  it('finds the last day of a year in the notice of the next', () => {
    expect(calendarDay(calendar, plainDate('2022-12-31'))).toMatchObject({
      value: { workingDay: false, kind: 'statutory-holiday', name: '元旦' },
    })
  })
  it('works on the third of January 2023, which a well-known package gets wrong', () => {
    expect(calendarDay(calendar, plainDate('2023-01-03'))).toMatchObject({ value: { workingDay: true } })
  })
})

describe(parseCalendarYear, () => {
  it('names every fault at once', () => {
    const file = {
      year: '2026',
      daysOff: { 元旦: ['2026-13-01', '2026-01-01'] },
      makeUpDays: { 元旦: ['2026-01-01'] },
      corrections: [{ on: '2026-03-01', reason: '' }],
    }
    const parsed = parseCalendarYear(file)
    expect(!parsed.ok && parsed.because['faults']).toEqual([
      'year is not a whole number',
      'source is missing',
      'daysOff.元旦: 2026-13-01 is no day',
      '2026-01-01 is both off and worked',
      'corrections.0: a correction has a day, a reason and a source',
    ])
  })
})

describe(calendarGrounds, () => {
  it('names the latest correction of a year, and the notice where there was none', () => {
    const none = { daysOff: new Map(), makeUpDays: new Map() }
    const corrected = { year: 2025, source: 'notice-2025', ...none }
    const corrections = ['2025-04-02', '2025-03-01'].map((on) => {
      return { on: plainDate(on), reason: `更正${on}`, source: `correction-${on}` }
    })
    const both = workingCalendar('both', [
      { year: 2026, source: 'notice-2026', ...none },
      { ...corrected, corrections },
    ])
    expect(calendarGrounds(both, plainDate('2025-12-01'), plainDate('2026-01-08'))).toEqual([
      { reason: '更正2025-04-02', source: 'correction-2025-04-02' },
      { reason: null, source: 'notice-2026' },
    ])
    expect(calendarGrounds(both, plainDate('2026-02-01'), plainDate('2026-03-01'))).toHaveLength(1)
  })
})

describe(dueDate, () => {
  it.each([
    ['2023-01-19', 5, '2023-01-31'],
    ['2023-04-21', 3, '2023-04-25'],
    ['2023-04-28', 5, '2023-05-09'],
    ['2023-04-28', 20, '2023-05-30'],
    ['2023-09-28', 5, '2023-10-11'],
    ['2023-09-28', 20, '2023-11-01'],
    ['2024-02-09', 5, '2024-02-22'],
    ['2024-04-30', 5, '2024-05-10'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2023-02-01', 5, '2023-02-08'],
    ['2023-04-28', 0, '2023-04-28'],
  ])('from %s in %i working days is %s', (start, workingDays, due) => {
    expect(dueDate(calendar, plainDate(start), workingDays)).toMatchObject({ value: { due } })
  })
  it('explains every day', () => {
    const due = dueDate(calendar, plainDate('2023-04-28'), 2)
    expect(due.ok && due.value.days.map(({ date, counted, reason }) => [date, counted, reason])).toEqual([
      ['2023-04-28', null, '起算当日不计入'],
      ['2023-04-29', null, '劳动节放假，不计入'],
      ['2023-04-30', null, '劳动节放假，不计入'],
      ['2023-05-01', null, '劳动节放假，不计入'],
      ['2023-05-02', null, '劳动节放假，不计入'],
      ['2023-05-03', null, '劳动节放假，不计入'],
      ['2023-05-04', 1, '工作日，计入'],
      ['2023-05-05', 2, '工作日，计入'],
    ])
  })
  it('fails closed where the period runs into an unpublished year', () => {
    expect(dueDate(calendar, plainDate('2026-12-30'), 5)).toMatchObject({ code: 'calendar-not-published' })
  })
})

describe(naturalDueDate, () => {
  it('moves an end on a holiday to the next working day', () => {
    expect(naturalDueDate(calendar, plainDate('2023-04-25'), 5)).toMatchObject({
      value: { due: '2023-05-04' },
    })
  })
  it('stays on a make-up Saturday', () => {
    expect(naturalDueDate(calendar, plainDate('2023-05-01'), 5)).toMatchObject({
      value: { due: '2023-05-06' },
    })
  })
  it('gives the day itself for nothing', () => {
    expect(naturalDueDate(calendar, plainDate('2023-04-30'), 0)).toMatchObject({
      value: { due: '2023-04-30' },
    })
  })
})

describe(workingDaysBetween, () => {
  it('is what dueDate adds, in both directions', () => {
    const [from, to] = [plainDate('2023-04-28'), plainDate('2023-05-30')]
    expect(workingDaysBetween(calendar, from, to)).toEqual({ ok: true, value: 20 })
    expect(workingDaysBetween(calendar, to, from)).toEqual({ ok: true, value: -20 })
  })
})

describe(halfDayDue, () => {
  it.each([
    ['2023-03-01T11:59', '2023-03-01T17:00', 'a morning'],
    ['2023-04-28T14:00', '2023-05-04T12:00', 'the Friday afternoon before a holiday'],
    ['2023-03-01T12:00', '2023-03-02T12:00', 'the noon break, taken as the afternoon'],
    ['2023-03-01T08:00', '2023-03-01T17:00', 'before the doors open'],
    ['2023-03-01T17:00', '2023-03-02T17:00', 'the moment the doors close'],
    ['2023-05-05T18:00', '2023-05-06T17:00', 'the evening before a make-up Saturday'],
    ['2023-05-01T10:00', '2023-05-04T17:00', 'a holiday'],
  ])('accepted %s is due %s (%s)', (accepted, due) => {
    expect(halfDayDue(calendar, hours, at(accepted))).toMatchObject({ value: { due: at(due) } })
  })
  it('says how it came to that', () => {
    const due = halfDayDue(calendar, hours, at('2023-04-28T18:00'))
    expect(due.ok && due.value.because).toEqual([
      '2023-04-28 18:00 收到',
      '非办公时间，视为 2023-05-04 上午开始时收到',
      '半个工作日：2023-05-04 上午收到，2023-05-04 下午结束前办结',
    ])
  })
})

describe(officeMinutesAfter, () => {
  it.each([
    ['2023-03-01T09:30', 30, '2023-03-01T10:00'],
    ['2023-03-01T11:50', 30, '2023-03-01T13:50'],
    ['2023-03-01T16:45', 30, '2023-03-02T09:15'],
    ['2023-04-28T20:00', 30, '2023-05-04T09:30'],
    ['2023-03-01T09:00', 180, '2023-03-01T12:00'],
    ['2023-03-01T09:00', 391, '2023-03-02T09:01'],
  ])('from %s in %i minutes is %s', (start, minutes, due) => {
    expect(officeMinutesAfter(calendar, hours, { start: at(start), minutes })).toMatchObject({
      value: { due: at(due) },
    })
  })
})

describe(parseOfficeHours, () => {
  it('refuses an afternoon before the morning ends, and hours that are none', () => {
    for (const value of [
      { am: ['09:00', '14:00'], pm: ['13:30', '17:00'] },
      { am: ['9', '12'], pm: [] },
      null,
    ])
      expect(parseOfficeHours(value, 480)).toMatchObject({ code: 'hours-malformed' })
  })
})
