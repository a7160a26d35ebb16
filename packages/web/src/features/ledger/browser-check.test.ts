import {
  appendLeaves,
  checkpointBody,
  checkpointNote,
  emptyFrontier,
  encodeBase64,
  leafHashOfText,
  packLedger,
  rootOf,
} from '@guanjia/core/ledger'
import { describe, expect, it } from 'vitest'
import { checkLedger } from './browser-check.ts'

const origin = 'test.ledger'
const leaves = ['{"act":"a.b","subject":"1"}', '{"act":"a.b","subject":"2"}', '{"act":"a.b","subject":"3"}']
const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
const key = encodeBase64(publicKey)

async function noteAt(size: number): Promise<string> {
  const hashes = leaves.slice(0, size).map((text) => leafHashOfText(text))
  const checkpoint = { origin, size, root: rootOf(appendLeaves(emptyFrontier, hashes).frontier) }
  const body = new TextEncoder().encode(checkpointBody(checkpoint))
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, body))
  return checkpointNote(checkpoint, { name: origin, publicKey }, signature)
}

const checkpoints = [await noteAt(1), await noteAt(3)]

function ledger(texts: readonly string[] = leaves, notes: readonly string[] = checkpoints): string {
  const leafHashes = texts.map((text) => leafHashOfText(text))
  return packLedger({ bundle: { origin, leaves: texts, leafHashes, checkpoints: notes }, keys: [] })
}

describe(checkLedger, () => {
  it('finds a sound ledger sound, with all its leaves and checkpoints', async () => {
    const check = await checkLedger({ text: ledger(), key, held: checkpoints[0] })
    expect(check).toMatchObject({ outcome: 'sound', leaves: 3, checkpoints: 2 })
  })

  it('believes no other key', async () => {
    const other = encodeBase64(new Uint8Array(32).fill(9))
    expect(await checkLedger({ text: ledger(), key: other, held: undefined })).toMatchObject({
      outcome: 'broken',
      because: 'checkpoint-not-signed',
    })
  })

  it('finds a leaf that was exchanged together with its hash', async () => {
    const changed = leaves.with(1, '{"act":"a.b","subject":"9"}')
    expect(await checkLedger({ text: ledger(changed), key, held: undefined })).toMatchObject({
      outcome: 'broken',
      because: 'root-differs',
    })
  })

  it('finds that a checkpoint seen earlier is no part of it any more', async () => {
    const shorter = ledger(leaves.slice(0, 1), checkpoints.slice(0, 1))
    expect(await checkLedger({ text: shorter, key, held: checkpoints[1] })).toMatchObject({
      outcome: 'broken',
      because: 'shorter-than-seen-before',
    })
  })

  it('cannot read another text', async () => {
    expect(await checkLedger({ text: '{}', key, held: undefined })).toEqual({ outcome: 'unreadable' })
    expect(await checkLedger({ text: ledger(), key: 'no key', held: undefined })).toEqual({
      outcome: 'unreadable',
    })
  })
})
