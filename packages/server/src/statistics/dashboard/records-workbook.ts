/**
 * The records behind a figure as a spreadsheet: typed cells, the head frozen, and a sheet that says what was counted.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listRecords } from '@guanjia/contract/statistics'

type Listed = RouteOutput<typeof listRecords>

const words = {
  'zh-CN': {
    number: '编号',
    title: '事项',
    unit: '单位',
    yes: '是',
    no: '否',
    notes: '说明',
    period: '期间',
    total: '记录数',
    source: '口径来源',
  },
  en: {
    number: 'Number',
    title: 'About',
    unit: 'Unit',
    yes: 'yes',
    no: 'no',
    notes: 'Notes',
    period: 'Period',
    total: 'Records',
    source: 'Source',
  },
} as const

/** What the file says of itself. */
export interface RecordsNotes {
  readonly now: Date
  readonly source: string
  readonly language: 'zh-CN' | 'en'
}

/** The bytes of an .xlsx file. */
export async function recordsWorkbook(
  listed: Listed,
  { now, source, language }: RecordsNotes,
): Promise<Buffer> {
  const { Workbook } = (await import('exceljs')).default
  const { name, metName, dayName, rows, from, asOf, total, met } = listed
  const text = words[language]
  const book = new Workbook()
  book.created = now
  book.modified = now
  const sheet = book.addWorksheet(name.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  })
  sheet.columns = [
    { header: text.number, width: 24 },
    { header: text.title, width: 48 },
    { header: dayName, width: 14, style: { numFmt: 'yyyy-mm-dd' } },
    { header: text.unit, width: 28 },
    { header: metName, width: 18 },
  ]
  sheet.getRow(1).font = { bold: true }
  for (const row of rows)
    sheet.addRow([
      row.number,
      row.title,
      new Date(`${row.day}T00:00:00Z`),
      row.unit,
      row.met ? text.yes : text.no,
    ])
  const notes = book.addWorksheet(text.notes)
  notes.columns = [{ width: 20 }, { width: 80 }]
  notes.addRows([
    [text.period, `${from} – ${asOf}`],
    [text.total, total],
    [metName, met],
    [text.source, source],
  ])
  return Buffer.from(await book.xlsx.writeBuffer())
}
