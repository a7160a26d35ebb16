/**
 * What `npm run bench` measures of the offline check: a ledger of a million leaves.
 */

import { generateKeyPairSync, sign } from 'node:crypto'
import {
  appendLeaves,
  checkpointBody,
  checkpointNote,
  emptyFrontier,
  leafHashOfText,
  leafText,
  rootOf,
  verifyLedger,
} from '@guanjia/core/ledger'
import { nativeSha256, verifyEd25519 } from '../platform/signing/index.ts'

const size = 1_000_000
const origin = 'guanjia.example/ledger'
const pair = generateKeyPairSync('ed25519')
const key = {
  name: origin,
  publicKey: Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
}

function millionLeaves() {
  const leaves = Array.from({ length: size }, (_, place) =>
    leafText({
      act: 'registration.approved',
      subject: `QG26-${place}`,
      at: '2026-05-06T01:30:00.000Z',
      body: { decisionId: '0190c1c4-7000-7000-8000-000000000001', licence: '37029020260506000017' },
    }),
  )
  const leafHashes = leaves.map((text) => leafHashOfText(text, nativeSha256))
  const { frontier } = appendLeaves(emptyFrontier, leafHashes, nativeSha256)
  const checkpoint = { origin, size, root: rootOf(frontier) }
  const signature = sign(null, Buffer.from(checkpointBody(checkpoint)), pair.privateKey)
  return { origin, leaves, leafHashes, checkpoints: [checkpointNote(checkpoint, key, signature)] }
}

let bundle: ReturnType<typeof millionLeaves> | undefined

/** Work with the most milliseconds it may take. */
export const goals = {
  'a ledger of 1,000,000 leaves checked': {
    work: () => {
      bundle ??= millionLeaves()
      const verdict = verifyLedger(bundle, { keys: [key], verify: verifyEd25519, sha256: nativeSha256 })
      if (!verdict.valid) throw new Error(`broken promise: the ledger is sound, not ${verdict.because}`)
    },
    mostMs: 10_000,
  },
}
