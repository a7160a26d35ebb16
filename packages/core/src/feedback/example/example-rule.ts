/**
 * A rule as a hotline has it and a calendar with a holiday in it: an example for tests of this room and of others.
 */

import { type PlainDate, plainDate, type WorkingCalendar, workingCalendar } from '../../calendar/index.ts'
import type { IssueRule } from '../clocks/issue-rule.ts'

const workingDays = (value: number) => ({ value, unit: 'working-days' }) as const

/** Five working days for a reply, ten more at most, two for the one return. */
export const exampleRule: IssueRule = {
  dispatchWithin: workingDays(1),
  contactWithin: workingDays(1),
  returnWithin: workingDays(2),
  replyWithin: workingDays(5),
  complexReplyWithin: workingDays(10),
  countFrom: 'dispatch',
  extensionAtMost: 10,
  signOffWithin: workingDays(3),
  callBackWithin: workingDays(1),
  reopenedReplyWithin: workingDays(5),
  escalateAfterReopenings: 1,
  silence: { callBacks: 3, after: workingDays(10) },
}

const labourDay = (days: readonly string[]) =>
  new Map<PlainDate, string>(days.map((day) => [plainDate(day), '劳动节']))

/** 2023 as far as Labour Day goes. */
export const exampleYear: WorkingCalendar = workingCalendar('example-2023', [
  {
    year: 2023,
    source: 'notice of 2022-12-08 on the holidays of 2023',
    daysOff: labourDay(['2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03']),
    makeUpDays: labourDay(['2023-04-23', '2023-05-06']),
  },
])
