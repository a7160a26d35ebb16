import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../calendar/index.ts'
import { handleCase } from '../case-decider.ts'
import type { CaseEvent, ClockEnds } from '../case-event.ts'
import { replayCase } from '../case-evolution.ts'
import {
  accepted,
  asked,
  begun,
  day,
  opened,
  outcomeOf,
  received,
  says,
  started,
} from '../example/example-life.ts'
import { exampleCalendar } from '../example/example-service.ts'
import { clockEnds, withClockEnds } from './clock-ends.ts'

const [year] = exampleCalendar.years.values()

/** The example calendar with one more day off. */
function corrected(dayOff: string) {
  if (year === undefined) throw new Error('the example calendar has a year')
  return workingCalendar('corrected', [
    { ...year, daysOff: new Map([...year.daysOff, [day(dayOff), '更正']]) },
  ])
}

function stateOf(events: readonly CaseEvent[]) {
  const state = replayCase(events)
  if (state === undefined) throw new Error('the events open a case')
  return state
}

function revised(events: readonly CaseEvent[], ends: ClockEnds, dayOff: string) {
  const command = {
    ...says('04-26', 'system'),
    type: 'revise-calendar',
    before: 'example-2023',
    ends,
  } as const
  const answer = handleCase(stateOf(events), command, corrected(dayOff))
  return answer.ok ? answer.value : answer.code
}

const running = [opened, received, accepted, begun]
const told = clockEnds(stateOf(running), exampleCalendar, day('04-24'))

describe(withClockEnds, () => {
  it('keeps the last days that a paper prints in its event, and leaves other events as they are', () => {
    const kept = withClockEnds(undefined, running, exampleCalendar)
    expect(kept).toEqual([
      opened,
      { ...received, ends: { 'one-time-notice': '2023-04-27' } },
      { ...accepted, ends: { committed: '2023-05-04', statutory: '2023-05-15' } },
      begun,
    ])
  })
  it('leaves what an event has kept as it was', () => {
    const kept = { ...accepted, ends: { committed: day('05-08') } }
    expect(withClockEnds(undefined, [opened, received, kept], exampleCalendar).at(-1)).toEqual(kept)
  })
  it('goes on from the case before, and names no end of a clock that is held', () => {
    const extended: CaseEvent = {
      ...says('04-26', 'head'),
      type: 'limit-extended',
      workingDays: 5,
      reason: '情况复杂',
    }
    const publicity = started('p1', 'publicity', '04-25')
    const [kept] = withClockEnds(stateOf([...running, publicity]), [extended], exampleCalendar)
    expect(kept).toEqual({ ...extended, ends: { statutory: '2023-05-19' } })
  })
})

describe('a corrected calendar', () => {
  it('is told in a case where it moved a last day, with every day before and after', () => {
    expect(revised(running, told, '04-27')).toMatchObject([
      {
        type: 'calendar-revised',
        calendar: 'corrected',
        dueBefore: '2023-05-04',
        dueNow: '2023-05-05',
        moved: [{ clock: 'committed', before: '2023-05-04', now: '2023-05-05' }],
        grounds: [{ reason: null, source: year?.source }],
      },
    ])
  })
  it('is told before acceptance too, where the time for the one notice moved', () => {
    const ends = clockEnds(stateOf([opened, received]), exampleCalendar, day('04-21'))
    expect(revised([opened, received], ends, '04-27')).toMatchObject([
      { dueBefore: null, dueNow: null, moved: [{ clock: 'one-time-notice', before: '2023-04-27' }] },
    ])
  })
  it.each([
    ['that it moved no day of', running, told, '06-22'],
    ['whose clock is held, since its end is open anyway', [opened, received, asked], {}, '04-27'],
    ['whose last days were never counted', running, {}, '04-27'],
  ])('is not told in a case %s', (_, events, ends, dayOff) => {
    expect(revised(events, ends, dayOff)).toEqual([])
  })
  it('is refused where the calendar is the same', () => {
    const command = { ...says('04-26', 'system'), type: 'revise-calendar' } as const
    expect(outcomeOf(running, { ...command, before: 'example-2023', ends: told })).toBe('calendar-unchanged')
  })
})
