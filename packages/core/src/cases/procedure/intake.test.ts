import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '../case-command.ts'
import type { CaseEvent } from '../case-event.ts'
import {
  accepted,
  answered,
  asked,
  day,
  gaps,
  opened,
  outcomeOf,
  type Row,
  received,
  receivedInPart,
  says,
} from '../example/example-life.ts'

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
  const takenBack: CaseEvent = {
    ...says('04-24', 'clerk'),
    type: 'correction-taken-back',
    correction: 'k1',
    reason: '误操作',
  }
  const silence: CaseCommand = { ...says('05-04', 'system'), type: 'accept-by-silence' }
  const rows: readonly Row[] = [
    ['accepts what is complete', [opened, received], accept, [accepted]],
    [
      'declines after a notice that was taken back',
      [opened, received, asked, takenBack],
      decline,
      [{ ...decline, type: 'declined' }],
    ],
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
      'accepts by silence once, however often somebody looks',
      [opened, received, { ...accepted, ...says('05-04', 'system'), ground: 'silence' } as CaseEvent],
      silence,
      'case-not-received',
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
    expect(outcomeOf(given, when)).toEqual(expected)
  })
})
