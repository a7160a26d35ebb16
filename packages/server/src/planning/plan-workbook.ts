/**
 * A plan as a spreadsheet: summary, steps, commitments.
 */

import { filled } from '@guanjia/core/kernel'
import type { PlanAdvice } from '@guanjia/core/planning'
import type { PlanPaperSource } from './plan-drawing.ts'
import { planRows } from './plan-table.ts'
import type { PlanWords } from './plan-words.ts'

/** The bytes of an .xlsx file. `at` is written into it. */
export async function planWorkbook(source: PlanPaperSource, at: Date): Promise<Buffer> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  book.creator = source.words.author
  book.created = at
  book.modified = at
  fillSheet(book.addWorksheet(source.words.workbook.summary), summary(source), [18, 48])
  fillSheet(
    book.addWorksheet(source.words.workbook.steps),
    steps(source),
    [6, 8, 46, 22, 10, 12, 12, 12, 18, 60],
  )
  fillSheet(book.addWorksheet(source.words.workbook.commitments), commitments(source), [8, 44, 8, 12, 48])
  return Buffer.from(await book.xlsx.writeBuffer())
}

type Cell = string | number | Date | null
type Rows = readonly (readonly Cell[])[]

/** A sheet as it is needed here. */
interface Sheet {
  addRow(cells: Cell[]): {
    font: { bold?: boolean }
    eachCell(style: (cell: { numFmt: string; value: unknown }) => void): void
  }
  getColumn(place: number): { width?: number }
  views: object[]
}

function fillSheet(sheet: Sheet, [head = [], ...body]: Rows, widths: readonly number[]): void {
  sheet.addRow([...head]).font = { bold: true }
  for (const cells of body) {
    sheet.addRow([...cells]).eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
    })
  }
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
}

function summary({ plan, words, project }: PlanPaperSource): Rows {
  const { workingDays, dates, saved } = plan
  return [
    [words.sheet.project, project],
    [words.sheet.view, words.view[plan.view]],
    [words.sheet.start, day(dates?.start)],
    [words.facts.permit, day(dates?.permit) ?? words.facts.none],
    [words.facts.days, workingDays.permit],
    [words.sheet.end, day(dates?.end)],
    [words.workbook.signed, plan.signed.join('、')],
    [
      words.facts.saved,
      `${filled(words.workingDays, { n: saved.workingDays })} ${filled(words.facts.natural, { n: saved.naturalDays ?? 0 })}`,
    ],
    [words.sheet.catalogue, plan.catalogue],
    ['', dates?.assumedFrom ? filled(words.assumed, { year: dates.assumedFrom.slice(0, 4) }) : words.method],
  ]
}

function steps(source: PlanPaperSource): Rows {
  const { columns } = source.words.table
  const { number, step, who, days, start, early, late, float, basis } = columns
  const rows = planRows(source).map((row): readonly Cell[] => [
    row.number,
    row.id,
    row.step,
    row.who,
    row.days,
    day(row.start),
    day(row.early),
    day(row.late),
    row.float,
    row.basis,
  ])
  return [[number, '', step, who, days, start, early, late, float, basis], ...rows]
}

function commitments({ plan, words, commitments }: PlanPaperSource): Rows {
  const { workbook } = words
  const names = new Map(commitments.map(({ id, name }) => [id, name['zh-CN'] ?? id]))
  const rows = plan.commitments.map(({ id, signed, advice }): readonly Cell[] => [
    id,
    names.get(id) ?? id,
    signed ? workbook.yes : workbook.no,
    'workingDays' in advice ? advice.workingDays : 0,
    adviceText(advice, words),
  ])
  return [['', workbook.commitments, workbook.signed, workbook.saved, ''], ...rows]
}

/** The sentence of a commitment. */
export function adviceText(advice: PlanAdvice, words: PlanWords): string {
  const sentence = words.advice[advice.code]
  if ('others' in advice) return filled(sentence, { others: advice.others.join('、') })
  return 'workingDays' in advice ? filled(sentence, { n: advice.workingDays }) : sentence
}

/** Midnight of the day; spreadsheets know no zone. */
function day(date: string | null | undefined): Date | null {
  return date ? new Date(`${date}T00:00:00Z`) : null
}
