/**
 * The period of the dashboard: it stands in the address, so that a link shows the same figures.
 */

/** The fields of the address. */
export interface AskedPeriod {
  readonly from?: string
  readonly asOf?: string
}

/** Spans that end today. */
export const spans = ['month', 'quarter', 'year'] as const

/** Reads the address. */
export function periodIn(search: URLSearchParams): AskedPeriod {
  const from = search.get('from')
  const asOf = search.get('asOf')
  return { ...(from === null ? {} : { from }), ...(asOf === null ? {} : { asOf }) }
}

/** The first day of the span that a day lies in. */
export function firstOf(span: (typeof spans)[number], day: string): string {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  const first = { month, quarter: month - ((month - 1) % 3), year: 1 }[span]
  return `${year}-${String(first).padStart(2, '0')}-01`
}
