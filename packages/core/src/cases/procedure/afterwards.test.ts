import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '../case-command.ts'
import type { CaseEvent } from '../case-event.ts'
import {
  allAgreed,
  day,
  failed,
  granted,
  grantedOnPromise,
  lapsed,
  onPromise,
  outcomeOf,
  proposed,
  type Row,
  says,
} from '../example/example-life.ts'

describe('duties and revocation', () => {
  const owing = [...onPromise, grantedOnPromise]
  const condition = { id: 'n1', kind: 'attached-condition', what: '夜间不得施工', due: day('05-20') } as const
  const withCondition = [...allAgreed, { ...granted, duties: [condition] } as CaseEvent]
  const lapse: CaseCommand = { ...says('05-15', 'system'), type: 'lapse-duty', duty: 'C1' }
  const extend: CaseCommand = {
    ...says('05-11', 'officer'),
    type: 'extend-duty',
    duty: 'C1',
    due: day('05-19'),
    reason: '公示延期',
  }
  const extended: CaseEvent = {
    ...says('05-11', 'officer'),
    type: 'duty-extended',
    duty: 'C1',
    due: day('05-19'),
    reason: '公示延期',
  }
  const propose: CaseCommand = {
    ...says('05-24', 'officer'),
    type: 'propose-revocation',
    ground: 'duty-not-made-up',
    reasons: '逾期未补正',
  }
  const made = (on: string): CaseEvent => ({ ...says(on, 'applicant'), type: 'duty-made-up', duty: 'C1' })
  const giveBack: CaseCommand = {
    ...says('05-15', 'officer'),
    type: 'return-duty',
    duty: 'C1',
    reasons: '是投标文件，不是中标通知书',
  }
  const returned = (on: string, rectifyBy: string | null): CaseEvent => ({
    ...says(on, 'officer'),
    type: 'duty-returned',
    duty: 'C1',
    reasons: '是投标文件，不是中标通知书',
    rectifyBy: rectifyBy === null ? null : day(rectifyBy),
  })
  const rows: readonly Row[] = [
    [
      'is made up',
      owing,
      { ...says('05-10', 'applicant'), type: 'make-up-duty', duty: 'C1', attached: ['award'] },
      [{ ...says('05-10', 'applicant'), type: 'duty-made-up', duty: 'C1' }],
    ],
    [
      'is not made up by saying so',
      owing,
      { ...says('05-10', 'applicant'), type: 'make-up-duty', duty: 'C1', attached: ['drawings'] },
      'duty-unproven',
    ],
    [
      'is not made up with nothing at all where it stood in for no paper',
      withCondition,
      { ...says('05-10', 'applicant'), type: 'make-up-duty', duty: 'n1', attached: [] },
      'duty-unproven',
    ],
    [
      'is made up with what is attached to the duty itself',
      withCondition,
      { ...says('05-10', 'applicant'), type: 'make-up-duty', duty: 'n1', attached: ['n1'] },
      [{ ...says('05-10', 'applicant'), type: 'duty-made-up', duty: 'n1' }],
    ],
    [
      'is open again when what came is not what was promised',
      [...owing, made('05-10')],
      { ...giveBack, ...says('05-12', 'officer') },
      [returned('05-12', null)],
    ],
    [
      'is rectified when it is returned after its day',
      [...owing, made('05-12')],
      giveBack,
      [returned('05-15', '05-22')],
    ],
    [
      'is taken by silence',
      [...owing, made('05-10')],
      { ...giveBack, ...says('05-18', 'officer') },
      'duty-accepted-by-silence',
    ],
    [
      'is not returned without reasons',
      [...owing, made('05-12')],
      { ...giveBack, reasons: ' ' },
      'reasons-missing',
    ],
    ['is not returned before it came', owing, giveBack, 'duty-not-open'],
    [
      'is made up again after its return',
      [...owing, made('05-12'), returned('05-15', '05-22')],
      { ...says('05-18', 'applicant'), type: 'make-up-duty', duty: 'C1', attached: ['award'] },
      [made('05-18')],
    ],
    ['lapses on the day after the last', owing, lapse, [lapsed]],
    ['lapses once, however often somebody looks', [...owing, lapsed], lapse, 'duty-not-open'],
    ['does not lapse on its last day', owing, { ...lapse, ...says('05-12', 'system') }, 'duty-not-due'],
    ['is extended', owing, extend, [extended]],
    ['is extended once', [...owing, extended], extend, 'duty-extended-already'],
    [
      'is extended by no more than it had',
      owing,
      { ...extend, due: day('05-29') } as CaseCommand,
      'duty-extension-too-long',
    ],
    [
      'may be mended in rectification',
      [...owing, lapsed],
      { ...says('05-22', 'applicant'), type: 'make-up-duty', duty: 'C1', attached: ['award'] },
      [{ ...says('05-22', 'applicant'), type: 'duty-made-up', duty: 'C1' }],
    ],
    [
      'has failed only after rectification',
      [...owing, lapsed],
      { ...says('05-22', 'system'), type: 'fail-rectification', duty: 'C1' },
      'rectification-running',
    ],
    ['leads to revocation once it failed', [...owing, lapsed, failed], propose, [proposed]],
    ['leads to none before', [...owing, lapsed], propose, 'revocation-ground-missing'],
    [
      'wants two people for a revocation',
      [...owing, lapsed, failed, proposed],
      { ...says('05-25', 'officer'), type: 'confirm-revocation' },
      'second-officer-required',
    ],
    [
      'revokes with the second',
      [...owing, lapsed, failed, proposed],
      { ...says('05-25', 'head'), type: 'confirm-revocation' },
      [
        {
          ...says('05-25', 'head'),
          type: 'revoked',
          proposedBy: 'officer',
          ground: 'duty-not-made-up',
        },
      ],
    ],
  ]
  it.each(rows)('%s', (_, given, when, expected) => {
    expect(outcomeOf(given, when)).toEqual(expected)
  })
})
