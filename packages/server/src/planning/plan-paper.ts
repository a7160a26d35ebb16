/**
 * A plan on paper (PDF/A): one A3 sheet with diagram, steps and title block, or its steps alone as a list on A4.
 */

import { filled } from '@guanjia/core/kernel'
import type { PlanDiagram } from '@guanjia/core/planning'
import { drawQrCode, type Paper } from '../platform/documents/index.ts'
import { type PlanPaperSource, planDrawing, sheetMetrics } from './plan-drawing.ts'
import { titleCells } from './plan-sheet.ts'
import { diagramGroup, svgDocument } from './plan-svg.ts'
import { type PlanRow, planRows } from './plan-table.ts'
import type { PlanWords } from './plan-words.ts'

const chartWidth = 400
/** How the table is set: the fewer rows, the larger, in fewer columns. */
const settings = [
  { most: 18, parts: 1, size: 8.2, inset: 1.1 },
  { most: 36, parts: 2, size: 6.8, inset: 0.8 },
  { most: Infinity, parts: 3, size: 5.3, inset: 0.42 },
] as const
/** What stands below the chart: a row of the table, and what is not rows. */
const sheet = { height: 280, rowHeight: 3.05, beside: 7, tallest: 200, shortestBelow: 70 }

/** The A3 sheet of a plan. `at` is the day it was made. */
export function planPaper(source: PlanPaperSource, at: Date): Paper {
  const { plan, words } = source
  const rows = planRows(source)
  const { parts, size, inset } = settings.find(({ most }) => rows.length <= most) ?? settings[2]
  const perPart = Math.ceil(rows.length / parts)
  const below = Math.max(sheet.shortestBelow, (perPart + 1) * sheet.rowHeight + sheet.beside)
  const room = Math.min(sheet.tallest, sheet.height - below)
  const diagram = fitting(source, room / chartWidth)
  const chart = Math.min(room, (diagram.height / diagram.width) * chartWidth)
  const marks = { permit: plan.dates?.permit ?? '', ahead: plan.saved.workingDays }
  const title = titleOf(source)
  return {
    template: 'plan',
    at,
    data: {
      ...headOf(source),
      svg: svgDocument(diagram.width, diagram.height, title, diagramGroup(diagram, words, marks)),
      chart,
      size,
      inset,
      parts: Array.from({ length: parts }, (_, index) =>
        rows.slice(index * perPart, (index + 1) * perPart).map(written),
      ),
      notes: [...assumptionOf(source), words.legendLine, words.method],
      sheet: sheetLines(source, at),
    },
  }
}

/** The steps of a plan as a list on A4 sheets. */
export function planListPaper(source: PlanPaperSource, at: Date): Paper {
  const { plan, words } = source
  const { sheet: labels } = words
  const made = at.toISOString().slice(0, 10)
  return {
    template: 'plan-list',
    at,
    data: {
      ...headOf(source),
      made: `${labels.made} ${made}`,
      tick: words.table.tick,
      rows: planRows(source).map(written),
      notes: [...assumptionOf(source), words.listLegend, words.method],
      sheet: [
        { label: labels.view, value: words.view[plan.view] },
        { label: labels.start, value: plan.dates?.start ?? '' },
        { label: labels.end, value: plan.dates?.end ?? '' },
      ],
    },
  }
}

function titleOf({ plan, words }: PlanPaperSource): string {
  return plan.view === 'approval' ? words.titleApproval : words.title
}

/** What both papers say: of what they are, the cells of the title block, the columns, the way to the newest version. */
function headOf(source: PlanPaperSource) {
  const { plan, words, project, link } = source
  return {
    title: `${project} ${titleOf(source)}`,
    author: words.author,
    keywords: [plan.view, ...plan.signed],
    demonstration: null,
    columns: columnsOf(words),
    cells: titleCells(plan, words).map(([heading, value, more]) => ({ heading, value, more })),
    live: link === undefined ? null : { svg: drawQrCode(link).svg, text: words.sheet.live },
  }
}

/** The diagram as wide as it must be to have the shape of the room it gets. */
function fitting(source: PlanPaperSource, shape: number): PlanDiagram {
  let diagram = planDrawing(source, 1000, sheetMetrics)
  for (let width = 1000; width <= 4000 && diagram.height > diagram.width * shape; width += 100)
    diagram = planDrawing(source, width, sheetMetrics)
  return diagram
}

function columnsOf({ table: { columns } }: PlanWords): readonly string[] {
  const { number, step, who, days, early, late, float } = columns
  return [number, step, who, days, early, late, float]
}

function written(row: PlanRow) {
  const { number, short, who, days, float, isCritical, isDuty } = row
  return {
    number,
    step: short,
    who,
    days,
    float,
    isCritical,
    isDuty,
    early: row.early ?? '',
    late: row.late ?? '',
  }
}

function assumptionOf({ plan, words }: PlanPaperSource): readonly string[] {
  const assumed = plan.dates?.assumedFrom
  return assumed ? [filled(words.assumed, { year: assumed.slice(0, 4) })] : []
}

function sheetLines({ plan, words }: PlanPaperSource, at: Date) {
  const { sheet: labels } = words
  const lines: readonly (readonly [string, string])[] = [
    [labels.view, words.view[plan.view]],
    [labels.start, plan.dates?.start ?? ''],
    [labels.end, plan.dates?.end ?? ''],
    [labels.made, at.toISOString().slice(0, 10)],
    [labels.catalogue, plan.catalogue.slice(0, 16)],
    [labels.by, `${words.author}　${labels.page}`],
  ]
  return lines.map(([label, value]) => ({ label, value }))
}
