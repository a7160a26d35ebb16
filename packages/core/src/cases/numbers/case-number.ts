/**
 * The number of a case by the zone's template, with a check character: it is read out on the telephone and copied by hand.
 *
 * There is no national form of it; local standards differ (DB22/T 2848-2017, DB23/T 2551.3-2020), so the template is
 * content of the zone.
 */

import { assert } from '../../kernel/index.ts'

const weightsModulus = 36
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** What a number is made of. */
export interface CaseNumberParts {
  /** six digits */
  readonly division: string
  /** YYYY-MM-DD */
  readonly day: string
  /** two capital letters */
  readonly system: string
  /** 1 to 999,999, new each day or not: the template does not care */
  readonly sequence: number
}

/**
 * Fills a template such as `{division}{day}{system}{sequence}{check}`; all but the check character may stand in any
 * order, and it comes last.
 */
export function fileNumber(template: string, parts: CaseNumberParts): string {
  assert(template.endsWith('{check}'), 'the template of case numbers ends with its check character')
  const values: Readonly<Record<string, string>> = {
    division: parts.division,
    day: parts.day.replaceAll('-', ''),
    system: parts.system,
    sequence: String(parts.sequence).padStart(6, '0'),
  }
  const body = template.slice(0, -'{check}'.length).replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name]
    assert(value !== undefined, `${blank} is part of a case number`)
    return value
  })
  return body + checkCharacter(body)
}

/**
 * Whether a number was copied without a slip: any one wrong character is noticed, and nearly every two neighbours that
 * were swapped (ISO 7064 misses a few pairs).
 */
export function isFileNumber(text: string): boolean {
  const body = text.slice(0, -1)
  return /^[0-9A-Z]{8,}$/.test(text) && checkCharacter(body) === text.slice(-1)
}

/** ISO 7064, MOD 37,36: made for letters and digits. */
function checkCharacter(body: string): string {
  let carry = weightsModulus
  for (const character of body) {
    carry = (carry + characters.indexOf(character)) % weightsModulus || weightsModulus
    carry = (carry * 2) % (weightsModulus + 1)
  }
  return characters.charAt((weightsModulus + 1 - carry) % weightsModulus)
}
