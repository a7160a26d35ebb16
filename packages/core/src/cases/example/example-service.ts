/**
 * A service for the tests and the simulator: a construction permit of two authorities with everything that may happen in it.
 */

import { type PlainDate, plainDate, type WorkingCalendar, workingCalendar } from '../../calendar/index.ts'
import type { CaseLimit, ServiceSnapshot } from '../service-snapshot.ts'

/** So many working days. */
export function workingDays(value: number): CaseLimit {
  return { value, unit: 'working-days', source: 'example', mark: 'G' }
}

/** Two authorities, five working days committed, seven natural days by statute. */
export const examplePermit: ServiceSnapshot = {
  id: 'M307',
  name: { 'zh-CN': '建筑工程施工许可证核发', en: 'Construction permit' },
  catalogueVersion: 'example-1',
  authorities: ['approval', 'housing'],
  oneTimeNotice: workingDays(5),
  committed: workingDays(5),
  statutory: { value: 20, unit: 'natural-days', source: 'example', mark: 'G' },
  extensionAtMost: 10,
  delivery: workingDays(10),
  correction: workingDays(10),
  requirements: [
    { id: 'application', name: { 'zh-CN': '申请表', en: 'Form' }, source: 'applicant', mayFollow: false },
    {
      id: 'award',
      name: { 'zh-CN': '中标通知书', en: 'Award letter' },
      source: 'applicant',
      mayFollow: false,
    },
    { id: 'drawings', name: { 'zh-CN': '施工图', en: 'Drawings' }, source: 'applicant', mayFollow: true },
    { id: 'licence', name: { 'zh-CN': '营业执照', en: 'Licence' }, source: 'register', mayFollow: false },
  ],
  specialProcedures: [
    {
      id: 'expert-review',
      name: { 'zh-CN': '专家评审', en: 'Expert review' },
      limit: workingDays(20),
      holds: ['committed', 'statutory'],
    },
    {
      id: 'publicity',
      name: { 'zh-CN': '公示', en: 'Publicity' },
      limit: workingDays(5),
      holds: ['committed'],
    },
  ],
  promises: [
    {
      id: 'C1',
      kind: 'paper-late',
      name: { 'zh-CN': '中标通知书后补', en: 'Award letter later' },
      replaces: ['award'],
      makeUp: { ...workingDays(10), from: 'decision' },
      rectification: workingDays(5),
    },
  ],
  jointReview: false,
}

const year2023 = {
  year: 2023,
  source: 'notice of 2022-12-08 on the holidays of 2023',
  daysOff: new Map<PlainDate, string>(
    ['2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03'].map((day) => [
      plainDate(day),
      '劳动节',
    ]),
  ),
  makeUpDays: new Map<PlainDate, string>([
    [plainDate('2023-04-23'), '劳动节'],
    [plainDate('2023-05-06'), '劳动节'],
  ]),
}

/** 2023 as far as Labour Day goes. */
export const exampleCalendar: WorkingCalendar = workingCalendar('example-2023', [year2023])
