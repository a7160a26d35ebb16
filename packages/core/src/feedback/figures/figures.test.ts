import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import { type CountedIssue, isRecurring, loopTimes, median, threeRates } from '../index.ts'

describe(loopTimes, () => {
  const moments = (...hours: readonly (number | null)[]) => {
    const [noticed, found = null, responded = null, handled = null] = hours.map((hour) =>
      hour === null ? null : new Date(hour * 3_600_000).toISOString(),
    )
    return { moments: { noticed: noticed ?? '', found, responded, handled } }
  }
  it('gives the median of every step, over the issues that have taken it', () => {
    expect(loopTimes([moments(0, 2, 3, 30), moments(0, 4, 14), moments(0, 9), moments(0)])).toEqual([
      { step: 'found', issues: 3, medianHours: 4 },
      { step: 'responded', issues: 2, medianHours: 5.5 },
      { step: 'handled', issues: 1, medianHours: 27 },
    ])
  })
  it('says nothing of no issue', () => {
    expect(loopTimes([]).map(({ medianHours }) => medianHours)).toEqual([null, null, null])
  })
})

describe(median, () => {
  it('lies so that as many values are above as below it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN
        const below = values.filter((value) => value < middle).length
        const above = values.filter((value) => value > middle).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})

describe(threeRates, () => {
  const day = (text: string) => plainDate(`2026-03-${text}`)
  const reply = { outcome: 'done', words: '', evidence: [], on: day('03'), signedOffBy: null } as const
  const confirmed = { situation: 'closed', ground: 'confirmed', reply } as const
  const issues: readonly CountedIssue[] = [
    { state: { ...confirmed, satisfied: 5 }, replyDue: day('06'), firstRepliedOn: day('06') },
    {
      state: { ...confirmed, satisfied: 3, reply: { ...reply, outcome: 'cannot-be-done' } },
      replyDue: day('06'),
      firstRepliedOn: day('09'),
    },
    {
      state: { situation: 'in-hand', ground: null, satisfied: 1, reply },
      replyDue: day('06'),
      firstRepliedOn: day('04'),
    },
    {
      state: { situation: 'closed', ground: 'silence', satisfied: null, reply },
      replyDue: day('06'),
      firstRepliedOn: day('05'),
    },
    {
      state: { situation: 'in-hand', ground: null, satisfied: null, reply: null },
      replyDue: day('09'),
      firstRepliedOn: null,
    },
    {
      state: { situation: 'in-hand', ground: null, satisfied: null, reply: null },
      replyDue: day('20'),
      firstRepliedOn: null,
    },
    {
      state: { situation: 'merged', ground: null, satisfied: null, reply: null },
      replyDue: day('02'),
      firstRepliedOn: null,
    },
  ]
  it('counts replies in time, what was solved, and marks; neither silence nor what is not due yet', () => {
    expect(threeRates(issues, day('10'))).toEqual({
      response: { count: 3, of: 5 },
      resolution: { count: 1, of: 3 },
      satisfaction: { count: 2, of: 3 },
    })
  })
})

describe(isRecurring, () => {
  const rule = { atLeast: 3, withinDays: 90 }
  const days = ['2026-01-01', '2026-02-01', '2026-03-31'].map((day) => plainDate(day))
  it('begins with the third of a window', () => {
    expect(isRecurring(rule, days, plainDate('2026-03-31'))).toBe(true)
    expect(isRecurring(rule, days, plainDate('2026-04-01'))).toBe(false)
    expect(isRecurring(rule, days.slice(1), plainDate('2026-03-31'))).toBe(false)
  })
})
