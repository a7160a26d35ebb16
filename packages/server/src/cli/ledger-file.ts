/**
 * An exported ledger as a file: one JSON text with the leaves as they were hashed, and everything else in Base64.
 */

import { type CheckpointKey, decodeBase64, encodeBase64, type LedgerBundle } from '@guanjia/core/ledger'
import { array, object, string } from 'zod'

/** A ledger and the keys that may have signed it. */
export interface ExportedLedger {
  readonly bundle: LedgerBundle
  readonly keys: readonly CheckpointKey[]
}

const form = object({
  origin: string(),
  keys: array(object({ name: string(), publicKey: string() })),
  leaves: array(string()),
  leafHashes: array(string()),
  checkpoints: array(string()),
})

/** The text of the file. */
export function packLedger({ bundle, keys }: ExportedLedger): string {
  return JSON.stringify({
    origin: bundle.origin,
    keys: keys.map(({ name, publicKey }) => ({ name, publicKey: encodeBase64(publicKey) })),
    leaves: bundle.leaves,
    leafHashes: bundle.leafHashes.map(encodeBase64),
    checkpoints: bundle.checkpoints,
  })
}

/** Reads the file back; undefined where the text has another form. */
export function unpackLedger(text: string): ExportedLedger | undefined {
  try {
    const { origin, keys, leaves, leafHashes, checkpoints } = form.parse(JSON.parse(text))
    return {
      bundle: { origin, leaves, leafHashes: leafHashes.map(bytesOf), checkpoints },
      keys: keys.map(({ name, publicKey }) => ({ name, publicKey: bytesOf(publicKey) })),
    }
  } catch {
    return undefined
  }
}

function bytesOf(base64: string): Uint8Array {
  const bytes = decodeBase64(base64)
  if (bytes === undefined) throw new Error('not Base64')
  return bytes
}

/** A ledger with the keys that the reader trusts, instead of those it names itself. */
export function trustKey(ledger: ExportedLedger, key: string): ExportedLedger | undefined {
  const publicKey = decodeBase64(key)
  return publicKey && { ...ledger, keys: [{ name: ledger.bundle.origin, publicKey }] }
}
