import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import { exampleRule, exampleYear } from '../example/example-rule.ts'
import type { IssueCommand } from './issue-command.ts'
import { handleIssue } from './issue-decider.ts'
import type { IssueEvent } from './issue-event.ts'
import { replayIssue } from './issue-evolution.ts'
import type { IssueState } from './issue-state.ts'

type Act = IssueCommand extends infer Each
  ? Each extends IssueCommand
    ? Omit<Each, 'on' | 'at' | 'by'>
    : never
  : never
type Step = readonly [day: string, by: string, act: Act]

const filing: Act = {
  type: 'file',
  kind: 'appeal',
  source: 'hotline-12345',
  topic: 'utilities',
  noticedAt: '2023-04-20T01:00:00.000Z',
  isReachable: true,
  rule: exampleRule,
}
const toHousing: Act = { type: 'dispatch', lead: 'housing', assisting: ['power'], isComplex: false }
const done: Act = { type: 'reply', outcome: 'done', words: '已于今日恢复供水。', evidence: ['a'] }
const no: Act = { type: 'reply', outcome: 'cannot-be-done', words: '该地块不在供热范围。', evidence: [] }
const filed: Step = ['04-20', 'asker', filing]
const inHand: readonly Step[] = [filed, ['04-21', 'dispatcher', toHousing]]
const replied: readonly Step[] = [...inHand, ['04-24', 'officer', done]]

function commandOf([day, by, act]: Step): IssueCommand {
  return { ...act, on: plainDate(`2023-${day}`), at: `2023-${day}T03:00:00.000Z`, by } as IssueCommand
}

/** The issue after these steps, none of which is refused. */
function after(steps: readonly Step[]): { state: IssueState; events: readonly IssueEvent[] } {
  const events = steps.reduce<readonly IssueEvent[]>((before, step) => {
    const answer = handleIssue(replayIssue(before), commandOf(step), exampleYear)
    if (!answer.ok) throw new Error(`${step[2].type}: ${answer.code}`)
    return [...before, ...answer.value]
  }, [])
  const state = replayIssue(events)
  if (state === undefined) throw new Error('nothing was filed')
  return { state, events }
}

function refusalOf(steps: readonly Step[], step: Step): string {
  const answer = handleIssue(
    steps.length === 0 ? undefined : after(steps).state,
    commandOf(step),
    exampleYear,
  )
  return answer.ok ? 'accepted' : answer.code
}

