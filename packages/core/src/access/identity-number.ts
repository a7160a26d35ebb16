/**
 * The citizen identity number of GB 11643-1999: six digits of place, eight of birth, three of order, one check character.
 */

import { parsePlainDate } from '../calendar/index.ts'
import { accept, type Result, refuse } from '../kernel/index.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/** Why a number is not an identity number. */
export type IdentityNumberFinding =
  | 'length-not-18'
  | 'character-not-allowed'
  | 'province-unknown'
  | 'birth-date-impossible'
  | 'birth-date-in-future'
  | 'check-character-wrong'

/** What an identity number says about its bearer. */
export interface IdentityNumber {
  /** folded spelling: half-width, capital X */
  readonly text: string
  /** YYYY-MM-DD */
  readonly bornOn: string
  readonly sex: 'female' | 'male'
}

/** A finding with a sentence for the reader. */
export interface IdentityNumberReason {
  readonly finding: IdentityNumberFinding
  /** zh-CN; never repeats the number */
  readonly text: string
}

/** Whether a number holds together, and why not. */
export interface IdentityNumberVerdict {
  readonly valid: boolean
  readonly because: readonly IdentityNumberReason[]
}

const texts: Readonly<Record<IdentityNumberFinding, string>> = {
  'length-not-18': '请输入 18 位公民身份号码',
  'character-not-allowed': '前 17 位应为数字，最后一位为数字或 X',
  'province-unknown': '前两位不是省级行政区划代码',
  'birth-date-impossible': '第 7 至 14 位不是有效的出生日期',
  'birth-date-in-future': '出生日期晚于今天',
  'check-character-wrong': '最后一位校验不符，请对照证件逐位核对',
}

/** Nobody who was born before is alive. */
const earliestBirth = '1800-01-01'

/** The check character that belongs to the first 17 digits. */
export function identityCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0)
  return checkCharacters.charAt(sum % 11)
}

function findingOf(text: string, today: string): IdentityNumberFinding | undefined {
  if (text.length !== 18) return 'length-not-18'
  if (!/^\d{17}[\dX]$/.test(text)) return 'character-not-allowed'
  if (!provinces.has(text.slice(0, 2))) return 'province-unknown'
  const birth = parsePlainDate([text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].join('-'))
  if (!birth.ok || birth.value < earliestBirth) return 'birth-date-impossible'
  if (birth.value > today) return 'birth-date-in-future'
  return identityCheckCharacter(text.slice(0, 17)) === text.charAt(17) ? undefined : 'check-character-wrong'
}

/** The one spelling of a number that people type in many: half-width, without blanks, capital X. */
export function foldIdentityNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/**
 * Reads an identity number.
 *
 * @param today - YYYY-MM-DD; nobody is born later
 */
export function parseIdentityNumber(
  text: string,
  today: string,
): Result<IdentityNumber, IdentityNumberFinding> {
  const folded = foldIdentityNumber(text)
  const finding = findingOf(folded, today)
  if (finding !== undefined) return refuse(finding)
  const bornOn = `${folded.slice(6, 10)}-${folded.slice(10, 12)}-${folded.slice(12, 14)}`
  return accept({ text: folded, bornOn, sex: Number(folded.charAt(16)) % 2 === 1 ? 'male' : 'female' })
}

/** Checks an identity number and says in words what is wrong with it. */
export function checkIdentityNumber(text: string, today: string): IdentityNumberVerdict {
  const parsed = parseIdentityNumber(text, today)
  if (parsed.ok) return { valid: true, because: [] }
  return { valid: false, because: [{ finding: parsed.code, text: texts[parsed.code] }] }
}

/**
 * Completed years of age on a day; who is born on 29 February comes of age on 1 March of a common year.
 *
 * @param bornOn - YYYY-MM-DD
 * @param day - YYYY-MM-DD, not before `bornOn`
 */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) >= bornOn.slice(5) ? years : years - 1
}

/** The number with the middle covered, for screens: `370***********0016`. */
export function maskIdentityNumber(text: string): string {
  return text.length < 8
    ? '*'.repeat(text.length)
    : `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`
}
