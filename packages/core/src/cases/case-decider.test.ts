import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/index.ts'
import type { CaseCommand } from './case-command.ts'
import { handleCase } from './case-decider.ts'
import type { CaseEvent } from './case-event.ts'
import { replayCase } from './case-evolution.ts'
import { exampleCalendar, examplePermit } from './example/example-service.ts'

const day = (text: string) => plainDate(`2023-${text}`)
const says = (on: string, by: string) => ({ on: day(on), by })

const opened: CaseEvent = {
  ...says('04-20', 'applicant'),
  type: 'opened',
  applicant: 'applicant',
  service: examplePermit,
  awaits: [],
}
const awaiting: CaseEvent = { ...opened, awaits: ['M202'] } as CaseEvent
const allPapers = ['application', 'award', 'drawings']
const received: CaseEvent = {
  ...says('04-21', 'applicant'),
  type: 'received',
  channel: 'online',
  papers: allPapers,
}
const receivedInPart = (...papers: string[]): CaseEvent => ({ ...received, papers }) as CaseEvent
const gaps = [{ requirement: 'award', what: '请补交中标通知书' }]
const asked: CaseEvent = {
  ...says('04-24', 'clerk'),
  type: 'correction-requested',
  correction: 'k1',
  gaps,
  due: day('05-10'),
}
const answered: CaseEvent = {
  ...says('04-25', 'applicant'),
  type: 'correction-answered',
  correction: 'k1',
  papers: ['award'],
}
const accepted: CaseEvent = {
  ...says('04-24', 'clerk'),
  type: 'accepted',
  ground: 'complete',
  from: day('04-24'),
  follow: [],
}
const begun: CaseEvent = {
  ...says('04-24', 'clerk'),
  type: 'review-begun',
  authorities: ['approval', 'housing'],
}
const agreed = (authority: string): CaseEvent => ({
  ...says('04-25', authority),
  type: 'opinion-given',
  authority,
  opinion: 'agree',
  reasons: '符合条件',
  conditions: [],
})
const inReview = [opened, received, accepted, begun]
const allAgreed = [...inReview, agreed('approval'), agreed('housing')]
const promised: CaseEvent = { ...says('04-20', 'applicant'), type: 'promise-signed', promise: 'C1' }
const onPromise = [
  opened,
  promised,
  receivedInPart('application', 'drawings'),
  accepted,
  begun,
  agreed('approval'),
  agreed('housing'),
]
const grant = {
  ...says('04-26', 'head'),
  type: 'issue-decision',
  decision: 'd1',
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
} as const
const { conditions: _conditions, milestones: _milestones, ...said } = grant
const granted: CaseEvent = { ...said, type: 'decision-issued', duties: [] }
const duty = { id: 'C1', kind: 'paper-late', what: '中标通知书后补', due: day('05-12') } as const
const grantedOnPromise: CaseEvent = { ...said, type: 'decision-issued', duties: [duty] }
const started = (procedure: string, kind: string, on: string): CaseEvent => ({
  ...says(on, 'approval'),
  type: 'special-procedure-started',
  procedure,
  kind,
  reason: '技术复杂',
  expected: day('05-30'),
})
const lapsed: CaseEvent = {
  ...says('05-15', 'system'),
  type: 'duty-lapsed',
  duty: 'C1',
  rectifyBy: day('05-22'),
}
const failed: CaseEvent = { ...says('05-23', 'system'), type: 'rectification-failed', duty: 'C1' }
const proposed: CaseEvent = {
  ...says('05-24', 'officer'),
  type: 'revocation-proposed',
  ground: 'duty-not-made-up',
  reasons: '逾期未补正',
}

type Row = readonly [string, readonly CaseEvent[], CaseCommand, unknown]

function then(given: readonly CaseEvent[], when: CaseCommand): unknown {
  const answer = handleCase(replayCase(given), when, exampleCalendar)
  return answer.ok ? answer.value : answer.code
}

