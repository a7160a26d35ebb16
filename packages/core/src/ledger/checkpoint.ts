/**
 * A checkpoint: the size and root of the tree at a moment, signed, in the form of C2SP tlog-checkpoint (a signed note).
 *
 * ```
 * <origin>
 * <size>
 * <root, base64>
 *
 * — <key name> <base64 of 4 bytes of key id and the signature>
 * ```
 */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { accept, type Result, refuse } from '../kernel/index.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { bytesHash, type Hash } from './tree-hash.ts'

/** What a checkpoint says. */
export interface Checkpoint {
  /** name of the ledger, unique in the world */
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

/** A signature line of a note. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

/** A key that signs checkpoints: its name is part of its id. */
export interface CheckpointKey {
  readonly name: string
  /** raw Ed25519 key, 32 bytes */
  readonly publicKey: Uint8Array
}

/** Checks an Ed25519 signature; core has no cryptography of its own. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** Why a checkpoint is not believed. */
export type CheckpointRefusal = 'checkpoint-malformed' | 'checkpoint-not-signed'

const ed25519 = 1
const newline = 10

/** The id of an Ed25519 key in a signed note. @see C2SP signed-note */
export function noteKeyId({ name, publicKey }: CheckpointKey): Uint8Array {
  return bytesHash(utf8ToBytes(name), Uint8Array.of(newline, ed25519), publicKey).slice(0, 4)
}

/** The text that is signed. */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`
}

/** The whole note with one signature. */
export function checkpointNote(checkpoint: Checkpoint, key: CheckpointKey, signature: Uint8Array): string {
  const line = encodeBase64(Uint8Array.of(...noteKeyId(key), ...signature))
  return `${checkpointBody(checkpoint)}\n— ${key.name} ${line}\n`
}

/** Reads a note without believing it. */
// oxlint-disable-next-line complexity -- each line of the note is judged here
export function parseCheckpoint(
  note: string,
): Result<{ checkpoint: Checkpoint; signatures: readonly NoteSignature[] }, 'checkpoint-malformed'> {
  const malformed = refuse('checkpoint-malformed')
  const gap = note.indexOf('\n\n')
  if (gap < 0 || !note.endsWith('\n')) return malformed
  const [origin = '', sizeText = '', rootText = ''] = note.slice(0, gap).split('\n')
  const root = decodeBase64(rootText)
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(sizeText) || root?.length !== 32) return malformed
  const signatures = note
    .slice(gap + 2, -1)
    .split('\n')
    .map(parseSignature)
  if (signatures.some((signature) => signature === undefined)) return malformed
  const checkpoint = { origin, size: Number(sizeText), root }
  return accept({ checkpoint, signatures: signatures.filter((signature) => signature !== undefined) })
}

function parseSignature(line: string): NoteSignature | undefined {
  const match = /^— (\S+) (\S+)$/.exec(line)
  const bytes = decodeBase64(match?.[2] ?? '')
  if (match?.[1] === undefined || bytes === undefined || bytes.length <= 4) return undefined
  return { name: match[1], keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

/** Reads a note and believes it where one of these keys signed it. */
export function openCheckpoint(
  note: string,
  keys: readonly CheckpointKey[],
  verify: VerifySignature,
): Result<Checkpoint, CheckpointRefusal> {
  const parsed = parseCheckpoint(note)
  if (!parsed.ok) return parsed
  const { checkpoint, signatures } = parsed.value
  const body = utf8ToBytes(note.slice(0, note.indexOf('\n\n') + 1))
  const isSigned = signatures.some((made) =>
    keys.some(
      (key) => key.name === made.name && isKey(key, made) && verify(key.publicKey, body, made.signature),
    ),
  )
  return isSigned ? accept(checkpoint) : refuse('checkpoint-not-signed', { origin: checkpoint.origin })
}

function isKey(key: CheckpointKey, made: NoteSignature): boolean {
  return noteKeyId(key).every((byte, index) => byte === made.keyId[index])
}
