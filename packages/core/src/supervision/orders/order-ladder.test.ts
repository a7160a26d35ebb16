import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate, workingCalendar } from '../../calendar/index.ts'
import { dueOrder, type LadderOrder, mayBeIssuedAt, orderLevels, orderStates } from './order-ladder.ts'

const day = (text: string) => plainDate(`2026-05-${text}`)
const calendar = workingCalendar('may', [
  { year: 2026, source: 'example', daysOff: new Map(), makeUpDays: new Map() },
])
const rule = { calendar, restWorkingDays: 5 }

function order(over: Partial<LadderOrder> = {}): LadderOrder {
  return { id: 'first', level: 'blue', state: 'issued', answerBy: day('12'), closedOn: null, ...over }
}

function due(on: string, ...orders: readonly LadderOrder[]) {
  const answer = dueOrder({ orders, on: day(on) }, rule)
  return answer.ok ? answer.value : answer.code
}

describe(dueOrder, () => {
  it('is the mildest where the light has just turned red', () => {
    const first = { level: 'blue', reason: 'turned-red', follows: null }
    expect(due('06')).toEqual(first)
    expect(due('06', order({ state: 'lapsed', answerBy: null }))).toEqual(first)
  })

  it('waits for the answer until its day is over, then climbs past the silence', () => {
    expect(due('12', order())).toBeNull()
    expect(due('13', order())).toEqual({ level: 'yellow', reason: 'unanswered', follows: 'first' })
    expect(due('13', order({ level: 'yellow' }))).toMatchObject({ level: 'red' })
  })

  it.each(['drafted', 'answered', 'superseded'] as const)('waits for a person where one is %s', (state) => {
    expect(due('29', order({ state }))).toBeNull()
  })

  it('gives the light its working days after a closing, then climbs where it is red still', () => {
    const closed = order({ state: 'closed', closedOn: day('15') })
    // five working days after Friday the 15th end on Friday the 22nd
    expect(due('22', closed)).toBeNull()
    expect(due('23', closed)).toEqual({ level: 'yellow', reason: 'still-red', follows: 'first' })
  })

  it('stays on the highest rung: a closing that did not help is followed by another, silence by nothing sharper', () => {
    expect(due('29', order({ level: 'red' }))).toBeNull()
    expect(due('29', order({ level: 'red', state: 'closed', closedOn: day('15') }))).toMatchObject({
      level: 'red',
      reason: 'still-red',
    })
  })

  it('looks at the last order alone', () => {
    const first = order({ state: 'superseded' })
    expect(due('29', first, order({ id: 'second', level: 'yellow', answerBy: day('28') }))).toEqual({
      level: 'red',
      reason: 'unanswered',
      follows: 'second',
    })
    expect(due('29', first, order({ id: 'second', level: 'yellow', state: 'lapsed' }))).toBeNull()
  })

  it('is refused where the days after a closing are not published', () => {
    expect(due('29', order({ state: 'closed', closedOn: plainDate('2030-05-15') }))).toBe(
      'calendar-not-published',
    )
  })

  it('never climbs more than one rung, and drafts nothing twice', () => {
    const anOrder = fc.record({
      id: fc.constant('any'),
      level: fc.constantFrom(...orderLevels),
      state: fc.constantFrom(...orderStates),
      answerBy: fc.constantFrom(day('01'), day('12')),
      closedOn: fc.constantFrom(day('01'), day('15')),
    })
    fc.assert(
      fc.property(fc.array(anOrder), fc.integer({ min: 0, max: 60 }), (orders, days) => {
        const on = addDays(day('01'), days)
        const answer = dueOrder({ orders, on }, rule)
        expect(answer.ok).toBe(true)
        if (!answer.ok || answer.value === null) return
        const last = orders.findLast(({ state }) => state !== 'lapsed')
        const rung = last === undefined ? -1 : orderLevels.indexOf(last.level)
        expect(orderLevels.indexOf(answer.value.level)).toBeLessThanOrEqual(rung + 1)
        const drafted = order({ id: 'new', level: answer.value.level, state: 'drafted', answerBy: null })
        expect(dueOrder({ orders: [...orders, drafted], on }, rule)).toMatchObject({ value: null })
      }),
    )
  })
})

describe(mayBeIssuedAt, () => {
  it('goes up one by one', () => {
    expect(orderLevels.map((level) => mayBeIssuedAt(level, []))).toEqual([true, false, false])
    expect(orderLevels.map((level) => mayBeIssuedAt(level, ['blue']))).toEqual([true, true, false])
    expect(mayBeIssuedAt('red', ['blue', 'yellow'])).toBe(true)
  })
})
