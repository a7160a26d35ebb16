/**
 * The number of an issue, as it is said on the phone: `SY26-000123-4`, the year, a running number and a check digit that
 * notices one wrong digit and two that were swapped (ISO 7064, MOD 11,10).
 */

const form = /^SY(\d{2})-(\d{6,})-(\d)$/

/** MOD 11,10 over digits. */
function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}

/** The number of the issue that is the `sequence`-th of a year. */
export function issueNumber(year: number, sequence: number): string {
  const short = String(year % 100).padStart(2, '0')
  const running = String(sequence).padStart(6, '0')
  return `SY${short}-${running}-${checkDigit(short + running)}`
}

/** Whether a text is the number of an issue, check digit included. */
export function isIssueNumber(text: string): boolean {
  const [, year = '', running = '', check] = form.exec(text) ?? []
  return check !== undefined && checkDigit(year + running) === Number(check)
}
