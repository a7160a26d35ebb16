/**
 * An exported ledger as a file: one JSON text with the leaves as they were hashed, and every hash and key in Base64.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import type { CheckpointKey } from './checkpoint.ts'
import type { LedgerBundle } from './ledger-verification.ts'

/** A ledger and the keys it says of itself that it was signed with: to be believed by nobody who checks it. */
export interface LedgerFile {
  readonly bundle: LedgerBundle
  readonly keys: readonly CheckpointKey[]
}

/** The beginning of the file, up to the list of leaf texts, which follow as JSON strings. */
export function ledgerFileHead({
  bundle,
  keys,
}: {
  readonly bundle: Pick<LedgerBundle, 'origin' | 'checkpoints'>
  readonly keys: readonly CheckpointKey[]
}): string {
  const head = {
    origin: bundle.origin,
    keys: keys.map(({ name, publicKey }) => ({ name, publicKey: encodeBase64(publicKey) })),
    checkpoints: bundle.checkpoints,
  }
  return `${JSON.stringify(head).slice(0, -1)},"leaves":[`
}

/** What stands between the leaf texts and their hashes, which follow as JSON strings of Base64. */
export const ledgerFileMiddle = '],"leafHashes":['

/** The end of the file. */
export const ledgerFileEnd = ']}\n'

/** The whole file in one piece. */
export function packLedger(file: LedgerFile): string {
  const { leaves, leafHashes } = file.bundle
  const texts = leaves.map((text) => JSON.stringify(text)).join(',')
  const hashes = leafHashes.map((hash) => JSON.stringify(encodeBase64(hash))).join(',')
  return ledgerFileHead(file) + texts + ledgerFileMiddle + hashes + ledgerFileEnd
}

/** Reads a file; refuses a text of another form. Nothing in it is believed by that. */
export function unpackLedger(text: string): Result<LedgerFile, 'ledger-file-malformed'> {
  try {
    const file = recordOf(JSON.parse(text))
    const bundle = {
      origin: textOf(file['origin']),
      leaves: listOf(file['leaves']).map(textOf),
      leafHashes: listOf(file['leafHashes']).map(bytesOf),
      checkpoints: listOf(file['checkpoints']).map(textOf),
    }
    const keys = listOf(file['keys']).map(recordOf)
    return accept({
      bundle,
      keys: keys.map((key) => ({ name: textOf(key['name']), publicKey: bytesOf(key['publicKey']) })),
    })
  } catch {
    return refuse('ledger-file-malformed')
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('no object')
  return value as Readonly<Record<string, unknown>>
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('no list')
  return value
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text')
  return value
}

function bytesOf(value: unknown): Uint8Array {
  const bytes = decodeBase64(textOf(value))
  if (bytes === undefined) throw new TypeError('no Base64')
  return bytes
}
