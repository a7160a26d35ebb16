/**
 * Authorities that are told of a new subject: tax, seal, social insurance, housing fund, bank. A receiver takes the same push
 * twice without harm and answers with a receipt.
 */

import { createHash } from 'node:crypto'

/** What is told. */
export interface PushedEntity {
  /** the same id is the same push */
  readonly id: string
  readonly unifiedCode: string
  readonly name: string | null
  readonly establishedOn: string
  /** why it is told */
  readonly occasion: 'set-up' | 'correction' | 'revocation'
}

/** An answer that proves the receipt. */
export interface PushReceipt {
  readonly number: string
  readonly receivedAt: string
}

/** One receiving authority. */
export interface PushReceiver {
  readonly id: string
  readonly name: string
  /** gives a receipt, or throws so that it is tried again */
  readonly push: (entity: PushedEntity) => Promise<PushReceipt>
}

/** How a simulated receiver behaves. */
export interface SimulatedReceiverOptions {
  /** 0 never fails, 1 always */
  readonly failureRate: number
  readonly chance: () => number
  readonly now: () => Date
}

/** A receiver of the demonstration: fails at a rate, remembers nothing, gives the same receipt for the same push. */
export function simulatedReceiver(
  { id, name }: { readonly id: string; readonly name: string },
  { failureRate, chance, now }: SimulatedReceiverOptions,
): PushReceiver {
  return {
    id,
    name,
    push: async (entity) => {
      if (chance() < failureRate) throw new Error(`the receiver ${id} did not answer`)
      const digest = createHash('sha256').update(`${id} ${entity.id}`).digest('hex')
      return { number: `${id}-${digest.slice(0, 12)}`, receivedAt: now().toISOString() }
    },
  }
}
