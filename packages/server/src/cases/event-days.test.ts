import { plainDate, workingCalendar } from '@guanjia/core/calendar'
import type { CaseEvent } from '@guanjia/core/cases'
import { describe, expect, it } from 'vitest'
import { eventDays } from './event-days.ts'

const [on, by] = [plainDate('2023-04-24'), 'clerk']
const accepted = { on, by, type: 'accepted', ground: 'complete', from: on, follow: [] } as const
const ends = { committed: plainDate('2023-05-04'), statutory: plainDate('2023-05-15') }
const notice = 'https://example.org/notice'
const announced = {
  year: 2023,
  source: notice,
  daysOff: new Map(),
  makeUpDays: new Map(),
  corrections: [{ on, reason: '调整劳动节放假安排', source: 'https://example.org/correction' }],
}
const calendar = workingCalendar('corrected', [announced])
const revised = { on, by, type: 'calendar-revised', calendar: 'corrected' } as const

describe(eventDays, () => {
  it('gives the days that an event keeps as told then', () => {
    const event: CaseEvent = { ...accepted, ends }
    expect(eventDays(event, event, calendar)).toEqual({
      ends: [
        { clock: 'committed', before: null, due: '2023-05-04' },
        { clock: 'statutory', before: null, due: '2023-05-15' },
      ],
      counted: 'then',
      grounds: [],
    })
  })
  it('marks the days of an event from before they were kept as counted now', () => {
    expect(eventDays(accepted, { ...accepted, ends }, calendar)).toMatchObject({ counted: 'now' })
  })
  it('gives both days of a corrected calendar with what they rest on', () => {
    const before = plainDate('2023-05-04')
    const moved = [{ clock: 'committed', before, now: plainDate('2023-05-05') }] as const
    const grounds = [{ reason: '调整劳动节放假安排', source: 'https://example.org/then' }]
    const event: CaseEvent = { ...revised, dueBefore: before, dueNow: moved[0].now, moved, grounds }
    expect(eventDays(event, event, calendar)).toEqual({
      ends: [{ clock: 'committed', before: '2023-05-04', due: '2023-05-05' }],
      counted: 'then',
      grounds,
    })
  })
  it('finds the reason of an older revision while its calendar still holds, and no other', () => {
    const event = { ...revised, dueBefore: plainDate('2023-05-04'), dueNow: plainDate('2023-05-05') }
    const [correction] = announced.corrections
    expect(eventDays(event, event, calendar)).toMatchObject({
      ends: [{ clock: 'committed', before: '2023-05-04', due: '2023-05-05' }],
      grounds: [{ reason: correction?.reason, source: correction?.source }],
    })
    expect(eventDays({ ...event, calendar: 'older' }, event, calendar)).toMatchObject({ grounds: [] })
  })
  it('says nothing where no day is told', () => {
    const still = { ...revised, dueBefore: null, dueNow: null }
    expect(eventDays(still, still, calendar)).toBeNull()
    expect(eventDays({ on, by, type: 'discarded' }, { on, by, type: 'discarded' }, calendar)).toBeNull()
  })
})
