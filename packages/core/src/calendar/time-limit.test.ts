import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  parseCalendarYear,
  plainDate,
  type TimeLimitEvent,
  timeLimit,
  type WorkingCalendar,
  workingCalendar,
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

const calendar = aCalendar()

describe(timeLimit, () => {
  const started: TimeLimitEvent = {
    type: 'started',
    on: plainDate('2023-02-01'),
    workingDays: 5,
    basis: 'L-XKF 42',
  }
  const suspended: TimeLimitEvent = { type: 'suspended', on: plainDate('2023-02-03'), reason: '等待补正' }
  const resumed: TimeLimitEvent = { type: 'resumed', on: plainDate('2023-02-10') }
  const on = (date: string, ...events: TimeLimitEvent[]) => timeLimit(calendar, events, plainDate(date))

  it.each([
    ['2023-02-01', 5, 'green'],
    ['2023-02-06', 2, 'green'],
    ['2023-02-07', 1, 'amber'],
    ['2023-02-08', 0, 'amber'],
    ['2023-02-09', -1, 'red'],
  ])('on %s has %i days left and is %s', (date, remaining, state) => {
    expect(on(date, started)).toMatchObject({ value: { remaining, state, due: '2023-02-08' } })
  })
  it('stands still while it is suspended and moves its end', () => {
    expect(on('2023-02-09', started, suspended)).toMatchObject({
      value: { state: 'paused', used: 1, due: undefined },
    })
    expect(on('2023-02-13', started, suspended, resumed)).toMatchObject({
      value: { used: 2, due: '2023-02-16' },
    })
  })
  it('stays red when it is suspended after it was over', () => {
    const late: TimeLimitEvent = { ...suspended, on: plainDate('2023-02-20') } as TimeLimitEvent
    expect(on('2023-02-21', started, late)).toMatchObject({ value: { state: 'red' } })
  })
  it.each([
    ['2023-02-08', 'paused'],
    ['2023-02-09', 'red'],
  ])('suspended on %s, with its end on the 8th, is %s', (date, state) => {
    const pause: TimeLimitEvent = { ...suspended, on: plainDate(date) }
    for (const asked of [date, '2023-02-20'])
      expect(on(asked, started, pause)).toMatchObject({ value: { state, isOver: state === 'red' } })
  })
  it('is not over when it is suspended on the free days its end rolls over', () => {
    const natural: TimeLimitEvent = {
      type: 'started',
      on: plainDate('2023-02-10'),
      naturalDays: 8,
      basis: 'x',
    }
    for (const [date, state] of [
      ['2023-02-19', 'paused'],
      ['2023-02-20', 'paused'],
      ['2023-02-21', 'red'],
    ] as const)
      expect(on(date, natural, { ...suspended, on: plainDate(date) })).toMatchObject({ value: { state } })
  })
  it('is red on the free days after its last day', () => {
    const friday: TimeLimitEvent = { ...started, on: plainDate('2023-02-10') }
    expect(on('2023-02-17', friday)).toMatchObject({
      value: { due: '2023-02-17', state: 'amber', isOver: false },
    })
    expect(on('2023-02-18', friday)).toMatchObject({ value: { remaining: 0, state: 'red', isOver: true } })
  })
  it('of no days is over on the next one', () => {
    const none: TimeLimitEvent = {
      type: 'started',
      on: plainDate('2023-02-03'),
      workingDays: 0,
      basis: '即办',
    }
    expect(on('2023-02-03', none)).toMatchObject({ value: { due: '2023-02-03', state: 'amber' } })
    expect(on('2023-02-04', none)).toMatchObject({ value: { state: 'red' } })
  })
  it('in natural days counts every day and rolls its end to a working day', () => {
    const seven: TimeLimitEvent = {
      type: 'started',
      on: plainDate('2023-04-22'),
      naturalDays: 7,
      basis: '建筑法 8',
    }
    expect(on('2023-04-23', seven)).toMatchObject({ value: { used: 1, due: '2023-05-04' } })
    expect(on('2023-05-02', seven)).toMatchObject({ value: { remaining: 0, state: 'amber', isOver: false } })
    expect(on('2023-05-05', seven)).toMatchObject({ value: { state: 'red', isOver: true } })
  })
  it('counts the days of two pauses at once only once, and tells them as stretches with their reasons', () => {
    const events: TimeLimitEvent[] = [
      started,
      { type: 'suspended', on: plainDate('2023-02-03'), reason: '专家评审', pause: 'review' },
      { type: 'suspended', on: plainDate('2023-02-06'), reason: '听证', pause: 'hearing' },
      { type: 'resumed', on: plainDate('2023-02-07'), pause: 'review' },
      { type: 'resumed', on: plainDate('2023-02-08'), pause: 'hearing' },
    ]
    const limit = on('2023-02-09', ...events)
    expect(limit).toMatchObject({ value: { used: 2, due: '2023-02-14' } })
    expect(limit.ok && limit.value.intervals).toEqual([
      { state: 'running', from: '2023-02-02', to: '2023-02-02', reasons: [], used: 1 },
      { state: 'suspended', from: '2023-02-03', to: '2023-02-05', reasons: ['专家评审'], used: 0 },
      { state: 'suspended', from: '2023-02-06', to: '2023-02-07', reasons: ['专家评审', '听证'], used: 0 },
      { state: 'suspended', from: '2023-02-08', to: '2023-02-08', reasons: ['听证'], used: 0 },
      { state: 'running', from: '2023-02-09', to: '2023-02-09', reasons: [], used: 1 },
    ])
  })
  it('stopped after its end says so', () => {
    const stopped: TimeLimitEvent = { type: 'stopped', on: plainDate('2023-02-10') }
    expect(on('2023-03-30', started, stopped)).toMatchObject({ value: { state: 'done', isOver: true } })
  })
  it('is longer after an extension', () => {
    const reason = '情况复杂'
    const extended: TimeLimitEvent = {
      type: 'extended',
      on: plainDate('2023-02-08'),
      workingDays: 10,
      reason,
      approvedBy: '负责人',
    }
    expect(on('2023-02-09', started, extended)).toMatchObject({
      value: { granted: 15, due: '2023-02-22', state: 'green' },
    })
  })
  it('keeps what it was when it is stopped', () => {
    const stopped: TimeLimitEvent = { type: 'stopped', on: plainDate('2023-02-06') }
    expect(on('2023-03-30', started, stopped)).toMatchObject({
      value: { state: 'done', used: 3, remaining: 2 },
    })
  })
  it.each([
    ['limit-not-started', [suspended]],
    ['limit-not-suspended', [started, resumed]],
    ['limit-suspended-already', [started, suspended, { ...suspended, on: plainDate('2023-02-06') }]],
    ['limit-started-already', [started, started]],
    [
      'limit-units-mixed',
      [
        started,
        { type: 'extended', on: plainDate('2023-02-02'), naturalDays: 3, reason: '', approvedBy: '' },
      ],
    ],
    ['events-out-of-order', [started, suspended, { ...resumed, on: plainDate('2023-02-02') }]],
  ] as [string, TimeLimitEvent[]][])('refuses events that tell %s', (code, events) => {
    expect(timeLimit(calendar, events, plainDate('2023-03-30'))).toMatchObject({ ok: false, code })
  })
  it('is computed again with a corrected calendar, and says with which', () => {
    const year = calendar.years.get(2023)
    if (year === undefined) throw new Error('2023')
    const daysOff = new Map([...year.daysOff, [plainDate('2023-02-06'), '临时放假'] as const])
    const corrected = {
      version: 'corrected',
      years: new Map([...calendar.years, [2023, { ...year, daysOff }] as const]),
    }
    expect(timeLimit(corrected, [started], plainDate('2023-02-01'))).toMatchObject({
      value: { due: '2023-02-09', calendarVersion: 'corrected' },
    })
  })
})
