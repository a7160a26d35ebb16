/**
 * How hard the intake makes it: the more has come in lately, the more each request has to calculate, or to wait where it
 * cannot. It looks at the whole, never at a sender; nobody is ever shut out.
 */

/** What is counted. */
export type Strain = 'filed' | 'looked-in-vain'

/** Counts and what follows from them. */
export interface Pressure {
  readonly note: (strain: Strain) => void
  /** leading zero bits that a browser has to find */
  readonly bits: () => number
  /** how long a request without calculation is kept waiting, in milliseconds */
  readonly waitMs: () => number
}

const windowMs = 10 * 60_000
const leastBits = 13
const mostMoreBits = 4
const leastWaitMs = 300
const mostWaitMs = 15_000
/** filings in ten minutes that are nothing unusual */
const usual = 60

/** Pressure over the last ten minutes. */
export function openPressure(now: () => number): Pressure {
  const noted: Record<Strain, number[]> = { filed: [], 'looked-in-vain': [] }
  const lately = (strain: Strain): number => {
    const since = now() - windowMs
    noted[strain] = noted[strain].filter((at) => at > since)
    return noted[strain].length
  }
  const level = () => Math.max(0, lately('filed') - usual) + lately('looked-in-vain')
  return {
    note: (strain) => void noted[strain].push(now()),
    bits: () => leastBits + Math.min(mostMoreBits, Math.floor(Math.log2(1 + level()))),
    waitMs: () => Math.min(mostWaitMs, leastWaitMs + level() * 50),
  }
}
