import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '../../calendar/index.ts'
import { exampleRule, exampleYear } from '../example/example-rule.ts'
import type { IssueEvent } from '../issue/issue-event.ts'
import { replayIssue } from '../issue/issue-evolution.ts'
import { issueClocks } from './issue-clocks.ts'
import type { IssueRule } from './issue-rule.ts'

const day = (text: string): PlainDate => plainDate(`2023-${text}`)

function filed(rule: Partial<IssueRule> = {}): IssueEvent {
  return {
    type: 'filed',
    on: day('04-20'),
    at: '2023-04-20T03:00:00.000Z',
    by: 'asker',
    kind: 'appeal',
    source: 'hotline-12345',
    topic: 'utilities',
    noticedAt: '2023-04-20T03:00:00.000Z',
    isReachable: true,
    rule: { ...exampleRule, ...rule },
  }
}

type Rest<Event> = Event extends IssueEvent ? Omit<Event, 'on' | 'at' | 'by'> : never
function on(text: string, event: Rest<IssueEvent>): IssueEvent {
  return { ...event, on: day(text), at: `2023-${text}T03:00:00.000Z`, by: 'one' } as IssueEvent
}

const dispatched = on('04-21', {
  type: 'dispatched',
  lead: 'housing',
  assisting: [],
  isComplex: false,
  isDesignated: false,
})
const complex = on('04-21', {
  type: 'dispatched',
  lead: 'housing',
  assisting: [],
  isComplex: true,
  isDesignated: false,
})
const contacted = on('04-21', { type: 'contacted', note: '已联系' })
const extended = on('04-24', { type: 'extended', workingDays: 10, reason: '复杂' })
const answer = { outcome: 'explained', words: '答复', evidence: [] } as const
const proposed = on('04-24', { type: 'reply-proposed', ...answer })
const replied = on('04-24', { type: 'replied', signedOffBy: null, ...answer })
const called = on('04-25', { type: 'called-back', isReached: false, note: '' })
const reopened = on('04-26', { type: 'reopened', satisfied: 1, reason: '未解决' })

function clocksOn(text: string, ...events: readonly IssueEvent[]): readonly string[] {
  const state = replayIssue(events)
  const clocks = state && issueClocks(state, exampleYear, day(text))
  if (clocks === undefined || !clocks.ok) throw new Error('the calendar of 2023 is published')
  return clocks.value.map(
    ({ kind, who, due, light, left }) => `${kind} ${who} ${due.slice(5)} ${light} ${left}`,
  )
}

describe(issueClocks, () => {
  // 04-23 is a Sunday that is worked; 04-29 to 05-03 are off; 05-06 is a Saturday that is worked
  it.each([
    ['waits for the dispatcher', '04-20', [filed()], ['dispatch dispatcher 04-21 amber 1']],
    ['is late with the dispatcher', '04-23', [filed()], ['dispatch dispatcher 04-21 red -1']],
    [
      'is new at the lead',
      '04-21',
      [filed(), dispatched],
      ['contact lead 04-23 amber 1', 'reply lead 04-27 green 5'],
    ],
    ['was spoken about', '04-26', [filed(), dispatched, contacted], ['reply lead 04-27 amber 1']],
    [
      'counts from the filing where the rule says so',
      '04-23',
      [filed({ countFrom: 'filing' }), dispatched, contacted],
      ['reply lead 04-26 green 3'],
    ],
    ['needs several departments', '04-24', [filed(), complex, contacted], ['reply lead 05-08 green 8']],
    [
      'was put off over the holiday',
      '04-24',
      [filed(), dispatched, contacted, extended],
      ['reply lead 05-15 green 13'],
    ],
    [
      'waits for a signature',
      '04-25',
      [filed(), dispatched, contacted, proposed],
      ['sign-off leader 04-27 green 2', 'reply lead 04-27 green 2'],
    ],
    ['is answered', '04-24', [filed(), dispatched, replied], ['call-back dispatcher 04-25 amber 1']],
    [
      'was called about',
      '04-25',
      [filed(), dispatched, replied, called],
      ['confirmation asker 05-10 green 9'],
    ],
    ['came back', '04-26', [filed(), dispatched, replied, reopened], ['reply lead 05-06 green 5']],
    [
      'is over',
      '04-26',
      [filed(), dispatched, replied, on('04-26', { type: 'closed', ground: 'confirmed' })],
      [],
    ],
  ] as const)('%s', (_, today, events, expected) => {
    expect(clocksOn(today, ...events)).toEqual(expected)
  })

  it('explains every day of a period', () => {
    const state = replayIssue([filed(), dispatched, contacted])
    const clocks = state && issueClocks(state, exampleYear, day('04-24'))
    if (clocks === undefined || !clocks.ok) throw new Error('the calendar of 2023 is published')
    const [reply] = clocks.value
    expect(reply?.days.filter(({ counted }) => counted !== null)).toHaveLength(5)
    expect(reply?.days.find(({ date }) => date === '2023-04-23')?.reason).toBe('劳动节调休上班，计入')
  })

  it('does not count into a year without a notice', () => {
    const state = replayIssue([filed()])
    if (state === undefined) throw new Error('an issue was filed')
    const late = { ...state, filedOn: plainDate('2023-12-31') }
    expect(issueClocks(late, exampleYear, plainDate('2023-12-31'))).toMatchObject({
      code: 'calendar-not-published',
    })
  })
})
