export { type Canonical, canonicalJson } from '../ledger/index.ts'
export { decodeBase64Url, encodeBase64Url } from './licence/base64-url.ts'
export {
  type CredentialClaims,
  type CredentialKey,
  type CredentialRefusal,
  credentialInput,
  licenceClaims,
  sealCredential,
  type VerifySignature,
  verifyCredential,
} from './licence/credential.ts'
export { formalAmount } from './licence/formal-amount.ts'
export {
  type LicenceDocument,
  licenceDigest,
  type RepresentativeRole,
} from './licence/licence-document.ts'
export {
  type LicenceEvidence,
  type LicenceStanding,
  type LicenceStatus,
  type LicenceVerdict,
  licenceVerdict,
  standingVerdict,
  type Verdict,
  type VerdictReason,
} from './licence/licence-verdict.ts'
