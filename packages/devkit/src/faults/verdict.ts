/**
 * What became of a fault test.
 */

/** A test with what it saw. */
export interface FaultVerdict {
  /** number of the promise, `A1` */
  readonly id: string
  readonly promise: string
  /** what is wrong; nothing where the promise held */
  readonly faults: readonly string[]
  /** whether the same check failed when it had to */
  readonly control: string
  readonly controlCaught: boolean
  /** figures worth printing */
  readonly seen: string
}

/** Whether the promise held and the check has teeth. */
export function holds({ faults, controlCaught }: FaultVerdict): boolean {
  return faults.length === 0 && controlCaught
}
