/**
 * What to tell somebody who asks whether a licence is good: one word, and the reasons for it.
 *
 * A credential that nobody compared with the register is never called valid: its signature cannot know that the licence
 * was revoked yesterday.
 */

import type { Result } from '../../kernel/index.ts'
import { unreachable } from '../../kernel/index.ts'
import type { CredentialClaims, CredentialRefusal } from './credential.ts'
import { type LicenceDocument, licenceDigest } from './licence-document.ts'

/** How a licence stands in the register. */
export type LicenceStatus = 'valid' | 'revoked' | 'superseded'

/** What the register said about the number. */
export type LicenceStanding =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'found'
      readonly status: LicenceStatus
      /** digest of the licence as it stands in the register */
      readonly digest: string
    }

/** The word for the reader. */
export type Verdict = LicenceStatus | 'unknown' | 'altered'

/** What led to the word; a closed list, each with a text in the zone's content. */
export type VerdictReason =
  | CredentialRefusal
  | 'document-differs'
  | 'number-unknown'
  | 'register-agrees'
  | 'register-differs'
  | 'register-not-asked'
  | 'register-says-revoked'
  | 'register-says-superseded'
  | 'signature-genuine'

/** The answer to "is this licence good?". */
export interface LicenceVerdict {
  readonly verdict: Verdict
  /** weightiest first */
  readonly reasons: readonly VerdictReason[]
}

/** What was presented and found. */
export interface LicenceEvidence {
  /** outcome of `verifyCredential` */
  readonly credential: Result<CredentialClaims, CredentialRefusal>
  /** the full licence, where the asker presents it together with the credential */
  readonly document?: LicenceDocument | undefined
  readonly standing: LicenceStanding
}

/** Weighs a credential, the document it came with and the register against each other. */
export function licenceVerdict({ credential, document, standing }: LicenceEvidence): LicenceVerdict {
  if (!credential.ok) {
    return { verdict: credential.code === 'key-unknown' ? 'unknown' : 'altered', reasons: [credential.code] }
  }
  const { digest } = credential.value
  if (document !== undefined && licenceDigest(document) !== digest) {
    return { verdict: 'altered', reasons: ['document-differs', 'signature-genuine'] }
  }
  const found = standingVerdict(standing, digest)
  return { verdict: found.verdict, reasons: [...found.reasons, 'signature-genuine'] }
}

/**
 * The verdict on a number alone, or on a genuine credential with this `digest`.
 *
 * @param digest - left out where only the number is asked for
 */
export function standingVerdict(standing: LicenceStanding, digest?: string): LicenceVerdict {
  if (standing.kind === 'not-asked') return { verdict: 'unknown', reasons: ['register-not-asked'] }
  if (standing.kind === 'not-found') return { verdict: 'unknown', reasons: ['number-unknown'] }
  switch (standing.status) {
    case 'revoked':
      return { verdict: 'revoked', reasons: ['register-says-revoked'] }
    case 'superseded':
      return { verdict: 'superseded', reasons: ['register-says-superseded'] }
    case 'valid': {
      const newer = digest !== undefined && digest !== standing.digest
      return newer
        ? { verdict: 'superseded', reasons: ['register-differs'] }
        : { verdict: 'valid', reasons: ['register-agrees'] }
    }
    default:
      return unreachable(standing.status)
  }
}
