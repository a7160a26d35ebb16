import { describe, expect, it } from 'vitest'
import { parseCalendarYear, plainDate, workingCalendar } from '../../calendar/index.ts'
import {
  evolveNeed,
  handleNeed,
  handOffs,
  type MaybeNeed,
  type NeedHappening,
  type NeedRule,
  type NeedState,
} from '../index.ts'

const year = parseCalendarYear({
  year: 2026,
  source: 'test',
  daysOff: { 劳动节: ['2026-05-01', '2026-05-04', '2026-05-05'] },
  makeUpDays: { 劳动节: ['2026-05-09'] },
})
if (!year.ok) throw new Error(year.code)
const calendar = workingCalendar('test', [year.value])

const days = (value: number) => ({ value, unit: 'working-days' }) as const
const rule: NeedRule = {
  transferWithin: { value: 0, unit: 'natural-days' },
  receiveWithin: { value: 1, unit: 'natural-days' },
  proposeWithin: days(5),
  viewWithin: days(3),
  leaseWithin: days(10),
}

type Line = readonly [string, NeedHappening]

/** Carries lines out one after the other; the first refusal ends it. */
function played(lines: readonly Line[]): { state: MaybeNeed; code?: string } {
  let state: MaybeNeed
  for (const [day, happening] of lines) {
    const answer = handleNeed(state, {
      ...happening,
      on: plainDate(day),
      at: `${day}T02:00:00.000Z`,
      by: 'p',
    })
    if (!answer.ok) return { state, code: answer.code }
    state = evolveNeed(state, answer.value)
  }
  return { state }
}

const filed: Line = ['2026-04-20', { type: 'filed', channel: 'visit', rule }]
const transferred: Line = ['2026-04-20', { type: 'transferred', department: 'science' }]
const received: Line = ['2026-04-21', { type: 'received' }]
const proposed: Line = ['2026-04-24', { type: 'proposed', rooms: ['r1', 'r2'] }]
const arranged: Line = [
  '2026-04-24',
  { type: 'viewing-arranged', room: 'r2', viewAt: '2026-04-27T02:00:00Z' },
]
const viewed: Line = ['2026-04-27', { type: 'viewed', viewing: 0, suits: true, note: '层高合适' }]
const leased: Line = ['2026-05-06', { type: 'leased', room: 'r2', areaSquareDecimetres: 120_000 }]
const rated: Line = ['2026-05-07', { type: 'rated', mark: 5 }]
const wholeWay = [filed, transferred, received, proposed, arranged, viewed, leased, rated]

describe('a need for space', () => {
  it('goes from the visit to the mark of the firm, every hand-off timed', () => {
    const { state } = played(wholeWay)
    const found = handOffs(state as NeedState, calendar, plainDate('2026-05-08'))
    expect(
      found.ok &&
        found.value.map(({ step, due, light, tookWorkingDays }) => [step, due, light, tookWorkingDays]),
    ).toEqual([
      ['transfer', '2026-04-20', 'green', 0],
      ['receipt', '2026-04-21', 'green', 1],
      ['candidates', '2026-04-27', 'green', 4],
      ['viewing', '2026-04-29', 'green', 1],
      // Labour Day does not count
      ['lease', '2026-05-07', 'green', 9],
      ['rating', null, null, 1],
    ])
  })

  it('shows amber on the last day and red after it', () => {
    const { state } = played([filed, transferred, received])
    const lights = (day: string) => {
      const found = handOffs(state as NeedState, calendar, plainDate(day))
      return found.ok ? found.value.find(({ step }) => step === 'candidates')?.light : found.code
    }
    expect(['2026-04-24', '2026-04-27', '2026-04-28'].map(lights)).toEqual(['green', 'amber', 'red'])
  })

  it.each<[string, readonly Line[], string]>([
    ['is not received before it was transferred', [filed, received], 'need-not-transferred'],
    ['is not transferred twice', [filed, transferred, transferred], 'need-transferred-already'],
    ['has no candidates before it is in hand', [filed, transferred, proposed], 'need-not-received'],
    [
      'is shown no room that was not proposed',
      [...wholeWay.slice(0, 4), ['2026-04-24', { type: 'viewing-arranged', room: 'r9', viewAt: '' }]],
      'room-not-proposed',
    ],
    [
      'ends in no lease of a room that nobody has viewed',
      [...wholeWay.slice(0, 6), ['2026-05-06', { type: 'leased', room: 'r1', areaSquareDecimetres: 1 }]],
      'room-not-viewed',
    ],
    ['is rated after the lease alone', [filed, transferred, received, rated], 'need-not-leased'],
    ['is rated once', [...wholeWay, rated], 'need-not-leased'],
    [
      'is over with the lease',
      [...wholeWay.slice(0, 7), ['2026-05-07', { type: 'urged', reason: '请快' }]],
      'need-over',
    ],
    [
      'is given up with a reason alone',
      [filed, transferred, received, ['2026-04-22', { type: 'not-found', reason: ' ' }]],
      'need-reason-missing',
    ],
    [
      'goes no way back in time',
      [filed, transferred, received, ['2026-04-19', { type: 'urged', reason: '请快' }]],
      'need-dated-before-last-event',
    ],
  ])('%s', (_, lines, code) => {
    expect(played(lines).code).toBe(code)
  })
})
