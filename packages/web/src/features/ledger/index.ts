export { checkLedger, checkpointSize, type LedgerCheck } from './browser-check.ts'
