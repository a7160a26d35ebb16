/**
 * A room as a line of a table: every column a text, as it is typed into a spreadsheet. Reading a line gives the facts, or
 * every fault with its column; writing facts gives the line that reads as the same facts.
 */

import { parsePlainDate } from '../../calendar/index.ts'
import { decimal, scaled } from './decimal-figure.ts'
import { type CleanClass, type FireRank, fireClasses, type RoomFacts, roomFlags } from './room.ts'

/** The columns in the order of the table. */
export const roomColumns = [
  'building',
  'floor',
  'unit',
  'area',
  'part',
  'height',
  'load',
  'columns',
  'lift',
  'power',
  'water',
  'gas',
  'steam',
  'sewage',
  'exhaust',
  'industries',
  'fire',
  'clean',
  'rent',
  'available',
  'registrable',
  'title',
  'metro',
  'highway',
] as const

/** A column of the table. */
export type RoomColumn = (typeof roomColumns)[number]

/** A line of the table; a column that is missing is empty. */
export type RoomCells = Readonly<Partial<Record<RoomColumn, string>>>

/** Columns without which a room is not offered: what every firm asks first. */
export const neededColumns: readonly RoomColumn[] = [
  'building',
  'floor',
  'unit',
  'area',
  'height',
  'load',
  'power',
  'sewage',
  'exhaust',
  'rent',
  'available',
]

/** What is wrong with a column. */
export const cellFaults = [
  'missing',
  'not-a-number',
  'not-yes-or-no',
  'not-a-day',
  'not-a-choice',
  'out-of-range',
] as const

/** A column and what is wrong with it. */
export interface CellFault {
  readonly column: RoomColumn
  readonly code: (typeof cellFaults)[number]
}

/** Facts, or the faults. */
export type ReadRoom =
  | { readonly facts: RoomFacts; readonly faults?: never }
  | { readonly facts?: never; readonly faults: readonly CellFault[] }

interface Figure {
  /** decimals that the column may have; the figure is kept in that unit */
  readonly decimals: number
  readonly least: number
  readonly most: number
}

/** Columns of figures, bounded by what a building can be. */
const figures = {
  floor: { decimals: 0, least: -5, most: 120 },
  area: { decimals: 2, least: 100, most: 100_000_000 },
  part: { decimals: 2, least: 100, most: 100_000_000 },
  height: { decimals: 2, least: 180, most: 6_000 },
  load: { decimals: 3, least: 100, most: 50_000 },
  lift: { decimals: 3, least: 0, most: 50_000 },
  power: { decimals: 0, least: 0, most: 200_000 },
  rent: { decimals: 2, least: 0, most: 100_000 },
  metro: { decimals: 0, least: 0, most: 200_000 },
  highway: { decimals: 0, least: 0, most: 200_000 },
  clean: { decimals: 0, least: 5, most: 9 },
} as const satisfies Partial<Record<RoomColumn, Figure>>

type FigureColumn = keyof typeof figures

const longestName = 40
const yes = '是'
const no = '否'
const yesOrNo: Readonly<Record<string, boolean>> = { [yes]: true, 有: true, [no]: false, 无: false }
const industryForm = /^[A-T]\d{2}$/

/** Collects the faults of one line while its columns are read. */
function cellReader(cells: RoomCells) {
  const faults: CellFault[] = []
  const fault = (column: RoomColumn, code: CellFault['code']) => {
    faults.push({ column, code })
    return null
  }
  const text = (column: RoomColumn) => (cells[column] ?? '').trim()
  /** The text of a column, or null where it is empty. */
  const given = (column: RoomColumn): string | null => {
    const found = text(column)
    if (found !== '') return found
    return neededColumns.includes(column) ? fault(column, 'missing') : null
  }
  return { faults, fault, given }
}

type CellReader = ReturnType<typeof cellReader>

function figureIn({ given, fault }: CellReader, column: FigureColumn): number | null {
  const { decimals, least, most }: Figure = figures[column]
  const text = given(column)
  if (text === null) return null
  const figure = scaled(text.replaceAll(',', ''), decimals)
  if (figure === undefined) return fault(column, 'not-a-number')
  return figure < least || figure > most ? fault(column, 'out-of-range') : figure
}

function nameIn({ given, fault }: CellReader, column: RoomColumn): string {
  const name = given(column)
  return (name !== null && name.length > longestName ? fault(column, 'out-of-range') : name) ?? ''
}

function flagIn({ given, fault }: CellReader, column: RoomColumn): boolean | null {
  const text = given(column)
  return text === null ? null : (yesOrNo[text] ?? fault(column, 'not-yes-or-no'))
}

