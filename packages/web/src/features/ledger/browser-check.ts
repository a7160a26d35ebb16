/**
 * Checks a ledger in the browser, with the code that server and command line use; only the signatures are checked by the
 * browser itself.
 */

import {
  type CheckpointKey,
  decodeBase64,
  encodeBase64,
  type LedgerFault,
  parseCheckpoint,
  unpackLedger,
  verifyLedger,
} from '@guanjia/core/ledger'

/** What was found. */
export type LedgerCheck =
  | {
      readonly outcome: 'sound'
      readonly leaves: number
      readonly checkpoints: number
      readonly root: string
    }
  | { readonly outcome: 'broken'; readonly firstBadLeaf: number | null; readonly because: LedgerFault }
  | { readonly outcome: 'unreadable' }
  /** the browser knows no Ed25519 */
  | { readonly outcome: 'unable' }

/** What to check, and against what. */
export interface CheckAsked {
  readonly text: string
  /** raw public key, Base64 */
  readonly key: string
  /** a checkpoint seen earlier, to be found again */
  readonly held: string | undefined
}

/** Checks the text of an exported ledger under one key. */
export async function checkLedger({ text, key, held }: CheckAsked): Promise<LedgerCheck> {
  const file = unpackLedger(text)
  const publicKey = decodeBase64(key)
  if (!file.ok || publicKey?.length !== 32) return { outcome: 'unreadable' }
  const { bundle } = file.value
  const notes = held === undefined ? bundle.checkpoints : [...bundle.checkpoints, held]
  const signed = await signedMessages(notes, publicKey)
  if (signed === undefined) return { outcome: 'unable' }
  const keys: readonly CheckpointKey[] = [{ name: bundle.origin, publicKey }]
  const verify = (_: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
    signed.has(nameOf(message, signature))
  const verdict = verifyLedger(bundle, { keys, verify, held: held === undefined ? [] : [held] })
  if (!verdict.valid)
    return { outcome: 'broken', firstBadLeaf: verdict.firstBadLeaf, because: verdict.because }
  return {
    outcome: 'sound',
    leaves: verdict.size,
    checkpoints: bundle.checkpoints.length,
    root: encodeBase64(verdict.root),
  }
}

/** How many leaves a checkpoint is over; undefined where it cannot be read. */
export function checkpointSize(note: string | undefined): number | undefined {
  const parsed = note === undefined ? undefined : parseCheckpoint(note)
  return parsed?.ok === true ? parsed.value.checkpoint.size : undefined
}

function nameOf(message: Uint8Array, signature: Uint8Array): string {
  return `${encodeBase64(signature)} ${encodeBase64(message)}`
}

/** The messages that the key signed, with their signatures; the browser checks them one after the other, in its own time. */
async function signedMessages(
  notes: readonly string[],
  publicKey: Uint8Array,
): Promise<ReadonlySet<string> | undefined> {
  const key = await importKey(publicKey)
  if (key === undefined) return undefined
  const claims = notes.flatMap((note) => {
    const parsed = parseCheckpoint(note)
    const message = new TextEncoder().encode(note.slice(0, note.indexOf('\n\n') + 1))
    return parsed.ok ? parsed.value.signatures.map(({ signature }) => ({ message, signature })) : []
  })
  const names = await Promise.all(
    claims.map(async ({ message, signature }) => {
      const genuine = await crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), message)
      return genuine ? [nameOf(message, signature)] : []
    }),
  )
  return new Set(names.flat())
}

async function importKey(publicKey: Uint8Array): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify'])
  } catch {
    return undefined
  }
}
