import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate, type WorkingCalendar, workingCalendar } from '../../calendar/index.ts'
import { type HandlingRule, handlingClocks, handlingLight } from './handling-clocks.ts'
import { decideHandling, type HandlingCommand } from './handling-decider.ts'
import type { HandlingEvent, LeadOrigin } from './handling-event.ts'
import { replayHandling, situationOf } from './handling-state.ts'

const day = (text: string): PlainDate => plainDate(`2023-${text}`)
const labourDay = (days: readonly string[]) => new Map(days.map((one) => [day(one), '劳动节']))

/** 2023 as far as Labour Day goes. */
const calendar: WorkingCalendar = workingCalendar('example-2023', [
  {
    year: 2023,
    source: 'notice of 2022-12-08 on the holidays of 2023',
    daysOff: labourDay(['04-29', '04-30', '05-01', '05-02', '05-03']),
    makeUpDays: labourDay(['04-23', '05-06']),
  },
])

const rule: HandlingRule = {
  spans: {
    opinion: { value: 1, unit: 'months' },
    'acceptance-notice': { value: 15, unit: 'working-days' },
    'result-notice': { value: 15, unit: 'working-days' },
    talk: { value: 30, unit: 'natural-days' },
    verification: { value: 15, unit: 'working-days' },
    'sending-on': { value: 5, unit: 'working-days' },
  },
  amberWorkingDays: 3,
}

const coding = { types: ['type-2'], field: 'approval', department: 'housing' }
const coded: HandlingEvent = { type: 'coded', coding, on: day('04-04'), by: 'one' }
type Proposed = Extract<HandlingEvent, { readonly type: 'proposed' }>
const proposed = (
  disposition: Proposed['disposition'],
  finding: Proposed['finding'] = null,
): HandlingEvent => ({
  type: 'proposed',
  disposition,
  finding,
  on: day('04-05'),
  by: 'one',
})
const confirmed: HandlingEvent = { type: 'confirmed', on: day('04-06'), by: 'two' }

function after(events: readonly HandlingEvent[], over: { isNamed?: boolean; origin?: LeadOrigin } = {}) {
  return replayHandling({ receivedOn: day('04-03'), isNamed: false, origin: 'filed', ...over }, events)
}

function outcome(events: readonly HandlingEvent[], command: HandlingCommand, by = 'two', isNamed = false) {
  const decided = decideHandling(after(events, { isNamed }), command, { on: day('04-06'), by })
  return decided.ok ? decided.value.type : decided.code
}

const propose = { type: 'propose', disposition: 'verification', finding: null } as const
const conclude = { type: 'propose', disposition: 'concluded', finding: 'false-accusation' } as const

describe(decideHandling, () => {
  it.each([
    ['is disposed of only once it was coded', [], propose, 'lead-not-coded'],
    [
      'waits for the second person before another proposal',
      [coded, proposed('talk')],
      propose,
      'disposition-waits',
    ],
    ['goes from one disposition to the next', [coded, proposed('talk'), confirmed], propose, 'proposed'],
    ['is concluded with a finding', [coded], conclude, 'proposed'],
    ['is not concluded without one', [coded], { ...conclude, finding: null }, 'finding-missing'],
    ['has no finding before its end', [coded], { ...propose, finding: 'mistaken' }, 'finding-too-early'],
    ['is confirmed where something was proposed', [coded], { type: 'confirm' }, 'nothing-proposed'],
    ['is sent on once it is transferred', [coded], { type: 'send-on' }, 'not-transferred'],
    [
      'is over when it is concluded',
      [coded, proposed('concluded', 'mistaken'), confirmed],
      propose,
      'lead-over',
    ],
  ] as const)('%s', (_, events, command, expected) => {
    expect(outcome(events, command)).toBe(expected)
  })

  it('is never confirmed by whoever proposed it, who may take it back', () => {
    const waiting = [coded, proposed('parked')]
    expect(outcome(waiting, { type: 'confirm' }, 'one')).toBe('own-proposal')
    expect(outcome(waiting, { type: 'send-back' }, 'one')).toBe('sent-back')
    expect(outcome(waiting, { type: 'confirm' }, 'two')).toBe('confirmed')
  })

  it('tells a result only to somebody who gave their name, once, and when there is one', () => {
    const tell = { type: 'tell', what: 'result' } as const
    const concluded = [coded, proposed('concluded', 'substantiated'), confirmed]
    expect(outcome(concluded, tell, 'two', false)).toBe('nobody-to-tell')
    expect(outcome([coded], tell, 'two', true)).toBe('result-not-there')
    expect(outcome(concluded, tell, 'two', true)).toBe('told')
    const told: HandlingEvent = { type: 'told', what: 'result', on: day('04-07'), by: 'one' }
    expect(outcome([...concluded, told], tell, 'two', true)).toBe('told-before')
  })
})