describe('intake', () => {
  const request: CaseCommand = {
    ...says('04-24', 'clerk'),
    type: 'request-correction',
    correction: 'k1',
    gaps,
  }
  const accept: CaseCommand = { ...says('04-24', 'clerk'), type: 'accept', follow: [] }
  const decline: CaseCommand = {
    ...says('04-24', 'clerk'),
    type: 'decline',
    ground: 'no-jurisdiction',
    reasons: '不属于本机关职权范围',
    properAuthority: '青岛市交通运输局',
  }
  const silence: CaseCommand = { ...says('05-04', 'system'), type: 'accept-by-silence' }
  const rows: readonly Row[] = [
    ['accepts what is complete', [opened, received], accept, [accepted]],
    ['tells every gap with the day to answer by', [opened, received], request, [asked]],
    [
      'asks for no correction without a gap',
      [opened, received],
      { ...request, gaps: [] } as CaseCommand,
      'gaps-missing',
    ],
    [
      'asks nobody for what a register supplies',
      [opened, received],
      { ...request, gaps: [{ requirement: 'licence', what: '营业执照' }] } as CaseCommand,
      'paper-from-register',
    ],
    [
      'raises no gap that the first notice did not name',
      [opened, received, asked, answered],
      {
        ...request,
        ...says('04-26', 'clerk'),
        correction: 'k2',
        gaps: [{ requirement: 'drawings', what: '请补交施工图' }],
      } as CaseCommand,
      'gap-not-told-before',
    ],
    [
      'may say that a gap told before is still one',
      [opened, received, asked, answered],
      { ...request, ...says('04-26', 'clerk'), correction: 'k2' },
      [{ ...asked, ...says('04-26', 'clerk'), correction: 'k2', due: day('05-12') }],
    ],
    [
      'gives no notice after the five days, even before the clock has spoken',
      [opened, received],
      { ...request, ...says('05-04', 'clerk') },
      'accepted-by-silence',
    ],
    [
      'still gives it on the fifth day, behind a make-up Sunday',
      [opened, received],
      { ...request, ...says('04-27', 'clerk') },
      [{ ...asked, ...says('04-27', 'clerk'), due: day('05-15') }],
    ],
    [
      'accepts by silence, from the day of receipt',
      [opened, received],
      silence,
      [{ ...accepted, ...says('05-04', 'system'), ground: 'silence', from: day('04-21') }],
    ],
    [
      'accepts nothing by silence while the time runs',
      [opened, received],
      { ...silence, ...says('04-27', 'system') },
      'notice-period-running',
    ],
    [
      'counts silence after an answer from the day of the answer',
      [opened, received, asked, answered],
      { ...silence, ...says('05-06', 'system') },
      [{ ...accepted, ...says('05-06', 'system'), ground: 'silence', from: day('04-25') }],
    ],
    [
      'accepts on tolerance what may follow, due within the committed time',
      [opened, receivedInPart('application', 'award')],
      { ...accept, follow: ['drawings'] },
      [
        {
          ...accepted,
          ground: 'tolerance',
          follow: [{ requirement: 'drawings', due: day('05-04') }],
        },
      ],
    ],
    [
      'lets nothing follow that the service does not let follow',
      [opened, receivedInPart('application', 'drawings')],
      { ...accept, follow: ['award'] },
      'paper-may-not-follow',
    ],
    ['accepts nothing incomplete', [opened, receivedInPart('application')], accept, 'papers-missing'],
    [
      'sends away to the authority that is competent',
      [opened, received],
      decline,
      [{ ...decline, type: 'declined' }],
    ],
    [
      'names the competent authority',
      [opened, received],
      { ...decline, properAuthority: null } as CaseCommand,
      'proper-authority-missing',
    ],
    [
      'takes on whoever mended what was asked for',
      [opened, received, asked, answered],
      { ...decline, ...says('04-26', 'clerk') } as CaseCommand,
      'correction-answered-already',
    ],
    [
      'takes no answer that leaves a gap',
      [opened, received, asked],
      { ...says('04-25', 'applicant'), type: 'answer-correction', papers: ['drawings'] },
      'papers-missing',
    ],
    [
      'takes no answer after its day',
      [opened, received, asked],
      { ...says('05-11', 'applicant'), type: 'answer-correction', papers: ['award'] },
      'correction-overdue',
    ],
    [
      'deems withdrawn what was not mended',
      [opened, received, asked],
      { ...says('05-11', 'system'), type: 'deem-withdrawn' },
      [{ ...says('05-11', 'system'), type: 'withdrawn', ground: 'correction-not-answered' }],
    ],
    [
      'waits until the last day is over',
      [opened, received, asked],
      { ...says('05-10', 'system'), type: 'deem-withdrawn' },
      'period-not-over',
    ],
    [
      'takes no command dated before the last event',
      [opened, received],
      { ...accept, ...says('04-20', 'clerk') },
      'dated-before-last-event',
    ],
  ]
  it.each(rows)('%s', (_, given, when, expected) => {
    expect(then(given, when)).toEqual(expected)
  })
})

