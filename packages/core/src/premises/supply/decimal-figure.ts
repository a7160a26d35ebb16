/**
 * Decimals as people write them, and the whole figures of the smallest unit that they come to; no float in between.
 */

/** A decimal text as a whole figure of its smallest unit; undefined where it is none, or has more decimals. */
export function scaled(text: string, decimals: number): number | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') return undefined
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > decimals) return undefined
  const figure = Number(whole + kept.padEnd(decimals, '0'))
  return sign === '-' && figure !== 0 ? -figure : figure
}

/** A whole figure of the smallest unit as a decimal text, without zeros at its end. */
export function decimal(figure: number | null, decimals: number): string {
  if (figure === null) return ''
  const digits = String(Math.abs(figure)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${figure < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
