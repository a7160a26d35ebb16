import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../calendar/index.ts'
import { type Contact, exchangesOf, isTravel, lastContact, responseDue, zeroVisitCount } from './index.ts'

function aContact(extra: Partial<Contact> = {}): Contact {
  return { id: 'one', channel: 'call', by: 'steward', at: 0, ...extra }
}

describe(isTravel, () => {
  it.each([
    ['counter', 'applicant', true],
    ['visit', 'applicant', true],
    ['visit', 'steward', false],
    ['call', 'applicant', false],
    ['video', 'applicant', false],
  ] as const)('of a %s by the %s is %s', (channel, by, travel) => {
    expect(isTravel(aContact({ channel, by }))).toBe(travel)
  })
})

describe(zeroVisitCount, () => {
  it('leaves out a case with one journey, however many calls it had', () => {
    const contacts = [
      aContact({ caseId: 'a' }),
      aContact({ caseId: 'b', channel: 'counter', by: 'applicant' }),
      aContact({ caseId: 'b' }),
      aContact({ channel: 'counter', by: 'applicant' }),
    ]
    expect(zeroVisitCount(['a', 'b', 'a'], contacts)).toEqual({ cases: 2, withoutVisit: 1 })
  })
})

describe(exchangesOf, () => {
  it('takes the next contact of a steward for the answer, and later questions for the same one', () => {
    const contacts = [
      aContact({ at: 10, by: 'applicant', id: 'question' }),
      aContact({ at: 20, by: 'applicant' }),
      aContact({ at: 30, id: 'answer' }),
      aContact({ at: 40 }),
      aContact({ at: 50, by: 'applicant', id: 'waiting' }),
    ]
    expect(exchangesOf(contacts.toReversed()).map(({ asked, answered }) => [asked.id, answered?.id])).toEqual(
      [
        ['question', 'answer'],
        ['waiting', undefined],
      ],
    )
  })
})

describe(responseDue, () => {
  const year = { year: 2023, source: '通知', daysOff: new Map(), makeUpDays: new Map() }
  const calendar = workingCalendar('one', [year])
  const hours = {
    morning: { from: 540, to: 720 },
    afternoon: { from: 810, to: 1020 },
    utcOffsetMinutes: 480,
  }
  it('counts minutes of office hours only', () => {
    const asked = aContact({ by: 'applicant', at: Date.parse('2023-03-03T16:30:00+08:00') })
    expect(responseDue(calendar, hours, { asked, withinMinutes: 60 })).toMatchObject({
      value: { due: Date.parse('2023-03-06T09:30:00+08:00') },
    })
  })
})

describe(lastContact, () => {
  it('is the latest, in any order, and nothing where there was none', () => {
    expect(lastContact([aContact({ at: 5 }), aContact({ at: 9, id: 'last' }), aContact({ at: 7 })])?.id).toBe(
      'last',
    )
    expect(lastContact([])).toBeUndefined()
  })
})