describe(handleIssue, () => {
  it('goes the whole way: filed, dispatched, spoken with, answered with proof, called, confirmed and closed', () => {
    const { state, events } = after([
      ...inHand,
      ['04-21', 'officer', { type: 'contact', note: '已联系反映人' }],
      ['04-23', 'assistant', { type: 'contribute', authority: 'power', words: '供电正常' }],
      ['04-24', 'officer', done],
      ['04-25', 'dispatcher', { type: 'call-back', isReached: true, note: '' }],
      ['04-25', 'asker', { type: 'confirm', satisfied: 5 }],
    ])
    expect(events.map(({ type }) => type)).toEqual([
      'filed',
      'dispatched',
      'contacted',
      'contributed',
      'replied',
      'called-back',
      'confirmed',
      'closed',
    ])
    expect(state).toMatchObject({ situation: 'closed', ground: 'confirmed', satisfied: 5 })
    expect(state.moments).toEqual({
      noticed: '2023-04-20T01:00:00.000Z',
      found: '2023-04-21T03:00:00.000Z',
      responded: '2023-04-21T03:00:00.000Z',
      handled: '2023-04-25T03:00:00.000Z',
    })
  })

  it('keeps no report of misconduct', () => {
    expect(refusalOf([], ['04-20', 'asker', { ...filing, kind: 'misconduct' }])).toBe(
      'misconduct-belongs-elsewhere',
    )
  })

  it('takes a moment that lies ahead for the moment of the filing', () => {
    const early: Step = ['04-20', 'asker', { ...filing, noticedAt: '2024-01-01T00:00:00.000Z' }]
    expect(after([early]).state.moments.noticed).toBe('2023-04-20T03:00:00.000Z')
  })

  describe('the one return', () => {
    const reason = { type: 'return', reason: '不属于本部门职责' } as const
    it('goes back to the dispatcher within two working days', () => {
      expect(after([...inHand, ['04-24', 'officer', reason]]).state.situation).toBe('returned')
    })
    it.each([
      ['after the second working day', inHand, ['04-25', 'officer', reason], 'return-period-over'],
      ['without a reason', inHand, ['04-23', 'officer', { ...reason, reason: ' ' }], 'words-missing'],
      [
        'once the dispatcher has designated a lead',
        [
          ...inHand,
          ['04-23', 'officer', reason],
          ['04-23', 'dispatcher', { ...toHousing, lead: 'planning' }],
        ],
        ['04-23', 'officer', reason],
        'returned-already',
      ],
      [
        'of what came back from its asker',
        [...replied, ['04-25', 'asker', { type: 'reopen', satisfied: 1, reason: '又停水' }]],
        ['04-25', 'officer', reason],
        'returned-already',
      ],
    ] as const)('is refused %s', (_, steps, step, code) => {
      expect(refusalOf(steps as readonly Step[], step as Step)).toBe(code)
    })
  })

  describe('a no', () => {
    const proposed: readonly Step[] = [...inHand, ['04-23', 'officer', no]]
    it('is no answer without the signature of a leader', () => {
      expect(after(proposed).state).toMatchObject({ situation: 'awaiting-sign-off', reply: null })
      const { state } = after([...proposed, ['04-24', 'leader', { type: 'sign-off' }]])
      expect(state).toMatchObject({ situation: 'replied', reply: { signedOffBy: 'leader' } })
    })
    it('is not signed by whoever wrote it', () => {
      expect(refusalOf(proposed, ['04-24', 'officer', { type: 'sign-off' }])).toBe('second-officer-needed')
    })
    it('goes back with a reason, and the clock runs on', () => {
      const { state } = after([
        ...proposed,
        ['04-24', 'leader', { type: 'send-back', reason: '可以接入临时管线' }],
      ])
      expect(state).toMatchObject({ situation: 'in-hand', proposal: null, countedFrom: '2023-04-21' })
    })
  })

  it('asks a leader for every reply once it came back more often than the rule bears', () => {
    const again: Step = ['04-24', 'asker', { type: 'reopen', satisfied: 2, reason: '没有解决' }]
    const { state } = after([
      ...replied,
      again,
      ['04-24', 'officer', done],
      again,
      ['04-24', 'officer', done],
    ])
    expect(state).toMatchObject({ situation: 'awaiting-sign-off', reopenings: 2 })
  })

  it('is not done without proof', () => {
    expect(refusalOf(inHand, ['04-24', 'officer', { ...done, evidence: [] }])).toBe('evidence-missing')
  })

  describe('an extension', () => {
    const extend = { type: 'extend', workingDays: 10, reason: '需开挖管线' } as const
    it.each([
      [
        'longer than the rule',
        inHand,
        ['04-24', 'head', { ...extend, workingDays: 11 }],
        'extension-too-long-for-source',
      ],
      [
        'a second time',
        [...inHand, ['04-24', 'head', extend]],
        ['04-24', 'head', extend],
        'extended-already',
      ],
      ['after the last day', inHand, ['04-28', 'head', extend], 'extension-period-over'],
    ] as const)('is refused %s', (_, steps, step, code) => {
      expect(refusalOf(steps as readonly Step[], step as Step)).toBe(code)
    })
    it('is given on the last day', () => {
      expect(refusalOf(inHand, ['04-27', 'head', extend])).toBe('accepted')
    })
  })

  describe('closing', () => {
    const silence = { type: 'close-by-silence' } as const
    const calls: readonly Step[] = ['04-25', '04-26', '04-27'].map((day) => [
      day,
      'dispatcher',
      { type: 'call-back', isReached: false, note: '' },
    ])
    it.each([
      [
        'by the office before the time of silence is over',
        [...replied, ...calls],
        ['05-10', 'system', silence],
        'silence-not-over',
      ],
      [
        'by silence without the calls',
        [...replied, ...calls.slice(1)],
        ['05-11', 'system', silence],
        'silence-not-over',
      ],
      [
        'by a mark that says no',
        replied,
        ['04-25', 'asker', { type: 'confirm', satisfied: 2 }],
        'not-confirmable-with-bad-mark',
      ],
      [
        'before anything was answered',
        inHand,
        ['04-25', 'asker', { type: 'confirm', satisfied: 5 }],
        'issue-not-replied',
      ],
    ] as const)('is refused %s', (_, steps, step, code) => {
      expect(refusalOf(steps as readonly Step[], step as Step)).toBe(code)
    })
    it('happens by silence after three calls and ten working days, and says nothing of satisfaction', () => {
      const { state } = after([...replied, ...calls, ['05-11', 'system', silence]])
      expect(state).toMatchObject({ situation: 'closed', ground: 'silence', satisfied: null })
    })
  })

  it('is merged into another, unless its asker has had an answer', () => {
    const merge = { type: 'merge', into: 'other' } as const
    expect(after([filed, ['04-20', 'dispatcher', merge]]).state).toMatchObject({
      situation: 'merged',
      into: 'other',
    })
    expect(refusalOf(replied, ['04-24', 'dispatcher', merge])).toBe('asker-answered-already')
  })

  it('does nothing more once it is over', () => {
    const over: readonly Step[] = [...replied, ['04-25', 'asker', { type: 'confirm', satisfied: 4 }]]
    const rest: readonly Act[] = [
      toHousing,
      done,
      { type: 'return', reason: 'x' },
      { type: 'contact', note: 'x' },
      { type: 'extend', workingDays: 1, reason: 'x' },
      { type: 'urge', reason: 'x' },
      { type: 'sign-off' },
      { type: 'reopen', satisfied: 1, reason: 'x' },
      { type: 'merge', into: 'y' },
      { type: 'join', issue: 'y' },
      { type: 'signpost', ground: 'court', reason: 'x' },
      { type: 'close-by-silence' },
    ]
    for (const act of rest)
      expect([act.type, refusalOf(over, ['04-26', 'any', act])]).not.toContain('accepted')
  })

  it('refuses a day before its last event', () => {
    expect(refusalOf(inHand, ['04-20', 'officer', done])).toBe('issue-dated-before-last-event')
  })
})
