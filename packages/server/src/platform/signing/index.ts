export { type DocumentSeal, openDevelopmentSeal } from './document-seal.ts'
export { verifyEd25519 } from './ed25519.ts'
export { readOrCreateSecret } from './key-file.ts'
export { keyThumbprint, openKeyFolder, readPublicKeys } from './key-folder.ts'
export { nativeSha256 } from './native-sha256.ts'
export { type SignatureWords, signPdf } from './pdf-signature.ts'
export { checkPdfSignature, type PdfSignatureRefusal, type PdfSigner } from './pdf-signature-check.ts'
export { type ApplicantSigner, openDevelopmentSigner } from './people/applicant-signer.ts'
export { signByService } from './people/signing-service.ts'
export {
  type MadeSignature,
  type PublicSigningKey,
  type Signing,
  type SigningAlgorithm,
  type SigningPurpose,
  signingPurposes,
} from './signing.ts'
