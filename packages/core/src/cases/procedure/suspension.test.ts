import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '../case-command.ts'
import type { CaseEvent } from '../case-event.ts'
import { replayCase } from '../case-evolution.ts'
import { caseClocks } from '../clocks/case-clock.ts'
import { whoseCourt } from '../clocks/court.ts'
import { openDeadlines } from '../clocks/deadline.ts'
import {
  accepted,
  allAgreed,
  asked,
  begun,
  day,
  grant,
  inReview,
  opened,
  outcomeOf,
  type Row,
  receivedInPart,
  says,
  started,
} from '../example/example-life.ts'
import { exampleCalendar } from '../example/example-service.ts'

const suspend: CaseCommand = {
  ...says('04-26', 'head'),
  type: 'suspend',
  suspension: 's1',
  ground: 'decision-awaited',
  reason: '土地权属正在诉讼，须以判决为依据',
  expected: day('05-08'),
}
const suspended: CaseEvent = { ...suspend, type: 'suspended' } as CaseEvent
const resume: CaseCommand = { ...says('05-08', 'head'), type: 'resume', reason: '判决已生效' }
const resumed: CaseEvent = {
  ...says('05-08', 'head'),
  type: 'resumed',
  suspension: 's1',
  reason: '判决已生效',
  follow: [],
}
const tolerated: CaseEvent = {
  ...accepted,
  ground: 'tolerance',
  follow: [{ requirement: 'drawings', due: day('05-04') }],
} as CaseEvent
const following = [opened, receivedInPart('application', 'award'), tolerated, begun, suspended]
const resting = [...allAgreed, suspended]

function stateOf(events: readonly CaseEvent[]) {
  const state = replayCase(events)
  if (state === undefined) throw new Error('no case')
  return state
}

