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
