import type { IntakeContent } from '../content/intake-content.ts'
import type { LeadDatabase } from '../store/lead-database.ts'
import type { HashReceipt } from '../store/receipts.ts'
import type { Pressure } from './work/pressure.ts'
import type { Stamps } from './work/stamps.ts'

/** The browser's script as it was built. */
export interface IntakeScript {
  /** gzip */
  readonly packed: Buffer
  /** SHA-256 in hex: in its name, on the page, and in the ledger */
  readonly sha256: string
}

/** What the intake works with. */
export interface IntakePorts {
  readonly database: LeadDatabase
  readonly content: IntakeContent
  readonly hashReceipt: HashReceipt
  readonly pressure: Pressure
  readonly stamps: Stamps
  /** undefined where the pages were not built: everything works without it */
  readonly script: IntakeScript | undefined
  /** origin of the house itself, where the ledger is read */
  readonly houseOrigin: string
  /** local day */
  readonly today: () => string
  readonly newId: () => string
}
