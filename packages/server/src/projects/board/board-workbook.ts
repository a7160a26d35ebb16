/**
 * The board as a spreadsheet: typed cells, the head frozen, and a sheet that says what the columns mean.
 */

import type { BoardFilter, BoardRow } from './board.ts'

type Cell = string | number | Date | null

interface Column {
  readonly title: string
  readonly width: number
  readonly meaning: string
  readonly of: (row: BoardRow) => Cell
}

const noRisk = '十个工作日内无风险'

const columns: readonly Column[] = [
  { title: '编号', width: 12, meaning: '项目编号', of: ({ number }) => number },
  { title: '项目', width: 36, meaning: '项目名称', of: ({ name }) => name },
  { title: '类型', width: 18, meaning: '项目类型', of: ({ kindName }) => kindName },
  { title: '主管家', width: 10, meaning: '现在的主管家', of: ({ primary }) => primary?.name ?? null },
  { title: '备岗', width: 10, meaning: '现在的备岗管家', of: ({ backup }) => backup?.name ?? null },
  {
    title: '下一关口',
    width: 36,
    meaning: '影响竣工日期、最先到期的事项',
    of: ({ risk }) => risk?.stepName ?? null,
  },
  { title: '等谁', width: 20, meaning: '现在该谁行动', of: ({ risk }) => risk?.who ?? null },
  {
    title: '最迟日期',
    width: 12,
    meaning: '到这一天必须开始或完成，否则竣工日期后移',
    of: ({ risk }) => day(risk?.by),
  },
  {
    title: '剩余工作日',
    width: 12,
    meaning: '距最迟日期还有几个工作日',
    of: ({ risk }) => risk?.daysLeft ?? null,
  },
  {
    title: '已晚工作日',
    width: 12,
    meaning: '照现在的进度晚几个工作日',
    of: ({ risk }) => risk?.slip ?? null,
  },
  { title: '说明', width: 60, meaning: '风险的一句话说明', of: ({ risk }) => risk?.sentence ?? noRisk },
  { title: '预计开工', width: 12, meaning: '最新一版流程图的开工日期', of: ({ permit }) => day(permit) },
  {
    title: '最近联系',
    width: 12,
    meaning: '最近一次走访、电话、消息或视频',
    of: ({ lastContactAt }) => day(lastContactAt),
  },
  {
    title: '下次联系',
    width: 12,
    meaning: '约定的下次联系日期',
    of: ({ nextContactOn }) => day(nextContactOn),
  },
  { title: '待答提问', width: 10, meaning: '还没有人答复的提问数', of: ({ openQuestions }) => openQuestions },
]

/** The bytes of an .xlsx file; `now` is written into it. */
export async function boardWorkbook(
  rows: readonly BoardRow[],
  { now, filter }: { readonly now: Date; readonly filter: BoardFilter },
): Promise<Buffer> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  book.created = now
  book.modified = now
  const sheet = book.addWorksheet('项目', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] })
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows)
    sheet.addRow(columns.map(({ of }) => of(row))).eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
    })
  const notes = book.addWorksheet('说明')
  notes.addRow(['生成时间', now])
  notes.getCell('B1').numFmt = 'yyyy-mm-dd hh:mm'
  notes.addRow(['项目数', rows.length])
  notes.addRow(['筛选', filterText(filter)])
  for (const { title, meaning } of columns) notes.addRow([title, meaning])
  notes.columns = [{ width: 16 }, { width: 60 }]
  return Buffer.from(await book.xlsx.writeBuffer())
}

function filterText(filter: BoardFilter): string {
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return chosen.length === 0 ? '全部' : chosen.map(([name, value]) => `${name} = ${value}`).join('，')
}

/** Midnight of a day, as spreadsheets keep dates. */
function day(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(`${text.slice(0, 10)}T00:00:00Z`)
}
