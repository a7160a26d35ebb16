import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '../case-command.ts'
import type { CaseEvent } from '../case-event.ts'
import {
  agreed,
  allAgreed,
  day,
  gaps,
  grant,
  inReview,
  opened,
  outcomeOf,
  type Row,
  says,
  started,
} from '../example/example-life.ts'
import { examplePermit, workingDays } from '../example/example-service.ts'

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
    [
      'is not extended in a procedure that was started when its time was over',
      [
        { ...opened, service: { ...examplePermit, statutory: workingDays(5) } } as CaseEvent,
        ...inReview.slice(1),
        started('p1', 'expert-review', '05-05'),
      ],
      { ...extend, ...says('05-05', 'head') } as CaseCommand,
      'limit-over',
    ],
  ]
  it.each(rows)('%s', (_, given, when, expected) => {
    expect(outcomeOf(given, when)).toEqual(expected)
  })
})
