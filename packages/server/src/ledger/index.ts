/**
 * The ledger of acts. The command runner is handed `leafParts` and `commitValue`; the sequencer runs in every process
 * and takes turns.
 */

export { commitValue, leafParts } from './leaf-store.ts'
export { ledgerFileText } from './ledger-export.ts'
export { healLedger } from './ledger-healing.ts'
export { exportLedger } from './ledger-queries.ts'
export { implementLedgerRoutes } from './ledger-routes.ts'
export type { LedgerDatabase, LedgerTables } from './ledger-tables.ts'
export { checkpointKeys, isSignedByOurs, type SequencerPorts, sequenceBatch } from './sequencer.ts'
export { type SequencerLoop, sequencerLoop } from './sequencer-loop.ts'
export { countMissing, countWaiting } from './waiting-leaves.ts'