function clocksOn(text: string, events: readonly HandlingEvent[], isNamed = false): readonly string[] {
  const clocks = handlingClocks(after(events, { isNamed }), rule, { calendar, on: day(text) })
  if (!clocks.ok) throw new Error('the calendar of 2023 is published')
  return clocks.value.map(({ kind, due, light, left }) => `${kind} ${due.slice(5)} ${light} ${left}`)
}

describe(handlingClocks, () => {
  // received on Monday 04-03; 05-03 is still off
  it.each([
    ['wait a month for an opinion, and over the holiday', '04-10', [], ['opinion 05-04 green 16']],
    ['turn amber on the last days', '04-28', [], ['opinion 05-04 amber 1']],
    ['turn red after the last day', '05-05', [], ['opinion 05-04 red -1']],
    ['rest while a second person looks', '04-10', [coded, proposed('talk')], []],
    [
      'run again when it is sent back',
      '04-10',
      [coded, proposed('talk'), { ...confirmed, type: 'sent-back' }],
      ['opinion 05-04 green 16'],
    ],
    ['give a talk thirty days', '04-10', [coded, proposed('talk'), confirmed], ['talk 05-06 green 18']],
    [
      'give a verification fifteen working days',
      '04-10',
      [coded, proposed('verification'), confirmed],
      ['verification 04-26 green 13'],
    ],
    [
      'count sending on from the receipt',
      '04-12',
      [coded, proposed('transferred'), confirmed],
      ['sending-on 04-10 red -2'],
    ],
    ['ask nothing of a parked lead', '04-10', [coded, proposed('parked'), confirmed], []],
  ] as const)('%s', (_, today, events, expected) => {
    expect(clocksOn(today, events)).toEqual(expected)
  })

  it('owe somebody who gave their name a notice and, in the end, the result', () => {
    expect(clocksOn('04-10', [], true)).toEqual([
      'acceptance-notice 04-23 green 10',
      'opinion 05-04 green 16',
    ])
    const concluded = [coded, proposed('concluded', 'substantiated'), confirmed]
    const accepted: HandlingEvent = { type: 'told', what: 'acceptance', on: day('04-07'), by: 'one' }
    expect(clocksOn('04-10', [...concluded, accepted], true)).toEqual(['result-notice 04-26 green 13'])
  })

  it('explain every day they count', () => {
    const clocks = handlingClocks(after([]), rule, { calendar, on: day('04-10') })
    if (!clocks.ok) throw new Error('the calendar of 2023 is published')
    expect(clocks.value[0]?.days.at(-1)).toMatchObject({ date: '2023-05-04' })
  })

  it('do not count into a year without a notice', () => {
    const state = { ...after([]), receivedOn: plainDate('2023-12-20') }
    expect(handlingClocks(state, rule, { calendar, on: state.receivedOn })).toMatchObject({
      code: 'calendar-not-published',
    })
  })
})

describe(handlingLight, () => {
  it('is the severest of the clocks', () => {
    const clocks = handlingClocks(after([], { isNamed: true }), rule, { calendar, on: day('04-24') })
    expect(clocks.ok && handlingLight(after([], { isNamed: true }), clocks.value)).toBe('red')
  })

  it('is red from the first day where somebody was retaliated against, until it is over', () => {
    const state = after([], { origin: 'retaliation' })
    expect(handlingLight(state, [])).toBe('red')
    const over = after([coded, proposed('concluded', 'substantiated'), confirmed], { origin: 'retaliation' })
    expect([situationOf(over), handlingLight(over, [])]).toEqual(['concluded', null])
  })
})
