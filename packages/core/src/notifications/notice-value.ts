/**
 * Values in notices: how each kind is written in either language, how long it may become, and what of it is masked.
 * Lengths are counted in UTF-16 code units, as an SMS in UCS-2 is.
 */

import { localMoment, parseInstant } from '../calendar/index.ts'
import { accept, type Result, refuse } from '../kernel/index.ts'
import type { ValueKind } from './notice-event.ts'

/** A language that notices are written in. */
export type NoticeLanguage = 'zh-CN' | 'en'

/** What the writing of a value depends on. */
export interface Writing {
  readonly language: NoticeLanguage
  /** minutes that the zone is ahead of UTC */
  readonly utcOffsetMinutes: number
}

/** Why a value cannot be written: it is of another form than its kind, or a link is longer than an SMS can carry. */
export type ValueRefusal = 'value-malformed' | 'value-too-long'

/**
 * The greatest length of each kind, in UTF-16 code units. Names that are longer are shortened with an ellipsis; links
 * and numbers that are longer are refused.
 */
export const longestValue: Readonly<Record<ValueKind, number>> = {
  'case-number': 14,
  'file-number': 24,
  'licence-number': 24,
  'entity-name': 20,
  'person-name': 5,
  'place-name': 12,
  'check-title': 30,
  article: 40,
  count: 4,
  date: 12,
  moment: 13,
  link: 46,
  remark: 300,
}

/** Kinds of which what is too long is cut, not refused. */
const shortened: ReadonlySet<ValueKind> = new Set([
  'entity-name',
  'place-name',
  'check-title',
  'article',
  'remark',
])

/** A value of the greatest length of its kind, to measure a text with. */
export function longestSample(kind: ValueKind): string {
  return '长'.repeat(longestValue[kind])
}

/** The name with everything after its first character hidden: 王小青 becomes 王**. At most three stars. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim()
  return first + '*'.repeat(Math.min(rest.length, 3))
}

/** The number with its middle hidden: 13900000001 becomes 139****0001; what is shorter than eight digits is hidden whole. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** The address with the name of the box hidden after its first character: lin@example.cn becomes l***@example.cn. */
export function maskMail(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '***' : `${address.slice(0, 1)}***${address.slice(at)}`
}

/** Writes a value as its kind asks. */
export function writeValue(
  kind: ValueKind,
  value: string | number,
  writing: Writing,
): Result<string, ValueRefusal> {
  const text = String(value)
  if (text.trim() === '') return refuse('value-malformed', { kind })
  if (shortened.has(kind)) return accept(shorten(text, longestValue[kind]))
  switch (kind) {
    case 'person-name':
      return accept(maskName(text))
    case 'moment':
      return writeMoment(text, writing)
    case 'date':
      return writeDate(text, writing)
    default:
      return text.length > longestValue[kind] ? refuse('value-too-long', { kind }) : accept(text)
  }
}

/** Never ends between the halves of a character outside the basic plane. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

function writeMoment(text: string, { language, utcOffsetMinutes }: Writing): Result<string, ValueRefusal> {
  const instant = parseInstant(text)
  if (!instant.ok) return refuse('value-malformed', { kind: 'moment' })
  const { date, minuteOfDay } = localMoment(instant.value, utcOffsetMinutes)
  const pad = (value: number) => String(value).padStart(2, '0')
  const clock = `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`
  const [, month = 0, day = 0] = date.split('-').map(Number)
  return accept(language === 'en' ? `${day} ${months[month - 1]} ${clock}` : `${month}月${day}日 ${clock}`)
}

function writeDate(text: string, { language }: Writing): Result<string, ValueRefusal> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return refuse('value-malformed', { kind: 'date' })
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  return accept(language === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`)
}
