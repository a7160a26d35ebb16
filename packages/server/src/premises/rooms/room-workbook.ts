/**
 * The table of a carrier as a spreadsheet, out and in. Columns are found by their titles, in any order; every cell is read
 * as the text it shows.
 */

import { addDays, plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  fireClasses,
  neededColumns,
  type RoomCells,
  type RoomColumn,
  roomColumns,
} from '@guanjia/core/premises'
import type { CellValue, Worksheet } from 'exceljs'
import type { WrittenLine } from './room-line.ts'

interface Column {
  readonly title: string
  readonly width: number
  readonly meaning: string
  readonly choices?: readonly string[]
}

const yesOrNo = ['是', '否']

/** Titles, widths and meanings in the order of the table. */
const columns: Readonly<Record<RoomColumn, Column>> = {
  building: { title: '楼栋', width: 12, meaning: '载体内的楼栋名称' },
  floor: { title: '楼层', width: 8, meaning: '一层填 1，地下填负数' },
  unit: { title: '房号', width: 12, meaning: '同一楼栋同一楼层内不重复' },
  area: { title: '面积（㎡）', width: 12, meaning: '可出租面积，最多两位小数' },
  part: { title: '最小分割（㎡）', width: 14, meaning: '可分割出租的填最小一份，整租的留空' },
  height: { title: '层高（m）', width: 10, meaning: '梁下净高，最多两位小数' },
  load: { title: '承重（t/㎡）', width: 12, meaning: '楼面或地面均布活荷载' },
  columns: { title: '柱距（m）', width: 12, meaning: '例：8.4×9' },
  lift: { title: '货梯（t）', width: 10, meaning: '额定载重，没有货梯填 0' },
  power: { title: '供电（kVA）', width: 12, meaning: '可分给本房间的变压器容量' },
  water: { title: '供水', width: 8, meaning: '是、否，不清楚留空', choices: yesOrNo },
  gas: { title: '燃气', width: 8, meaning: '是、否，不清楚留空', choices: yesOrNo },
  steam: { title: '蒸汽', width: 8, meaning: '是、否，不清楚留空', choices: yesOrNo },
  sewage: { title: '排污', width: 8, meaning: '能否排放生产废水', choices: yesOrNo },
  exhaust: { title: '排风', width: 8, meaning: '能否安装工艺排风', choices: yesOrNo },
  industries: { title: '准入行业', width: 20, meaning: '园区环评准入的行业大类代码，例：C35、C39' },
  fire: {
    title: '火灾危险性',
    width: 12,
    meaning: '按建筑能承接的最高类别填',
    choices: fireClasses.map((name) => `${name}类`),
  },
  clean: {
    title: '洁净等级',
    width: 10,
    meaning: 'ISO 等级 5 至 8，普通空间填 9',
    choices: ['5', '6', '7', '8', '9'],
  },
  rent: { title: '租金（元/㎡·天）', width: 16, meaning: '含税单价，最多两位小数' },
  available: { title: '可入驻日期', width: 14, meaning: '例：2026-12-01' },
  registrable: { title: '可注册', width: 8, meaning: '能否登记为企业住所', choices: yesOrNo },
  title: { title: '产权清晰', width: 10, meaning: '出租人持有产权或者授权', choices: yesOrNo },
  metro: { title: '距地铁（m）', width: 12, meaning: '到最近地铁站的步行距离' },
  highway: { title: '距高速（m）', width: 12, meaning: '到最近高速口的车行距离' },
}

const sheetName = '房源'
const spareLines = 100

/** The bytes of an .xlsx file: the rooms, lines to fill in below them, and a sheet that explains the columns. */
export async function roomWorkbook(rooms: readonly RoomCells[], now: Date): Promise<Buffer> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  book.created = now
  book.modified = now
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1, xSplit: 3 }] })
  sheet.columns = roomColumns.map((column) => ({
    header: titleOf(column),
    width: columns[column].width,
    style: { numFmt: '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  for (const cells of rooms) sheet.addRow(roomColumns.map((column) => cells[column] ?? ''))
  offerChoices(sheet, rooms.length + spareLines)
  const notes = book.addWorksheet('说明')
  notes.addRow(['列', '必填', '怎么填'])
  for (const column of roomColumns)
    notes.addRow([
      columns[column].title,
      neededColumns.includes(column) ? '必填' : '',
      columns[column].meaning,
    ])
  notes.columns = [{ width: 18 }, { width: 8 }, { width: 60 }]
  return Buffer.from(await book.xlsx.writeBuffer())
}

function titleOf(column: RoomColumn): string {
  return `${columns[column].title}${neededColumns.includes(column) ? '*' : ''}`
}

/** Lists to choose from in the cells of a column. */
function offerChoices(sheet: Worksheet, lines: number): void {
  for (const [place, column] of roomColumns.entries()) {
    const { choices } = columns[column]
    if (choices === undefined) continue
    for (let line = 2; line <= lines + 1; line += 1)
      sheet.getCell(line, place + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${choices.join(',')}"`],
      }
  }
}

/** Reads the lines of the first sheet; refuses what is no spreadsheet, and one without the columns that are needed. */
export async function readWorkbook(
  bytes: Buffer,
): Promise<Result<readonly WrittenLine[], 'workbook-not-readable'>> {
  const sheet = await firstSheet(bytes)
  if (sheet === undefined) return refuse('workbook-not-readable')
  const places = new Map<RoomColumn, number>()
  sheet.getRow(1).eachCell((cell, place) => {
    const title = textOf(cell.value).replace(/\*$/, '')
    const column = roomColumns.find((each) => columns[each].title === title)
    if (column !== undefined) places.set(column, place)
  })
  if (neededColumns.some((column) => !places.has(column))) return refuse('workbook-not-readable')
  const lines: WrittenLine[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const cells = [...places].map(
      ([column, place]) => [column, cellText(column, row.getCell(place).value)] as const,
    )
    const filled = cells.filter(([, text]) => text !== '')
    if (filled.length > 0) lines.push({ row: number, cells: Object.fromEntries(filled) })
  })
  return accept(lines)
}

async function firstSheet(bytes: Buffer): Promise<Worksheet | undefined> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  try {
    await book.xlsx.load(Uint8Array.from(bytes).buffer)
  } catch {
    return undefined
  }
  return book.worksheets[0]
}

const spreadsheetEpoch = plainDate('1899-12-30')

/** What a cell of a column shows; a day that is written into a cell for text stands there as the number of the day. */
function cellText(column: RoomColumn, value: CellValue): string {
  const isDayNumber = column === 'available' && typeof value === 'number' && Number.isInteger(value)
  return isDayNumber ? addDays(spreadsheetEpoch, value) : textOf(value)
}

/** What a cell shows: a figure without the trail of its float, a date as a day, the result of a formula. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(Number(value.toFixed(4)))
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('result' in value) return textOf(value.result as CellValue)
  return 'text' in value ? String(value.text).trim() : ''
}
