/**
 * The steps of a plan as rows of a table, for paper and for spreadsheets.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { PlannedStep } from '@guanjia/core/planning'
import { daysText, inOrder, nameOf, type PlanPaperSource } from './plan-drawing.ts'
import type { PlanWords } from './plan-words.ts'

/** A row. */
export interface PlanRow {
  readonly number: number
  readonly id: string
  readonly step: string
  /** the name without what stands in brackets */
  readonly short: string
  readonly who: string
  readonly days: string
  readonly start: PlainDate | null
  readonly early: PlainDate | null
  readonly late: PlainDate | null
  /** 关键, 后补, or working days */
  readonly float: string
  readonly isCritical: boolean
  readonly isDuty: boolean
  /** article or rule, and 待确认 where facts or figures are */
  readonly basis: string
}

/** The rows in the order in which steps can be done. */
export function planRows(source: PlanPaperSource): readonly PlanRow[] {
  return inOrder(source.plan).map((step, index) => ({ number: index + 1, ...rowOf(step, source) }))
}

function rowOf(step: PlannedStep, { plan, words }: PlanPaperSource): Omit<PlanRow, 'number'> {
  const { id, name, lane, duty, dates, critical } = step
  const [reason] = plan.because[id] ?? []
  return {
    id,
    step: name['zh-CN'] ?? id,
    short: nameOf(step),
    who: words.lanes[lane] ?? lane,
    days: daysText(step, words),
    start: dates?.start ?? null,
    early: dates?.early ?? null,
    late: lastDay(step),
    float: floatWords(step, words),
    isCritical: critical,
    isDuty: duty !== undefined,
    basis: basisOf(reason?.basis, step, words),
  }
}

function lastDay({ duty, dates }: PlannedStep): PlainDate | null {
  return duty?.dueDate ?? dates?.late ?? null
}

function floatWords({ critical, totalFloat, duty }: PlannedStep, words: PlanWords): string {
  if (duty) return words.table.duty
  return critical ? words.table.critical : String(totalFloat ?? '')
}

type Basis = PlanPaperSource['plan']['because'][string][number]['basis']

function basisOf(basis: Basis | undefined, { mark, toBeConfirmed }: PlannedStep, words: PlanWords): string {
  const article =
    typeof basis === 'string'
      ? basis
      : (basis ?? [])
          .map(({ statute, article }) => (article === '' ? statute : `${statute} ${article}`))
          .join('；')
  return mark === 'U' || toBeConfirmed
    ? [article, words.table.toBeConfirmed].filter(Boolean).join('；')
    : article
}
