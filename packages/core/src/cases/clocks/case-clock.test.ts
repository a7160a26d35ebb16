import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate, workingCalendar } from '../../calendar/index.ts'
import type { CaseEvent } from '../case-event.ts'
import { replayCase } from '../case-evolution.ts'
import { exampleCalendar, examplePermit, workingDays } from '../example/example-service.ts'
import type { CaseLimit } from '../service-snapshot.ts'
import { caseClocks, runClock } from './case-clock.ts'
import { openDeadlines } from './deadline.ts'
import type { Pause } from './pause.ts'

const day = (text: string) => plainDate(`2023-${text}`)

interface Changes {
  readonly limit?: CaseLimit
  readonly pauses?: readonly Pause[]
  readonly extension?: { readonly on: PlainDate; readonly days: number; readonly reason: string }
}

function clock(start: string, on: string, { limit = workingDays(5), pauses = [], extension }: Changes) {
  const run = {
    start: day(start),
    limit,
    pauses,
    extension: extension ?? null,
    stoppedOn: null,
  }
  return runClock(exampleCalendar, run, day(on))
}

describe(runClock, () => {
  it('steps over a holiday inside the extension', () => {
    const extension = { on: day('04-27'), days: 10, reason: '情况复杂' }
    expect(clock('04-20', '04-27', { extension })).toMatchObject({
      value: { granted: 15, due: '2023-05-12' },
    })
  })
  it('gives no end in a year whose holidays are not published', () => {
    expect(clock('12-28', '12-28', {})).toMatchObject({ code: 'calendar-not-published' })
  })
  it('works on the make-up Sunday and rests on the Monday holiday of one period', () => {
    expect(clock('04-21', '04-21', { limit: workingDays(7) })).toMatchObject({ value: { due: '2023-05-04' } })
  })
  it('counts overlapping pauses once', () => {
    const pauses = [
      { id: 'p1', from: day('04-11'), to: day('04-14'), reason: '专家评审' },
      { id: 'p2', from: day('04-13'), to: day('04-18'), reason: '公示' },
    ]
    expect(clock('04-10', '04-20', { pauses })).toMatchObject({ value: { used: 2, due: '2023-04-24' } })
  })
  it('counts a day once on which a pause is opened twice', () => {
    const pauses = [
      { id: 'p3', from: day('04-11'), to: day('04-11'), reason: '专家评审' },
      { id: 'p4', from: day('04-11'), to: day('04-12'), reason: '专家评审' },
    ]
    expect(clock('04-10', '04-14', { pauses })).toMatchObject({ value: { used: 2, due: '2023-04-19' } })
  })
  it('ends on the day itself where nothing is granted', () => {
    expect(clock('04-10', '04-10', { limit: workingDays(0) })).toMatchObject({
      value: { due: '2023-04-10', state: 'amber' },
    })
  })
  it('does not mix two calendars up that count at the same time', async () => {
    const holiday = new Map([[day('04-11'), '临时放假'] as const])
    const other = workingCalendar('other', [
      { year: 2023, source: 'other', daysOff: holiday, makeUpDays: new Map() },
    ])
    const run = { start: day('04-10'), limit: workingDays(1), pauses: [], extension: null, stoppedOn: null }
    const both = await Promise.all(
      Array.from({ length: 20 }, async (_, place) =>
        runClock(place % 2 === 0 ? exampleCalendar : other, run, day('04-10')),
      ),
    )
    for (const [place, each] of both.entries())
      expect(each).toMatchObject({ value: { due: place % 2 === 0 ? '2023-04-11' : '2023-04-12' } })
  })
})

describe(caseClocks, () => {
  const by = 'somebody'
  const events: readonly CaseEvent[] = [
    { on: day('04-06'), by, type: 'opened', applicant: by, service: examplePermit, awaits: [] },
    {
      on: day('04-06'),
      by,
      type: 'received',
      channel: 'online',
      papers: ['application', 'award', 'drawings'],
    },
    { on: day('04-10'), by, type: 'accepted', ground: 'complete', from: day('04-10'), follow: [] },
    { on: day('04-10'), by, type: 'review-begun', authorities: ['approval', 'housing'] },
    {
      on: day('04-12'),
      by,
      type: 'special-procedure-started',
      procedure: 'p1',
      kind: 'publicity',
      reason: '公示',
      expected: day('04-19'),
    },
  ]
  const state = replayCase(events)
  const at = (on: string) => (state === undefined ? undefined : caseClocks(state, exampleCalendar, day(on)))

  it('holds the committed clock in a publicity period, and neither of the others', () => {
    expect(at('04-14')).toMatchObject({
      value: {
        committed: { used: 1, state: 'paused', due: undefined },
        statutory: { used: 4 },
        wholeProcess: { workingDays: 6, naturalDays: 8, running: true },
      },
    })
  })
  it('explains every day, the pause with its reason', () => {
    const clocks = at('04-13')
    const days = clocks?.ok === true ? (clocks.value.committed?.days ?? []) : []
    expect(days.map(({ date, used, reason }) => [date, used, reason])).toEqual([
      ['2023-04-10', null, '起算当日不计入'],
      ['2023-04-11', 1, '工作日，计入'],
      ['2023-04-12', null, '暂停：公示'],
      ['2023-04-13', null, '暂停：公示'],
    ])
  })
  it('gives yesterday’s answer again', () => {
    expect(at('04-11')).toMatchObject({
      value: { committed: { used: 1, state: 'green', due: '2023-04-17' } },
    })
  })
  it('shows a day that an officer named in a year that is not published yet', () => {
    const said = { on: day('04-13'), by: 'head' }
    const asked = { consultation: 'q', asked: 'water', question: '?', due: plainDate('2099-03-31') }
    const far = replayCase([...events, { ...said, type: 'consultation-opened', ...asked }])
    const deadlines = far === undefined ? undefined : openDeadlines(far, exampleCalendar, day('04-13'))
    const found =
      deadlines?.ok === true ? deadlines.value.find(({ kind }) => kind === 'consultation') : undefined
    expect(found).toMatchObject({ due: '2099-03-31', light: 'green' })
  })
  it('names what is due next before what is held', () => {
    const deadlines = state === undefined ? undefined : openDeadlines(state, exampleCalendar, day('04-13'))
    expect(deadlines).toMatchObject({
      value: [
        { kind: 'statutory', due: '2023-05-04', remaining: 17, light: 'green' },
        { kind: 'committed', due: null, remaining: 4, light: 'grey' },
      ],
    })
  })
})