describe('review', () => {
  const opinion: CaseCommand = {
    ...says('04-25', 'housing'),
    type: 'give-opinion',
    authority: 'housing',
    opinion: 'agree',
    reasons: '符合条件',
    conditions: [],
  }
  const start = (kind: string, procedure = 'p2', on = '04-26'): CaseCommand => ({
    ...says(on, 'approval'),
    type: 'start-special-procedure',
    procedure,
    kind,
    reason: '技术复杂',
  })
  const extend: CaseCommand = {
    ...says('04-26', 'head'),
    type: 'extend-limit',
    workingDays: 10,
    reason: '情况复杂',
  }
  const consulted: CaseEvent = {
    ...says('04-25', 'approval'),
    type: 'consultation-opened',
    consultation: 'q1',
    asked: 'fire',
    question: '是否涉及特殊消防',
    due: day('04-28'),
  }
  const rows: readonly Row[] = [
    ['hears a department', inReview, opinion, [agreed('housing')]],
    ['hears it once', [...inReview, agreed('housing')], opinion, 'opinion-given-already'],
    [
      'hears no authority that was not asked',
      inReview,
      { ...opinion, authority: 'water' } as CaseCommand,
      'authority-not-asked',
    ],
    [
      'wants reasons for every opinion',
      inReview,
      { ...opinion, reasons: ' ' } as CaseCommand,
      'reasons-missing',
    ],
    [
      'decides nothing while a department is silent',
      [...inReview, agreed('housing')],
      grant,
      'opinions-missing',
    ],
    [
      'decides nothing while a consultation is open',
      [...allAgreed, consulted],
      grant,
      'consultation-running',
    ],
    [
      'decides nothing while experts review',
      [...allAgreed, started('p1', 'expert-review', '04-25')],
      grant,
      'special-procedure-running',
    ],
    [
      'runs two special procedures at once',
      [...inReview, started('p1', 'expert-review', '04-25')],
      start('publicity'),
      [{ ...started('p2', 'publicity', '04-26'), expected: day('05-06') }],
    ],
    [
      'starts none twice',
      [...inReview, started('p1', 'expert-review', '04-25')],
      start('expert-review'),
      'special-procedure-running',
    ],
    [
      'knows no procedure that the service does not have',
      inReview,
      start('hearing'),
      'special-procedure-unknown',
    ],
    [
      'asks for no correction while experts review',
      [...inReview, started('p1', 'expert-review', '04-25')],
      { ...says('04-26', 'approval'), type: 'request-correction', correction: 'k1', gaps },
      'special-procedure-running',
    ],
    [
      'is extended once',
      [...inReview, { ...says('04-25', 'head'), type: 'limit-extended', workingDays: 5, reason: '复杂' }],
      extend,
      'limit-extended-already',
    ],
    [
      'is extended by ten working days at most',
      inReview,
      { ...extend, workingDays: 11 } as CaseCommand,
      'extension-too-long',
    ],
    [
      'is not extended when its time is over',
      inReview,
      { ...extend, ...says('05-16', 'head') } as CaseCommand,
      'limit-over',
    ],
  ]
  it.each(rows)('%s', (_, given, when, expected) => {
    expect(then(given, when)).toEqual(expected)
  })
})

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
    expect(then(given, when)).toEqual(expected)
  })
})

describe('duties and revocation', () => {
  const owing = [...onPromise, grantedOnPromise]
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
  const rows: readonly Row[] = [
    [
      'is made up',
      owing,
      { ...says('05-10', 'applicant'), type: 'make-up-duty', duty: 'C1', isProven: true },
      [{ ...says('05-10', 'applicant'), type: 'duty-made-up', duty: 'C1' }],
    ],
    [
      'is not made up by saying so',
      owing,
      { ...says('05-10', 'applicant'), type: 'make-up-duty', duty: 'C1', isProven: false },
      'papers-missing',
    ],
    ['lapses on the day after the last', owing, lapse, [lapsed]],
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
      { ...says('05-22', 'applicant'), type: 'make-up-duty', duty: 'C1', isProven: true },
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
    expect(then(given, when)).toEqual(expected)
  })
})

describe('national status codes', () => {
  const ended = (procedure: string, on: string): CaseEvent => ({
    ...says(on, 'approval'),
    type: 'special-procedure-ended',
    procedure,
    outcome: '通过',
  })
  const madeUp: CaseEvent = { ...says('05-10', 'applicant'), type: 'duty-made-up', duty: 'C1' }
  const withdrawn: CaseEvent = {
    ...says('04-28', 'applicant'),
    type: 'withdrawn',
    ground: 'applicant',
  }
  const both = [...inReview, started('p1', 'expert-review', '04-25'), started('p2', 'publicity', '04-26')]
  const rows: readonly (readonly [string, readonly CaseEvent[], readonly number[]])[] = [
    ['a grant', [...allAgreed, granted], [1, 3, 8, 11]],
    ['a grant on a promise, made up', [...onPromise, grantedOnPromise, madeUp], [1, 3, 8, 12, 11]],
    [
      'a correction before acceptance',
      [opened, received, asked, answered, { ...accepted, ...says('04-26', 'clerk') }],
      [1, 6, 7, 3],
    ],
    ['a correction in the review', [...inReview, asked, answered], [1, 3, 8, 6, 7, 8]],
    [
      'overlapping special procedures',
      [...both, ended('p1', '04-27'), ended('p2', '04-28')],
      [1, 3, 8, 9, 10, 8],
    ],
    ['a withdrawal among experts', [...both, withdrawn], [1, 3, 8, 9, 10, 8, 14]],
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
