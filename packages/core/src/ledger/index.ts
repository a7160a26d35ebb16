export { decodeBase64, encodeBase64 } from './base64.ts'
export { type Canonical, canonicalJson } from './canonical-json.ts'
export {
  type Checkpoint,
  type CheckpointKey,
  type CheckpointRefusal,
  checkpointBody,
  checkpointNote,
  type NoteSignature,
  noteKeyId,
  openCheckpoint,
  parseCheckpoint,
  type VerifySignature,
} from './checkpoint.ts'
export { commitment, holdsIdsOnly, type Leaf, leafText, opensCommitment } from './leaf.ts'
export {
  type LedgerFile,
  ledgerFileEnd,
  ledgerFileHead,
  ledgerFileMiddle,
  packLedger,
  unpackLedger,
} from './ledger-file.ts'
export {
  type LedgerBundle,
  type LedgerFault,
  type LedgerVerdict,
  type Verifier,
  verifyLedger,
} from './ledger-verification.ts'
export {
  appendLeaves,
  buildProof,
  type ConsistencyClaim,
  consistencyRanges,
  emptyFrontier,
  type Frontier,
  type InclusionClaim,
  inclusionRanges,
  type LeafRange,
  type NodeAddress,
  type NodeReader,
  nodesOfRange,
  rangeHash,
  rootOf,
  type TreeNode,
  verifyConsistency,
  verifyInclusion,
} from './merkle-tree.ts'
export {
  emptyRoot,
  type Hash,
  isSameHash,
  leafHash,
  leafHashOfText,
  nodeHash,
  type Sha256,
} from './tree-hash.ts'
