/**
 * Shares as the desk reads them.
 */

/** 12.5%, one digit after the point where there is one; a dash of nothing. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return '–'
  return `${Math.round((part / whole) * 1000) / 10}%`
}
