/**
 * A risk in words: which step, whose turn, by when, how many days.
 */

import type { boardRow } from '@guanjia/contract/projects'
import type { PlainDate } from '@guanjia/core/calendar'
import { filled } from '@guanjia/core/kernel'
import { type OpenGate, type SlipRisk, willSlip } from '@guanjia/core/projects'
import type { output } from 'zod'
import type { ProjectsRoom } from '../projects-ports.ts'

type Language = 'zh-CN' | 'en'
type RiskView = NonNullable<output<typeof boardRow>['risk']>

const monthsInEnglish = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A day as a sentence has it. */
export function dayInWords(date: string, language: Language): string {
  const [, month = 0, day = 0] = date.split('-').map(Number)
  return language === 'en' ? `${day} ${monthsInEnglish[month - 1]}` : `${month} 月 ${day} 日`
}

/** What a lane is called: one of the content's own, else an authority of the zone. */
export function laneName({ content, zone }: ProjectsRoom, lane: string, language: Language): string {
  const own = content.lanes.find(({ id }) => id === lane)
  if (own !== undefined) return own.name[language]
  const authorities = zone.zone['authorities'] as readonly { id: string; name: Record<Language, string> }[]
  return authorities.find(({ id }) => id === lane)?.name[language] ?? lane
}

/** A day on which time is measured. */
export interface Measure {
  readonly today: PlainDate
  /** working days after today up to a date, negative before */
  readonly daysUntil: (date: PlainDate) => number
  readonly dateAfter: (workingDays: number) => PlainDate
  /** working days left in this week */
  readonly daysOfWeek: number
}

/** The risk of a project as the wire has it. */
export function riskView(
  room: ProjectsRoom,
  { risk, open }: { readonly risk: SlipRisk; readonly open: OpenGate },
  { measure, language }: { readonly measure: Measure; readonly language: Language },
): RiskView {
  const { kind, gate, daysLeft, slip } = risk
  const by = kind === 'must-begin' ? measure.dateAfter(daysLeft) : open.lateOn
  const who = laneName(room, gate.court === 'applicant' ? 'applicant' : open.lane, language)
  const stepName = open.name[language] ?? open.name['zh-CN'] ?? open.step
  const days = kind === 'slips' ? slip : daysLeft
  const sentence = filled(room.content.risk[kind][language], {
    step: stepName,
    by: dayInWords(by, language),
    days,
    who,
  })
  return {
    kind,
    step: open.step,
    stepName,
    court: gate.court,
    who,
    daysLeft,
    slip,
    float: open.float,
    by,
    sentence,
    thisWeek: willSlip(risk, measure.daysOfWeek),
  }
}
