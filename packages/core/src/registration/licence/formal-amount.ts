/**
 * Amounts as licences print them, in the numerals that cannot be changed with a pen stroke: 伍佰万元整.
 */

import { assert } from '../../kernel/index.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟'] as const
const groups = ['', '万', '亿'] as const
/** 10^12 yuan in fen: from here on the groups would need another name */
const tooLarge = 10n ** 14n

/**
 * The amount in formal Chinese numerals.
 *
 * @param minor - fen, 0 or more, below 10^12 yuan
 * @see GB/T 15835-2011 on numerals; 支付结算办法 appendix 1 on formal amounts
 * @example formalAmount(500_000_000n) // '伍佰万元整'
 */
export function formalAmount(minor: bigint): string {
  assert(minor >= 0n && minor < tooLarge, 'a printed amount is below 10^12 yuan')
  const yuan = minor / 100n
  const jiao = Number((minor / 10n) % 10n)
  const fen = Number(minor % 10n)
  const whole = yuan === 0n ? '' : `${formalNumber(yuan)}元`
  if (jiao === 0 && fen === 0) return `${whole || '零元'}整`
  const tenths = jiao > 0 ? `${digits[jiao]}角` : whole === '' ? '' : '零'
  return `${whole}${tenths}${fen > 0 ? `${digits[fen]}分` : '整'}`
}

function formalNumber(number: bigint): string {
  let text = ''
  let rest = number
  let pendingZero = false
  for (let group = 0; rest > 0n; group += 1) {
    const part = Number(rest % 10_000n)
    if (part > 0) text = `${groupText(part)}${groups[group]}${pendingZero ? '零' : ''}${text}`
    // a zero is spoken between groups where the lower one does not fill its thousands, or is empty
    pendingZero = text !== '' && part < 1000
    rest /= 10_000n
  }
  return text
}

function groupText(part: number): string {
  let text = ''
  let zero = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10
    if (digit === 0) zero = text !== ''
    else {
      text += `${zero ? '零' : ''}${digits[digit]}${places[place]}`
      zero = false
    }
  }
  return text
}
