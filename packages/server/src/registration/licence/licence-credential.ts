/**
 * Makes and checks credentials with the keys of the signing port.
 */

import {
  type CredentialKey,
  credentialInput,
  encodeBase64Url,
  type LicenceDocument,
  licenceClaims,
  sealCredential,
  type VerifySignature,
} from '@guanjia/core/registration'
import { type Signing, verifyEd25519 } from '../../platform/signing/index.ts'

/** Signs the credential of a licence: the one cryptographic act of an issue. */
export async function issueCredential(signing: Signing, document: LicenceDocument): Promise<string> {
  const { keyId } = signing.currentKey('licence')
  const input = credentialInput(licenceClaims(document), keyId)
  const { signature } = await signing.sign('licence', Buffer.from(input))
  return sealCredential(input, signature)
}

/** The keys that licences are, or were, signed with. */
export function credentialKeys(signing: Signing): readonly CredentialKey[] {
  return signing
    .publicKeys()
    .filter(({ purpose, algorithm }) => purpose === 'licence' && algorithm === 'Ed25519')
    .map(({ keyId, publicKey }) => ({ keyId, publicKey }))
}

/** The keys as others read them. @see RFC 7517, RFC 8037 section 2 */
export function jsonWebKeySet(keys: readonly CredentialKey[]) {
  return {
    keys: keys.map(({ keyId, publicKey }) => ({
      kty: 'OKP' as const,
      crv: 'Ed25519' as const,
      alg: 'EdDSA' as const,
      use: 'sig' as const,
      kid: keyId,
      x: encodeBase64Url(publicKey),
    })),
  }
}

/** Node's check of a signature, for the functions of core. */
export const verifySignature: VerifySignature = async (key, message, signature) =>
  verifyEd25519(key.publicKey, message, signature)
