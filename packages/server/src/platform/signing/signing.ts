/**
 * The port through which the platform signs. What stands behind it holds the private keys and lets none of them out: a
 * folder in development, a hardware module or the authority's signing service in earnest.
 *
 * Every purpose has keys of its own, so that a signature made for one thing can never be passed off as another. A second
 * suite (SM2 with SM3) is a driver of the same port with its own `algorithm`.
 */

/** What is signed: credentials of licences, checkpoints of the ledger, receipts of deliveries, packages for partners. */
export const signingPurposes = ['licence', 'ledger', 'receipt', 'exchange'] as const

/** One of `signingPurposes`. */
export type SigningPurpose = (typeof signingPurposes)[number]

/** The suites a driver may offer. */
export type SigningAlgorithm = 'Ed25519' | 'SM2'

/** The public half of a key. */
export interface PublicSigningKey {
  readonly purpose: SigningPurpose
  readonly algorithm: SigningAlgorithm
  /** thumbprint of the key, unique among all purposes */
  readonly keyId: string
  /** raw key: 32 bytes for Ed25519 */
  readonly publicKey: Uint8Array
  /** whether new signatures are made with it; retired keys only verify */
  readonly current: boolean
}

/** A signature and how to check it. */
export interface MadeSignature {
  readonly algorithm: SigningAlgorithm
  readonly keyId: string
  readonly signature: Uint8Array
}

/** Signs for a purpose, with the current key of that purpose. */
export interface Signing {
  readonly sign: (purpose: SigningPurpose, message: Uint8Array) => Promise<MadeSignature>
  /** the key that `sign` uses now */
  readonly currentKey: (purpose: SigningPurpose) => PublicSigningKey
  /** every key whose signatures are still to be believed, retired ones included */
  readonly publicKeys: () => readonly PublicSigningKey[]
}
