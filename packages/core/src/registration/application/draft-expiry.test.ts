import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type PlainDate, plainDate } from '../../calendar/index.ts'
import { draftState } from './draft-expiry.ts'

const rule = { keptDays: 30, noticeDays: 3 }
const savedOn = plainDate('2026-03-01')

function on(today: string, noticedOn: string | null = null) {
  return draftState(
    rule,
    { savedOn, noticedOn: noticedOn === null ? null : plainDate(noticedOn) },
    plainDate(today),
  )
}

describe(draftState, () => {
  it.each([
    ['2026-03-01', null, { state: 'kept', expiresOn: '2026-03-31' }],
    ['2026-03-27', null, { state: 'kept', expiresOn: '2026-03-31' }],
    ['2026-03-28', null, { state: 'notice-due', expiresOn: '2026-03-31' }],
    ['2026-03-31', '2026-03-28', { state: 'noticed', expiresOn: '2026-03-31' }],
    ['2026-04-01', '2026-03-28', { state: 'over' }],
    // the house slept: the end waits for the notice
    ['2026-06-01', null, { state: 'notice-due', expiresOn: '2026-06-04' }],
    ['2026-06-04', '2026-06-01', { state: 'noticed', expiresOn: '2026-06-04' }],
    ['2026-06-05', '2026-06-01', { state: 'over' }],
  ])('on %s, told on %s', (today, noticedOn, expected) => {
    expect(on(today, noticedOn)).toEqual(expected)
  })

  it('is never over before both periods have passed, whenever the house looks', () => {
    const day = fc.nat(200).map((days) => addDays(savedOn, days))
    fc.assert(
      fc.property(day, fc.option(day), (today: PlainDate, noticedOn: PlainDate | null) => {
        if (draftState(rule, { savedOn, noticedOn }, today).state !== 'over') return
        expect(daysBetween(savedOn, today)).toBeGreaterThan(rule.keptDays)
        expect(noticedOn !== null && daysBetween(noticedOn, today) > rule.noticeDays).toBe(true)
      }),
    )
  })
})