describe('a suspension', () => {
  const rows: readonly Row[] = [
    ['begins with a ground, reasons and the day it is expected to end', inReview, suspend, [suspended]],
    [
      'begins without a day where nobody can say one',
      inReview,
      { ...suspend, expected: null } as CaseCommand,
      [{ ...suspended, expected: null }],
    ],
    ['begins with reasons only', inReview, { ...suspend, reason: ' ' } as CaseCommand, 'reasons-missing'],
    [
      'expects no day that is over',
      inReview,
      { ...suspend, expected: day('04-26') } as CaseCommand,
      'expected-day-past',
    ],
    ['does not begin twice', resting, { ...suspend, ...says('04-27', 'head') }, 'case-suspended'],
    [
      'does not begin before acceptance',
      [opened, receivedInPart('application')],
      suspend,
      'case-not-accepted',
    ],
    ['does not begin while a correction is waited for', [...inReview, asked], suspend, 'correction-running'],
    ['allows no decision', resting, { ...grant, ...says('04-27', 'head') }, 'case-suspended'],
    [
      'allows no opinion',
      [...inReview, suspended],
      {
        ...says('04-27', 'housing'),
        type: 'give-opinion',
        authority: 'housing',
        opinion: 'agree',
        reasons: '符合条件',
        conditions: [],
      },
      'case-suspended',
    ],
    [
      'allows no correction to be asked for',
      resting,
      {
        ...says('04-27', 'approval'),
        type: 'request-correction',
        correction: 'k1',
        gaps: [{ requirement: 'award', what: '请补交' }],
      },
      'case-suspended',
    ],
    [
      'allows no extension',
      resting,
      { ...says('04-27', 'head'), type: 'extend-limit', workingDays: 5, reason: '复杂' },
      'case-suspended',
    ],
    [
      'lets the result of a special procedure come in',
      [...inReview, started('p1', 'expert-review', '04-25'), suspended],
      { ...says('04-27', 'approval'), type: 'end-special-procedure', procedure: 'p1', outcome: '通过' },
      [{ ...says('04-27', 'approval'), type: 'special-procedure-ended', procedure: 'p1', outcome: '通过' }],
    ],
    [
      'may be ended by the applicant with the case',
      resting,
      { ...says('04-27', 'applicant'), type: 'withdraw' },
      [{ ...says('04-27', 'applicant'), type: 'withdrawn', ground: 'applicant' }],
    ],
    [
      'deems nothing withdrawn whose paper did not come meanwhile',
      following,
      { ...says('05-06', 'system'), type: 'deem-withdrawn' },
      'case-suspended',
    ],
    ['ends with its reason', resting, resume, [resumed]],
    ['ends with reasons only', resting, { ...resume, reason: '' } as CaseCommand, 'reasons-missing'],
    ['does not end where there is none', allAgreed, resume, 'case-not-suspended'],
    ['does not end twice', [...resting, resumed], resume, 'case-not-suspended'],
    [
      // three working days were left on 26 April: 27 and 28 April, 4 May
      'gives a paper that follows the working days it had left',
      following,
      resume,
      [{ ...resumed, follow: [{ requirement: 'drawings', due: day('05-11') }] }],
    ],
    [
      'names no paper that was handed in meanwhile',
      [
        ...following.slice(0, -1),
        {
          ...says('04-25', 'clerk'),
          type: 'correction-requested',
          correction: 'k9',
          gaps: [{ requirement: 'drawings', what: '补图' }],
          due: day('05-20'),
        },
        {
          ...says('04-26', 'applicant'),
          type: 'correction-answered',
          correction: 'k9',
          papers: ['drawings'],
        },
        suspended,
      ],
      resume,
      [resumed],
    ],
    [
      'gives no day back to a paper that was late before',
      [...following.slice(0, -1), { ...suspended, on: day('05-05') } as CaseEvent],
      resume,
      [{ ...resumed, follow: [{ requirement: 'drawings', due: day('05-04') }] }],
    ],
  ]
  it.each(rows)('%s', (_, given, when, expected) => {
    expect(outcomeOf(given, when)).toEqual(expected)
  })

  it('holds the committed clock, and neither the statutory nor the whole-process clock', () => {
    expect(caseClocks(stateOf(resting), exampleCalendar, day('05-05'))).toMatchObject({
      value: {
        committed: { used: 1, state: 'paused', due: undefined },
        statutory: { used: 11, due: '2023-05-15' },
        wholeProcess: { running: true, workingDays: 8 },
      },
    })
  })

  it('explains every day, and runs on from the day after it ended', () => {
    const clocks = caseClocks(stateOf([...resting, resumed]), exampleCalendar, day('05-09'))
    const days = clocks.ok ? (clocks.value.committed?.days ?? []) : []
    const pause = '暂停：中止审批（等待司法裁判或者其他机关的决定）'
    expect(days.map(({ date, used, reason }) => [date.slice(5), used, reason])).toEqual([
      ['04-24', null, '起算当日不计入'],
      ['04-25', 1, '工作日，计入'],
      ...['04-26', '04-27', '04-28', '04-29', '04-30'].map((date) => [date, null, pause]),
      ...['05-01', '05-02', '05-03', '05-04', '05-05'].map((date) => [date, null, pause]),
      ...['05-06', '05-07', '05-08'].map((date) => [date, null, pause]),
      ['05-09', 2, '工作日，计入'],
    ])
    expect(clocks).toMatchObject({ value: { committed: { due: '2023-05-12' } } })
  })

  it('is grey, and no paper is overdue while it lasts', () => {
    const deadlines = openDeadlines(stateOf(following), exampleCalendar, day('05-08'))
    const shown = deadlines.ok ? deadlines.value.map(({ kind, light }) => [kind, light]) : []
    expect(shown).toContainEqual(['committed', 'grey'])
    expect(shown.map(([kind]) => kind)).not.toContain('following-paper')
  })

  it('waits for whoever it was ordered for', () => {
    expect(whoseCourt(stateOf(resting)).who).toBe('third-party')
    const wished = { ...suspended, ground: 'applicant-asked' } as CaseEvent
    expect(whoseCourt(stateOf([...allAgreed, wished])).who).toBe('applicant')
    expect(whoseCourt(stateOf([...resting, resumed])).who).toBe('authority')
  })
})
