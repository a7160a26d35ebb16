/**
 * The rule of the lights as a zone publishes it, with the words that explain a light.
 */

import { join } from 'node:path'
import { type PlainDate, parsePlainDate } from '@guanjia/core/calendar'
import { type LightReason, type LightRule, lights, orderLevels } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, number, object, type output, record, string, union } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })
const mark = choice(['S', 'G', 'U'])
const day = string().refine((text): text is PlainDate & string => parsePlainDate(text).ok, 'no day')
const span = object({
  value: int().min(0),
  unit: choice(['working-days', 'natural-days', 'months']),
}).strict()
function threshold<Unit extends string>(...units: readonly [Unit, ...Unit[]]) {
  const unit = choice(units)
  return union([
    object({ atLeast: number().min(0), unit }).strict(),
    object({ moreThan: number().min(0), unit }).strict(),
  ])
}
const months = threshold('months')
const progress = threshold('points', 'percent-of-plan')

const criteria = object({
  nearDue: object({ within: span, whilePredecessorOpen: boolean().exactOptional() }).strict().exactOptional(),
  overdue: object({ amberUpTo: span }).strict().exactOptional(),
  missedMonths: object({ amber: months, red: months }).strict().exactOptional(),
  behind: object({ amber: progress, red: progress }).strict().exactOptional(),
  amberMonths: int().min(1).exactOptional(),
}).strict()

const reason = choice([
  'on-time',
  'done',
  'done-late',
  'not-planned',
  'paused',
  'near-due',
  'overdue',
  'missed-months',
  'behind',
  'amber-too-long',
] satisfies LightReason['criterion'][])

const causes = ['enterprise', 'authority', 'force-majeure', 'policy', 'unclear'] as const

/** What a node is late through. */
export type LateCause = (typeof causes)[number]

const workingDays = object({ value: int().min(0), unit: choice(['working-days']) }).strict()

const file = object({
  source: string().min(1),
  mark,
  inForce: string(),
  causes: record(choice(causes), wording),
  enrolment: object({ uses: array(string()).min(1), unit: string(), source: string(), mark }),
  orders: object({
    issueWithin: workingDays,
    answerWithin: workingDays,
    climbAfter: workingDays,
    climbed: object({ unanswered: wording, 'still-red': wording }),
    source: string(),
    mark,
    levels: record(choice(orderLevels), wording),
    words: string().min(1),
    paper: object({
      author: string(),
      heading: string(),
      addressee: string(),
      file: string(),
      demonstration: string(),
      opening: string(),
      rows: object({
        project: string(),
        company: string(),
        node: string(),
        light: string(),
        level: string(),
        climbed: string(),
        answerBy: string(),
      }),
      closing: array(string()),
      footer: array(string()),
      signature: object({ reason: string(), location: string() }),
    }),
  }),
  board: object({ sentence: wording, stuck: wording, cause: wording }),
  nodes: array(object({ id: string(), name: wording })).min(1),
  lights: record(choice(lights), object({ shape: string().length(1), name: wording })),
  rules: array(
    object({
      id: string(),
      name: wording,
      from: day,
      source: string().min(1),
      mark,
      nodes: record(string(), criteria).default({}),
      otherwise: criteria,
    }).strict(),
  ).min(1),
  /** `overdue-at-once` is said where the first late day is red */
  reasons: record(choice([...reason.options, 'overdue-at-once']), wording),
  spans: record(span.shape.unit, wording),
})

/** The nodes, rules and words of the lights. */
export type LightsContent = output<typeof file>

/** Reads `supervision/lights.yaml` of a zone. */
export function readLightsContent(contentFolder: string): LightsContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/lights.yaml')))
}

/** The versions of one rule. */
export function rulesNamed({ rules }: LightsContent, id: string): readonly LightRule[] {
  return rules.filter((rule) => rule.id === id)
}

/** Why a light is what it is, in one sentence. */
export function lightSentence(
  { reasons, spans }: LightsContent,
  { criterion, values }: LightReason,
  language: 'zh-CN' | 'en',
): string {
  const { value, unit } = values
  const known = span.shape.unit.safeParse(unit)
  const said = known.success ? spans[known.data][language].replace('{value}', String(value)) : ''
  const atOnce = criterion === 'overdue' && value === 0
  return reasons[atOnce ? 'overdue-at-once' : criterion][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'span' ? said : valueSaid(values[name] ?? '', language),
  )
}

/** A day as people write it, 2026年10月12日; anything else as it is. */
function valueSaid(value: string | number, language: 'zh-CN' | 'en'): string {
  const text = String(value)
  if (language === 'en' || !parsePlainDate(text).ok) return text
  const [year, month, date] = text.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
