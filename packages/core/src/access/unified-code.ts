/**
 * The unified social credit code (统一社会信用代码) of GB 32100-2015: 18 characters in five parts, with two check characters.
 *
 * Terms: the *body* is the first 17 characters; the *subject part* (主体标识码) is the organisation code of GB 11714 at
 * positions 9 to 17, whose ninth character checks the first eight.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'

/** The characters of the code in the order of their values; I, O, S, V and Z are left out. */
export const unifiedCodeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** Table 1 of the standard with its first amendment: department of registration and kind of organisation. */
const categories = new Set(
  '11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1'.split(
    ' ',
  ),
)
/** The first two digits of GB/T 2260, and 10 for departments of the whole country. */
const provinces = new Set(
  '10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
)
const organisationCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** What is wrong with a code, or worth knowing about it. */
export type UnifiedCodeFinding =
  | 'length-not-18'
  | 'character-not-allowed'
  | 'category-unknown'
  | 'region-not-digits'
  | 'province-unknown'
  | 'subject-check-wrong'
  | 'code-check-wrong'
  | 'maybe-legacy-pilot'

/** A finding with a sentence for the reader. */
export interface UnifiedCodeReason {
  readonly finding: UnifiedCodeFinding
  readonly level: 'error' | 'warning'
  /** zh-CN */
  readonly text: string
}

/** Whether a code holds together, and why not. */
export interface UnifiedCodeVerdict {
  readonly valid: boolean
  readonly because: readonly UnifiedCodeReason[]
}

function error(finding: UnifiedCodeFinding, text: string): UnifiedCodeReason {
  return { finding, level: 'error', text }
}

function weightedSum(text: string, alphabet: string, factors: readonly number[]): number {
  return factors.reduce((sum, weight, place) => sum + weight * alphabet.indexOf(text.charAt(place)), 0)
}

/**
 * The ninth character of an organisation code.
 *
 * @param first8 - eight characters of 0-9 and A-Z
 * @see GB 11714-1997
 */
export function organisationCheckCharacter(first8: string): string {
  const remainder = 11 - (weightedSum(first8, organisationCharacters, organisationWeights) % 11)
  if (remainder === 10) return 'X'
  return remainder === 11 ? '0' : String(remainder)
}

/**
 * The eighteenth character of a unified code.
 *
 * @param body - the first 17 characters, all from `unifiedCodeCharacters`
 * @see GB 32100-2015
 */
export function unifiedCodeCheckCharacter(body: string): string {
  return unifiedCodeCharacters.charAt((31 - (weightedSum(body, unifiedCodeCharacters, weights) % 31)) % 31)
}

/** Folds full-width characters and letter case and drops spaces, as people type codes. */
function tidy(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

function checkCharacters(code: string): UnifiedCodeReason[] {
  const reasons: UnifiedCodeReason[] = []
  const strange = [...code].find((character) => !unifiedCodeCharacters.includes(character))
  if (strange !== undefined) {
    reasons.push(error('character-not-allowed', `「${strange}」不能出现在代码中；代码不用字母 I、O、S、V、Z`))
  }
  const [category, region] = [code.slice(0, 2), code.slice(2, 8)]
  if (!categories.has(category)) {
    reasons.push(error('category-unknown', `前两位“${category}”不是登记管理部门和机构类别的代码`))
  }
  if (!/^\d{6}$/.test(region)) {
    reasons.push(error('region-not-digits', '第 3 至 8 位应为登记机关的 6 位行政区划数字'))
  } else if (!provinces.has(region.slice(0, 2))) {
    reasons.push(error('province-unknown', `第 3、4 位“${region.slice(0, 2)}”不是省级行政区划代码`))
  }
  return reasons
}

function checkSums(code: string): UnifiedCodeReason[] {
  const reasons: UnifiedCodeReason[] = []
  const subject = organisationCheckCharacter(code.slice(8, 16))
  if (subject !== code.charAt(16)) {
    reasons.push(error('subject-check-wrong', `第 17 位应为 ${subject}，现为 ${code.charAt(16)}`))
  }
  const whole = unifiedCodeCheckCharacter(code.slice(0, 17))
  if (whole !== code.charAt(17)) {
    reasons.push(error('code-check-wrong', `第 18 位应为 ${whole}，现为 ${code.charAt(17)}`))
  }
  return reasons
}

/**
 * Checks a code and explains every fault. A code whose only fault is a check character may be a lawful code of the early
 * pilot: that is added as a warning, for a person to look at.
 */
export function checkUnifiedCode(text: string): UnifiedCodeVerdict {
  const code = tidy(text)
  if (code.length !== 18) {
    const reason = error('length-not-18', `请输入 18 位统一社会信用代码，您输入了 ${code.length} 位`)
    return { valid: false, because: [reason] }
  }
  const characters = checkCharacters(code)
  if (characters.length > 0) return { valid: false, because: characters }
  const sums = checkSums(code)
  if (sums.length === 0) return { valid: true, because: [] }
  const pilot: UnifiedCodeReason = {
    finding: 'maybe-legacy-pilot',
    level: 'warning',
    text: '早期试点代码可能校验不符但合法，请人工核对原证；新发代码不会如此',
  }
  return { valid: false, because: [...sums, pilot] }
}

/** What the registering authority has to say for a new code. */
export interface CodeAllotment {
  /** two characters: 91 enterprise, 92 individual business, 93 farmers' cooperative */
  readonly category: '91' | '92' | '93'
  /** six digits of the registering authority */
  readonly registrar: string
  /** leading characters of the subject part given to this authority, at most 4 */
  readonly prefix: string
  /** number of the allotment, 0 or more; each is used once */
  readonly sequence: number
}

/** The sequence in the characters of the code, most valuable first, of exactly this length. */
function inCodeCharacters(sequence: number, length: number): string | undefined {
  let rest = sequence
  let text = ''
  for (let place = 0; place < length; place++) {
    text = unifiedCodeCharacters.charAt(rest % 31) + text
    rest = Math.floor(rest / 31)
  }
  return rest === 0 ? text : undefined
}

/**
 * The code for the next subject of an authority. Refuses once the numbers of the prefix are used up; two sequences never
 * give one code.
 */
export function allotUnifiedCode(allotment: CodeAllotment): Result<string, 'code-numbers-exhausted'> {
  const { category, registrar, prefix, sequence } = allotment
  const tail = inCodeCharacters(sequence, 8 - prefix.length)
  if (tail === undefined || sequence < 0) return refuse('code-numbers-exhausted', { sequence })
  const subject = prefix + tail
  const body = `${category}${registrar}${subject}${organisationCheckCharacter(subject)}`
  return accept(body + unifiedCodeCheckCharacter(body))
}
