import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '../case-command.ts'
import type { CaseEvent } from '../case-event.ts'
import {
  accepted,
  agreed,
  allAgreed,
  answered,
  asked,
  awaiting,
  begun,
  day,
  grant,
  granted,
  grantedOnPromise,
  onPromise,
  opened,
  outcomeOf,
  promised,
  type Row,
  receivedInPart,
  says,
} from '../example/example-life.ts'

/** Accepted with the award letter to follow. */
const tolerated = {
  ...accepted,
  ground: 'tolerance',
  follow: [{ requirement: 'award', due: day('05-04') }],
} as CaseEvent
const following = [opened, receivedInPart('application', 'drawings'), tolerated, begun]
const promisedSince: CaseEvent = { ...promised, ...says('04-25', 'applicant') } as CaseEvent
const promisedToo = [...following, promisedSince, agreed('approval'), agreed('housing')]
const takenBackLate = { ...says('05-06', 'applicant'), type: 'promise-taken-back', promise: 'C1' } as const
const takenBackAnew: CaseEvent = { ...takenBackLate, follow: [{ requirement: 'award', due: day('05-12') }] }
const withdraw: CaseCommand = { ...says('05-05', 'system'), type: 'deem-withdrawn' }

describe('decision', () => {
  const remedies = '六十日内申请行政复议，六个月内提起行政诉讼'
  const refusal: CaseCommand = { ...grant, outcome: 'refused', remedies }
  const rows: readonly Row[] = [
    ['grants', allAgreed, grant, [granted]],
    ['refuses with reasons and remedies', allAgreed, refusal, [{ ...granted, outcome: 'refused', remedies }]],
    ['refuses nothing without the remedies', allAgreed, { ...refusal, remedies: null }, 'remedies-missing'],
    ['decides nothing without reasons', allAgreed, { ...grant, reasons: '' }, 'reasons-missing'],
    [
      'grants nothing while the result of another service is missing',
      [awaiting, ...allAgreed.slice(1)],
      grant,
      'prerequisite-missing',
    ],
    [
      'grants nothing accepted by silence without its papers',
      [
        opened,
        receivedInPart('application'),
        { ...accepted, ground: 'silence' } as CaseEvent,
        ...allAgreed.slice(3),
      ],
      grant,
      'papers-missing',
    ],
    ['says why it is late', allAgreed, { ...grant, ...says('05-05', 'head') }, 'lateness-unexplained'],
    [
      'is late with a reason',
      allAgreed,
      { ...grant, ...says('05-05', 'head'), lateBecause: '系统故障' },
      [{ ...granted, ...says('05-05', 'head'), lateBecause: '系统故障' }],
    ],
    ['grants on a promise with a duty', onPromise, grant, [grantedOnPromise]],
    ['grants on a promise for a paper that was to follow', promisedToo, grant, [grantedOnPromise]],
    [
      'grants nothing once that promise is taken back',
      [...promisedToo, { ...promisedSince, type: 'promise-taken-back' } as CaseEvent],
      grant,
      'papers-missing',
    ],
    [
      'deems withdrawn what a paper did not follow',
      following,
      withdraw,
      [{ ...says('05-05', 'system'), type: 'withdrawn', ground: 'paper-not-followed' }],
    ],
    [
      'deems nothing withdrawn whose paper is promised since',
      [...following, promisedSince],
      withdraw,
      'period-not-over',
    ],
    [
      'gives a paper its days anew once its promise is taken back after the first had passed',
      [...following, promisedSince],
      { ...says('05-06', 'applicant'), type: 'take-back-promise', promise: 'C1' },
      [takenBackAnew],
    ],
    [
      'deems nothing withdrawn on the day after',
      [...following, promisedSince, takenBackAnew],
      { ...says('05-07', 'system'), type: 'deem-withdrawn' },
      'period-not-over',
    ],
    [
      'grants on no condition whose day is over',
      allAgreed,
      { ...grant, conditions: [{ id: 'k1', what: '恢复绿地', due: day('04-01') }] } as CaseCommand,
      'named-day-past',
    ],
    [
      'deems nothing withdrawn whose paper came with the answer to a correction',
      [...following, asked, answered],
      withdraw,
      'period-not-over',
    ],
    [
      'lets nobody promise whom the credit rules exclude',
      [opened],
      {
        ...says('04-20', 'applicant'),
        type: 'sign-promise',
        promise: 'C1',
        isExcluded: true,
        doGuardsHold: true,
      },
      'promise-excluded',
    ],
    [
      'lets nobody promise before the winning candidate is published',
      [opened],
      {
        ...says('04-20', 'applicant'),
        type: 'sign-promise',
        promise: 'C1',
        isExcluded: false,
        doGuardsHold: false,
      },
      'promise-guard-not-met',
    ],
    ['decides once', [...allAgreed, granted], grant, 'case-ended'],
    [
      'is taken back before the decision only',
      [...allAgreed, granted],
      { ...says('04-27', 'applicant'), type: 'withdraw' },
      'case-ended',
    ],
    [
      'delivers once',
      [...allAgreed, granted, { ...says('04-27', 'clerk'), type: 'delivered', how: 'electronic' }],
      { ...says('04-28', 'clerk'), type: 'deliver', how: 'counter' },
      'delivered-already',
    ],
  ]
  it.each(rows)('%s', (_, given, when, expected) => {
    expect(outcomeOf(given, when)).toEqual(expected)
  })
})
