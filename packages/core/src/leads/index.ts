export {
  type Envelope,
  type EnvelopePlace,
  keyIdOf,
  type Opener,
  openEnvelope,
  type Reader,
  sealEnvelope,
  unwrapKey,
  type Wrap,
  wrapKey,
} from './envelope/envelope.ts'
export { type KeyPair, makeKeyPair } from './envelope/hybrid-sealing.ts'
export { mostMessageBytes, mostPlainBytes } from './envelope/padding.ts'
export { type Halves, openSplit, type SplitEnvelope, sealSplit } from './envelope/split-envelope.ts'
export type { Bytes, WebCrypto } from './envelope/web-crypto.ts'
export { unwrapPrivateKey, wrapPrivateKey } from './envelope/wrapped-key.ts'
export {
  type HandlingClock,
  type HandlingClockKind,
  type HandlingLight,
  type HandlingRule,
  type HandlingSpan,
  handlingClockKinds,
  handlingClocks,
  handlingLight,
} from './handling/handling-clocks.ts'
export {
  decideHandling,
  type HandlingCommand,
  type HandlingRefusal,
} from './handling/handling-decider.ts'
export {
  type Coding,
  type Disposition,
  dispositions,
  type Finding,
  findings,
  type HandlingEvent,
  type LeadOrigin,
  type Told,
  toldThings,
} from './handling/handling-event.ts'
export {
  type HandlingSituation,
  type HandlingState,
  isOver,
  replayHandling,
  situationOf,
} from './handling/handling-state.ts'
export {
  type LockedKey,
  makeLockedKey,
  type NewKey,
  type PassphraseLock,
  type RecoveryRefusal,
  relockKey,
  unlockKey,
} from './keys/locked-key.ts'
export { type CodedLead, type PatternTable, patternTable } from './patterns/pattern-table.ts'
export {
  type CodeRefusal,
  codeChanceBytes,
  codeInGroups,
  parseReceiptCode,
  receiptCode,
} from './receipt/receipt-code.ts'
export { type ReceiptSecrets, receiptSecrets } from './receipt/receipt-secrets.ts'
export {
  type Identity,
  identityText,
  mostReportFiles,
  mostReportLetters,
  mostShortLetters,
  parseIdentity,
  parseReport,
  type Report,
  type ReportFile,
  reportText,
} from './report/report.ts'
export { solvesWork, solveWork, type WorkTask } from './work/proof-of-work.ts'