function columnsIn({ given, fault }: CellReader): RoomFacts['columnsCentimetres'] {
  const text = given('columns')
  if (text === null) return null
  const sides = text.split(/[×xX*]/).map((side) => scaled(side.trim(), 2))
  const [one, other = one, ...more] = sides
  if (one === undefined || other === undefined || more.length > 0) return fault('columns', 'not-a-number')
  return one < 100 || other < 100 || one > 10_000 || other > 10_000
    ? fault('columns', 'out-of-range')
    : [Math.min(one, other), Math.max(one, other)]
}

function industriesIn({ given, fault }: CellReader): readonly string[] | null {
  const text = given('industries')
  if (text === null) return null
  const codes = [...new Set(text.split(/[、，,;；\s]+/).filter((code) => code !== ''))].toSorted()
  return codes.every((code) => industryForm.test(code)) ? codes : fault('industries', 'not-a-choice')
}

function fireIn({ given, fault }: CellReader): FireRank | null {
  const text = given('fire')
  if (text === null) return null
  const place = fireClasses.findIndex((name) => name === text.replace(/类$/, ''))
  return place < 0 ? fault('fire', 'not-a-choice') : ((place + 1) as FireRank)
}

function dayIn({ given, fault }: CellReader): RoomFacts['availableFrom'] {
  const text = given('available')
  if (text === null) return null
  const day = parsePlainDate(text.replaceAll(/[/.]/g, '-'))
  return day.ok ? day.value : fault('available', 'not-a-day')
}

/** Reads a line. */
export function readRoom(cells: RoomCells): ReadRoom {
  const reader = cellReader(cells)
  const area = figureIn(reader, 'area')
  const part = figureIn(reader, 'part')
  if (area !== null && part !== null && part > area) reader.fault('part', 'out-of-range')
  const flags = Object.fromEntries(roomFlags.map((flag) => [flag, flagIn(reader, flag)])) as Pick<
    RoomFacts,
    (typeof roomFlags)[number]
  >
  const facts: RoomFacts = {
    ...flags,
    building: nameIn(reader, 'building'),
    floor: figureIn(reader, 'floor') ?? 0,
    unit: nameIn(reader, 'unit'),
    areaSquareDecimetres: area ?? 0,
    partSquareDecimetres: part,
    heightCentimetres: figureIn(reader, 'height'),
    loadKilogramsPerSquareMetre: figureIn(reader, 'load'),
    columnsCentimetres: columnsIn(reader),
    liftKilograms: figureIn(reader, 'lift'),
    powerKilovoltAmperes: figureIn(reader, 'power'),
    industries: industriesIn(reader),
    fire: fireIn(reader),
    clean: figureIn(reader, 'clean') as CleanClass | null,
    rentFenPerSquareMetreDay: figureIn(reader, 'rent'),
    availableFrom: dayIn(reader),
    metroMetres: figureIn(reader, 'metro'),
    highwayMetres: figureIn(reader, 'highway'),
  }
  const { faults } = reader
  const byColumn = (fault: CellFault) => roomColumns.indexOf(fault.column)
  return faults.length === 0
    ? { facts }
    : { faults: faults.toSorted((one, other) => byColumn(one) - byColumn(other)) }
}

/** The line of a room: read again, it gives the same facts. */
export function cellsOf(facts: RoomFacts): Readonly<Record<RoomColumn, string>> {
  const figure = (column: FigureColumn, value: number | null) => decimal(value, figures[column].decimals)
  const flag = (value: boolean | null) => (value === null ? '' : value ? yes : no)
  return {
    building: facts.building,
    floor: figure('floor', facts.floor),
    unit: facts.unit,
    area: figure('area', facts.areaSquareDecimetres),
    part: figure('part', facts.partSquareDecimetres),
    height: figure('height', facts.heightCentimetres),
    load: figure('load', facts.loadKilogramsPerSquareMetre),
    columns: facts.columnsCentimetres?.map((side) => decimal(side, 2)).join('×') ?? '',
    lift: figure('lift', facts.liftKilograms),
    power: figure('power', facts.powerKilovoltAmperes),
    water: flag(facts.water),
    gas: flag(facts.gas),
    steam: flag(facts.steam),
    sewage: flag(facts.sewage),
    exhaust: flag(facts.exhaust),
    industries: facts.industries?.join('、') ?? '',
    fire: facts.fire === null ? '' : (fireClasses[facts.fire - 1] ?? ''),
    clean: figure('clean', facts.clean),
    rent: figure('rent', facts.rentFenPerSquareMetreDay),
    available: facts.availableFrom ?? '',
    registrable: flag(facts.registrable),
    title: flag(facts.title),
    metro: figure('metro', facts.metroMetres),
    highway: figure('highway', facts.highwayMetres),
  }
}
