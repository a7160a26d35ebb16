/**
 * Does by hand what the clockwork of a running house does by itself, until nothing is left to do: for tests and tools.
 */

import { countWaiting, type LedgerTables, type SequencerPorts, sequenceBatch } from './ledger/index.ts'
import type { Resources } from './platform/resources.ts'

/** A reaction may enqueue a job, and a job may run a command: this is as deep as the house goes. */
const rounds = 2

/** How often the ledger is asked again while a transaction elsewhere holds its horizon back; 20 ms apart. */
const mostLooks = 500

/** Delivers what waits in the outbox, runs the jobs that are due, gives every leaf its place. */
export async function settle({ outbox, jobs }: Resources, sequencing: SequencerPorts): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await outbox.deliver()
    await jobs.drain()
  }
  await outbox.deliver()
  await sequenceAll(sequencing)
}

async function sequenceAll(sequencing: SequencerPorts): Promise<void> {
  const ledger = sequencing.database.withTables<LedgerTables>()
  for (let looks = 0; looks < mostLooks && (await countWaiting(ledger)) > 0; looks += 1) {
    if ((await sequenceBatch(sequencing)) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
