import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import {
  type Engagement,
  exampleYear,
  type Goer,
  type HeardNeed,
  openedTour,
  plannedStop,
  type RaisedIssue,
  type Tour,
  type TourPlan,
  tourFigures,
} from '../index.ts'

const tour: Tour = {
  from: plainDate('2023-05-04'),
  until: plainDate('2023-05-12'),
  departments: ['housing', 'science-innovation'],
}
const plan = (engagements: readonly Engagement[] = [], over: Partial<TourPlan> = {}): TourPlan => ({
  calendar: exampleYear,
  tour,
  engagements,
  ...over,
})
const zhang = { id: 'zhang', departments: ['water', 'housing'] }
const li = { id: 'li', departments: ['science-innovation'] }
const stop = (on: string, goers: readonly Goer[]) => ({ on: plainDate(on), half: 'morning', goers }) as const

describe(openedTour, () => {
  it('is of several departments, each named once', () => {
    expect(openedTour({ ...tour, departments: ['housing', 'housing'] }, 2)).toMatchObject({
      code: 'departments-too-few',
    })
    expect(openedTour({ ...tour, until: plainDate('2023-05-03') }, 2)).toMatchObject({
      code: 'tour-ends-before-it-begins',
    })
    expect(openedTour({ ...tour, departments: ['a', 'b', 'a'] }, 2)).toMatchObject({
      value: { departments: ['a', 'b'] },
    })
  })
})

describe(plannedStop, () => {
  it('tells for which department of the tour everybody goes', () => {
    const planned = plannedStop(plan(), stop('2023-05-08', [zhang, li]))
    expect(planned.ok && [...planned.value]).toEqual([
      ['zhang', 'housing'],
      ['li', 'science-innovation'],
    ])
  })

  it('refuses a day that is not worked, with the reason, and takes a make-up Saturday', () => {
    expect(plannedStop(plan(), stop('2023-05-07', [li]))).toMatchObject({
      code: 'day-not-worked',
      because: { name: '周末' },
    })
    expect(plannedStop(plan(), stop('2023-05-06', [li])).ok).toBe(true)
    const longer = { tour: { ...tour, from: plainDate('2023-04-28') } }
    expect(plannedStop(plan([], longer), stop('2023-05-01', [li]))).toMatchObject({
      code: 'day-not-worked',
      because: { name: '劳动节' },
    })
  })

  it('refuses a day outside the tour, an unpublished one, nobody, and people of other departments', () => {
    expect(plannedStop(plan(), stop('2023-05-15', [li]))).toMatchObject({ code: 'day-outside-tour' })
    const nextYear = { tour: { ...tour, until: plainDate('2031-05-12') } }
    expect(plannedStop(plan([], nextYear), stop('2031-05-12', [li]))).toMatchObject({
      code: 'calendar-not-published',
    })
    expect(plannedStop(plan(), stop('2023-05-08', []))).toMatchObject({ code: 'nobody-goes' })
    const other = { id: 'wang', departments: ['water'] }
    expect(plannedStop(plan(), stop('2023-05-08', [li, other]))).toMatchObject({
      code: 'goer-of-no-department',
    })
  })

  it('refuses somebody who is elsewhere in the same half of the day, and in no other', () => {
    const elsewhere = (on: string, half: Engagement['half'], personId = 'li') =>
      plan([{ personId, on: plainDate(on), half, place: '蓝湾创业园' }])
    expect(plannedStop(elsewhere('2023-05-08', 'morning'), stop('2023-05-08', [li]))).toMatchObject({
      code: 'goer-elsewhere',
      because: { place: '蓝湾创业园' },
    })
    expect(plannedStop(elsewhere('2023-05-08', 'afternoon'), stop('2023-05-08', [li])).ok).toBe(true)
    expect(plannedStop(elsewhere('2023-05-09', 'morning'), stop('2023-05-08', [li])).ok).toBe(true)
    expect(plannedStop(elsewhere('2023-05-08', 'morning', 'zhang'), stop('2023-05-08', [li])).ok).toBe(true)
  })
})

const filedOn = plainDate('2023-05-08')
function issue(replied?: string, solved?: string): RaisedIssue {
  const reply = { outcome: 'done', words: '', evidence: [], signedOffBy: null } as const
  return {
    situation: solved === undefined ? 'in-hand' : 'closed',
    filedOn,
    lastOn: plainDate(solved ?? '2023-05-30'),
    reply: replied === undefined ? null : { ...reply, on: plainDate(replied) },
    ground: solved === undefined ? null : 'confirmed',
  }
}

describe(tourFigures, () => {
  it('counts what was heard, answered on the spot, raised and solved, with medians in days', () => {
    const heard = [
      'answered-on-site',
      issue('2023-05-10', '2023-05-12'),
      issue('2023-05-14', '2023-05-18'),
      issue(),
    ] as const
    const stops = [
      { state: 'visited', place: 'p1', heard },
      { state: 'visited', place: 'p1', heard: [] },
      { state: 'dropped', place: 'p2', heard: [] },
      { state: 'planned', place: 'p3', heard: [] },
    ] as const
    expect(tourFigures({ stops })).toEqual({
      stops: 3,
      visited: 2,
      dropped: 1,
      places: 1,
      heard: 4,
      answeredOnSite: 1,
      raised: 3,
      solved: 2,
      medianDaysToReply: 4,
      medianDaysToSolution: 7,
    })
  })

  it('takes silence, and an answer that nothing can be done, for no solution', () => {
    const silent = { ...issue('2023-05-10', '2023-05-30'), ground: 'silence' } as const
    const done = issue('2023-05-10', '2023-05-30')
    const cannot = {
      ...done,
      reply: {
        ...(done.reply ?? { on: filedOn, words: '', evidence: [], signedOffBy: null }),
        outcome: 'cannot-be-done',
      },
    } as const
    const stops = [{ state: 'visited', place: 'p', heard: [silent, cannot] }] as const
    expect(tourFigures({ stops })).toMatchObject({ raised: 2, solved: 0, medianDaysToSolution: null })
  })

  it('loses nothing that was heard, however it is shared out among stops', () => {
    const need = fc.constantFrom<HeardNeed>('answered-on-site', issue(), issue('2023-05-09', '2023-05-10'))
    fc.assert(
      fc.property(fc.array(fc.array(need)), (shares) => {
        const stops = shares.map((heard, place) => ({ state: 'visited' as const, place: `${place}`, heard }))
        const apart = tourFigures({ stops })
        const together = tourFigures({ stops: [{ state: 'visited', place: '0', heard: shares.flat() }] })
        const { stops: _, visited: __, places: ___, ...figures } = apart
        expect(together).toMatchObject(figures)
        expect(apart.answeredOnSite + apart.raised).toBe(apart.heard)
      }),
    )
  })
})
