/**
 * Facts and verdicts of a room in the words of the reader.
 */

import { fireClasses } from '@guanjia/core/premises'
import type { CallOutput } from '../../api/call.ts'
import type { SpaceTexts } from '../../texts/space-zh-cn.ts'

/** A room on the wire. */
export type OfferedRoom = Omit<CallOutput<'GET /api/space/rooms/:id'>, 'photos'>

/** A room beside the wishes on the wire. */
export type WeighedRoom = CallOutput<'GET /api/space/rooms'>['hits'][number]

type Facts = OfferedRoom['facts']
type Verdict = WeighedRoom['verdicts'][number]
type Language = 'zh-CN' | 'en'

const daysOfMonth = 30

/** A whole figure of a smaller unit as people read it, without zeros at the end. */
export function figureText(figure: number, decimals: number): string {
  return (figure / 10 ** decimals).toLocaleString('en-US', { maximumFractionDigits: decimals })
}

/** Where a room is: building, floor, unit. */
export function placeText({ building, floor, unit }: Facts, texts: SpaceTexts): string {
  return `${building} ${texts.room.floor(String(floor))} ${unit}`
}

/** The facts that firms ask first; the value, and a remark below it. */
export function firstFacts(facts: Facts, texts: SpaceTexts) {
  const { room } = texts
  const known = (figure: number | null, decimals: number, unit: string) =>
    figure === null ? room.unknown : `${figureText(figure, decimals)} ${unit}`
  const { rentFenPerSquareMetreDay: rent, areaSquareDecimetres: area, partSquareDecimetres: part } = facts
  const month = rent === null ? undefined : (rent * area * daysOfMonth) / 10_000
  return [
    {
      label: room.area,
      value: known(area, 2, texts.fields.area[1]),
      note: part === null ? room.whole : room.part(figureText(part, 2)),
    },
    { label: room.height, value: known(facts.heightCentimetres, 2, 'm') },
    { label: room.load, value: known(facts.loadKilogramsPerSquareMetre, 3, texts.fields.load[1]) },
    { label: room.power, value: known(facts.powerKilovoltAmperes, 0, 'kVA') },
    {
      label: room.rent,
      value: known(rent, 2, room.rentUnit),
      ...(month === undefined ? {} : { note: room.month(Math.round(month).toLocaleString('en-US')) }),
    },
  ]
}

const plainAir = 9

/** Everything else that is known, in the order of the table. */
export function otherFacts(facts: Facts, texts: SpaceTexts, day: (day: string) => string) {
  const { room } = texts
  const known = <T>(value: T | null, words: (value: T) => string) =>
    value === null ? room.unknown : words(value)
  const metres = (figure: number) => `${figureText(figure, 0)} m`
  return [
    {
      label: room.lift,
      value: known(facts.liftKilograms, (lift) => (lift === 0 ? room.noLift : `${figureText(lift, 3)} t`)),
    },
    {
      label: room.columns,
      value: known(
        facts.columnsCentimetres,
        (sides) => `${sides.map((side) => figureText(side, 2)).join(' × ')} m`,
      ),
    },
    { label: room.available, value: known(facts.availableFrom, day) },
    { label: room.industries, value: known(facts.industries, (codes) => codes.join('、')) },
    { label: room.fire, value: known(facts.fire, (rank) => fireClasses[rank - 1] ?? '') },
    { label: room.clean, value: cleanText(facts.clean, texts) },
    { label: room.metro, value: known(facts.metroMetres, metres) },
    { label: room.highway, value: known(facts.highwayMetres, metres) },
  ]
}

function cleanText(clean: number | null, { room }: SpaceTexts): string {
  if (clean === null) return room.unknown
  return clean === plainAir ? room.plainAir : `ISO ${clean}`
}

/** A wish with its unit: at least 1200 m². */
export function wishWords(
  { field, value }: { readonly field: Verdict['field']; readonly value: string },
  texts: SpaceTexts,
): string {
  const [label, unit] = texts.fields[field]
  return value === 'yes' ? label : `${label} ${value}${unit === '' ? '' : ` ${unit}`}`
}

const atMost: readonly Verdict['field'][] = ['area-at-most', 'clean', 'rent', 'floor', 'metro', 'highway']

/** Whether a wish holds for a room, and by how much it does not. */
export function verdictWords(
  verdict: Verdict,
  room: OfferedRoom,
  texts: SpaceTexts,
  language: Language,
): string {
  const { field, outcome, has } = verdict
  const [label, unit] = texts.fields[field]
  if (outcome === 'unknown') return texts.unknown(label)
  if (field === 'carrier') return texts.otherCarrier(room.carrier.name[language])
  if (outcome === 'met') return texts.met(label, has === 'yes' ? texts.room.yes : withUnit(has, unit))
  return missWords(verdict, texts)
}

function withUnit(figure: string | null, unit: string): string {
  return unit === '' ? (figure ?? '') : `${figure ?? ''} ${unit}`
}

function missWords({ field, has, by }: Verdict, texts: SpaceTexts): string {
  const [label, unit] = texts.fields[field]
  if (field === 'industry') return texts.industries(has ?? '')
  if (by === null) return texts.hasNot(label)
  if (field === 'available') return texts.late(has ?? '', by)
  if (atMost.includes(field)) return texts.over(label, withUnit(has, unit), withUnit(by, unit))
  // classes are counted and have no unit
  return texts.lacks(label, withUnit(has, unit), field === 'fire' ? by : withUnit(by, unit))
}
