/**
 * The register that knows who broke promises before: a port, for promises are not open to everybody.
 */

/** What the credit register says of a person. */
export type CreditStanding = 'good' | 'bad'

/** The register that knows who broke promises before. */
export interface CreditRegister {
  readonly standingOf: (personId: string) => Promise<CreditStanding>
}

/** A register in which nobody has broken a promise: until a real one is connected. */
export const simulatedCreditRegister: CreditRegister = { standingOf: async () => 'good' }
