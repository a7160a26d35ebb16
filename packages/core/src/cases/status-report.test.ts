import { describe, expect, it } from 'vitest'
import type { CaseEvent } from './case-event.ts'
import { replayCase } from './case-evolution.ts'
import {
  accepted,
  allAgreed,
  answered,
  asked,
  failed,
  granted,
  grantedOnPromise,
  inReview,
  lapsed,
  onPromise,
  opened,
  proposed,
  received,
  says,
  started,
} from './example/example-life.ts'

describe('national status codes', () => {
  const ended = (procedure: string, on: string): CaseEvent => ({
    ...says(on, 'approval'),
    type: 'special-procedure-ended',
    procedure,
    outcome: '通过',
  })
  const madeUp: CaseEvent = { ...says('05-10', 'applicant'), type: 'duty-made-up', duty: 'C1' }
  const returned: CaseEvent = {
    ...says('05-11', 'officer'),
    type: 'duty-returned',
    duty: 'C1',
    reasons: '不是中标通知书',
    rectifyBy: null,
  }
  const withdrawn: CaseEvent = {
    ...says('04-28', 'applicant'),
    type: 'withdrawn',
    ground: 'applicant',
  }
  const suspended: CaseEvent = {
    ...says('04-26', 'head'),
    type: 'suspended',
    suspension: 's1',
    ground: 'force-majeure',
    reason: '台风',
    expected: null,
  }
  const resumed: CaseEvent = {
    ...says('05-08', 'head'),
    type: 'resumed',
    suspension: 's1',
    reason: '台风已过',
    follow: [],
  }
  const both = [...inReview, started('p1', 'expert-review', '04-25'), started('p2', 'publicity', '04-26')]
  const rows: readonly (readonly [string, readonly CaseEvent[], readonly number[]])[] = [
    ['a grant', [...allAgreed, granted], [1, 3, 8, 11]],
    ['a grant on a promise, made up', [...onPromise, grantedOnPromise, madeUp], [1, 3, 8, 12, 11]],
    [
      'a grant on a promise, made up with the wrong paper',
      [...onPromise, grantedOnPromise, madeUp, returned],
      [1, 3, 8, 12, 11, 12],
    ],
    [
      'a correction before acceptance',
      [opened, received, asked, answered, { ...accepted, ...says('04-26', 'clerk') }],
      [1, 6, 7, 3],
    ],
    [
      'a case declined after a notice that was taken back',
      [
        opened,
        received,
        asked,
        { ...says('04-24', 'clerk'), type: 'correction-taken-back', correction: 'k1', reason: '误操作' },
        {
          ...says('04-24', 'clerk'),
          type: 'declined',
          ground: 'no-jurisdiction',
          reasons: '不属于本机关职权范围',
          properAuthority: '交通运输局',
        },
      ],
      [1, 6, 7, 5],
    ],
    ['a correction in the review', [...inReview, asked, answered], [1, 3, 8, 6, 7, 8]],
    [
      'overlapping special procedures',
      [...both, ended('p1', '04-27'), ended('p2', '04-28')],
      [1, 3, 8, 9, 10, 8],
    ],
    ['a withdrawal among experts', [...both, withdrawn], [1, 3, 8, 9, 10, 8, 14]],
    [
      'a suspension as a hold',
      [...inReview, suspended, { ...resumed, ...says('05-08', 'head') }],
      [1, 3, 8, 9, 10, 8],
    ],
    [
      'a suspension among experts as the one hold it is',
      [
        ...inReview,
        started('p1', 'expert-review', '04-25'),
        suspended,
        ended('p1', '04-27'),
        { ...resumed, ...says('05-08', 'head') },
      ],
      [1, 3, 8, 9, 10, 8],
    ],
    ['a withdrawal from a suspension', [...inReview, suspended, withdrawn], [1, 3, 8, 9, 10, 8, 14]],
    ['a withdrawal while correcting', [opened, received, asked, withdrawn], [1, 6, 2]],
    ['a withdrawal after the answer', [opened, received, asked, answered, withdrawn], [1, 6, 2]],
    [
      'a revocation',
      [
        ...onPromise,
        grantedOnPromise,
        lapsed,
        failed,
        proposed,
        { ...says('05-25', 'head'), type: 'revoked', proposedBy: 'officer', ground: 'duty-not-made-up' },
      ],
      [1, 3, 8, 12, 15],
    ],
  ]
  it.each(rows)('tell %s', (_, events, codes) => {
    expect(replayCase(events)?.statuses).toEqual(codes)
  })
})
