import { describe, expect, it } from 'vitest'
import { plainDate, workingCalendar } from '../../calendar/index.ts'
import type { LightRule } from '../lights/light-rule.ts'
import { nodeLight } from '../lights/node-light.ts'
import { byPressure, type Obligation, obligationKinds, obligationLight } from './obligation.ts'

const day = plainDate
const rule: LightRule = {
  id: 'zone',
  from: day('2026-01-01'),
  nodes: {
    case: {
      nearDue: { within: { value: 2, unit: 'working-days' } },
      overdue: { amberUpTo: { value: 0, unit: 'natural-days' } },
    },
  },
  otherwise: { overdue: { amberUpTo: { value: 30, unit: 'natural-days' } } },
}
const calendar = workingCalendar('test', [
  { year: 2026, source: 'test', daysOff: new Map(), makeUpDays: new Map() },
])
const ofCase: Obligation = { kind: 'case', due: day('2026-05-20') }

function judged(obligation: Obligation, on: string) {
  const light = obligationLight(obligation, { rule, calendar, on: day(on) })
  if (!light.ok) throw new Error(light.code)
  return light.value
}

describe('the light of an obligation', () => {
  it.each([
    ['2026-05-15', 'green'],
    ['2026-05-18', 'amber'],
    ['2026-05-20', 'amber'],
    ['2026-05-21', 'red'],
  ])('follows the criteria of its kind: on %s a case is %s', (on, light) => {
    expect(judged(ofCase, on).light).toBe(light)
  })

  it('is that of a node with the same day, whatever it comes from', () => {
    for (const kind of obligationKinds) {
      const node = nodeLight(
        { node: kind, plans: [{ on: day('2026-05-20') }] },
        { rule, calendar, on: day('2026-06-30') },
      )
      expect(judged({ kind, due: day('2026-05-20') }, '2026-06-30')).toEqual(node.ok && node.value)
    }
  })

  it('is grey while its clock rests, with the reason, even where the last day is not known', () => {
    const resting = { ...ofCase, due: null, rest: { since: day('2026-05-06'), why: '补正' } }
    expect(judged(resting, '2026-07-01')).toMatchObject({
      light: 'paused',
      because: [{ values: { since: '2026-05-06', document: '补正' } }],
    })
  })

  it('is green from the day on which whoever owes it did their part', () => {
    const met: Obligation = { kind: 'task', due: day('2026-05-20'), metOn: day('2026-05-19') }
    expect(judged(met, '2026-08-01')).toMatchObject({ light: 'green', lateDays: 0 })
  })
})

describe('the order of the board', () => {
  it('is the worst first, then the longest late, then the nearest day, and last what has none', () => {
    const one = { light: 'green', lateDays: 0, due: day('2026-05-20') } as const
    const lines = [
      { ...one, name: 'open', light: 'open', due: null },
      { ...one, name: 'no day', due: null },
      { ...one, name: 'later', due: day('2026-05-21') },
      { ...one, name: 'sooner' },
      { ...one, name: 'amber', light: 'amber' },
      { ...one, name: 'red', light: 'red', lateDays: 2 },
      { ...one, name: 'longest', light: 'red', lateDays: 9 },
    ] as const
    expect(lines.toSorted(byPressure).map(({ name }) => name)).toEqual([
      'longest',
      'red',
      'amber',
      'sooner',
      'later',
      'no day',
      'open',
    ])
  })
})
