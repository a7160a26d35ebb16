/**
 * The board as a spreadsheet: typed cells, the head frozen, and a sheet that says what was asked and under which rule.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listObligations } from '@guanjia/contract/supervision'
import type { ObligationRow } from './obligation-rows.ts'

type Board = RouteOutput<typeof listObligations>
type Cell = string | number | Date | null

interface Column {
  readonly title: string
  readonly width: number
  readonly of: (row: ObligationRow) => Cell
}

const columns: readonly Column[] = [
  { title: '灯色', width: 12, of: ({ shape, lightName }) => `${shape} ${lightName}` },
  { title: '类别', width: 12, of: ({ kindName }) => kindName },
  { title: '编号', width: 24, of: ({ number }) => number },
  { title: '事项', width: 40, of: ({ title }) => title },
  { title: '说明', width: 64, of: ({ sentence }) => sentence },
  { title: '责任单位', width: 32, of: ({ units }) => units.map(({ name }) => name).join('、') },
  { title: '园区', width: 28, of: ({ place }) => place },
  {
    title: '期限',
    width: 12,
    of: ({ due }) => (due === null ? null : new Date(`${due}T00:00:00Z`)),
  },
  { title: '逾期（日）', width: 10, of: ({ lateDays }) => lateDays },
]

/** What the file says of itself. */
export interface WorkbookNotes {
  readonly now: Date
  /** the filter by field */
  readonly filter: Readonly<Record<string, string | undefined>>
}

/** The bytes of an .xlsx file. */
export async function obligationWorkbook(
  { rows, on, rule }: Board,
  { now, filter }: WorkbookNotes,
): Promise<Buffer> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  book.created = now
  book.modified = now
  const sheet = book.addWorksheet('全部事项', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  })
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows)
    sheet.addRow(columns.map(({ of }) => of(row))).eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
    })
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  const notes = book.addWorksheet('说明')
  notes.columns = [{ width: 16 }, { width: 80 }]
  notes.addRows([
    ['日期', on],
    ['事项数', rows.length],
    ['筛选', chosen.length === 0 ? '全部' : chosen.map(([name, value]) => `${name} = ${value}`).join('，')],
    ['规则', rule.mark === 'U' ? `${rule.name}（待确认）` : rule.name],
    ['规则来源', rule.source],
  ])
  return Buffer.from(await book.xlsx.writeBuffer())
}
