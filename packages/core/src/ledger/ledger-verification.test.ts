import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  appendLeaves,
  checkpointBody,
  checkpointNote,
  commitment,
  emptyFrontier,
  type LedgerBundle,
  leafHashOfText,
  leafText,
  openCheckpoint,
  opensCommitment,
  parseCheckpoint,
  rootOf,
  verifyLedger,
} from './index.ts'

const pair = generateKeyPairSync('ed25519')
const rawKey = (key: typeof pair.publicKey) => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
const origin = 'guanjia.example/ledger'
const key = { name: 'guanjia.example/ledger', publicKey: rawKey(pair.publicKey) }
const verifier = {
  keys: [key],
  verify: (_: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
    verify(null, message, pair.publicKey, signature),
}

function noteOver(texts: readonly string[], privateKey = pair.privateKey): string {
  const root = rootOf(
    appendLeaves(
      emptyFrontier,
      texts.map((text) => leafHashOfText(text)),
    ).frontier,
  )
  const checkpoint = { origin, size: texts.length, root }
  return checkpointNote(checkpoint, key, sign(null, Buffer.from(checkpointBody(checkpoint)), privateKey))
}

function bundleOf(texts: readonly string[]): LedgerBundle {
  const checkpoints: string[] = []
  for (let size = 10; size < texts.length; size += 10) checkpoints.push(noteOver(texts.slice(0, size)))
  return {
    origin,
    leaves: texts,
    leafHashes: texts.map((text) => leafHashOfText(text)),
    checkpoints: [...checkpoints, noteOver(texts)],
  }
}

const texts = Array.from({ length: 205 }, (_, index) =>
  leafText({
    act: 'registration.approved',
    subject: `case-${index}`,
    at: '2026-03-02T01:00:00Z',
    body: { index },
  }),
)
const honest = bundleOf(texts)

/** A hundred places, the same in every run. */
const places = Array.from(
  { length: 100 },
  (_, run) => createHash('sha256').update(`place ${run}`).digest().readUInt32BE() % 200,
)

const without = <T>(items: readonly T[], index: number) => items.filter((_, at) => at !== index)
const withAt = <T>(items: readonly T[], index: number, item: T) =>
  items.map((old, at) => (at === index ? item : old))

describe(verifyLedger, () => {
  it('believes an honest ledger and says how large it is', () => {
    expect(verifyLedger(honest, { ...verifier, held: honest.checkpoints })).toMatchObject({
      valid: true,
      size: 205,
    })
  })

  describe.each(places.map((place) => [place]))(
    'an attacker with the whole database, at leaf %i,',
    (place) => {
      const forged = `${texts[place]?.slice(0, -2)}9}}`

      it('is found editing a leaf, and editing its hash as well', () => {
        const edited = { ...honest, leaves: withAt(texts, place, forged) }
        expect(verifyLedger(edited, verifier)).toEqual({
          valid: false,
          firstBadLeaf: place,
          because: 'leaf-changed',
        })
        const hashed = { ...edited, leafHashes: edited.leaves.map((text) => leafHashOfText(text)) }
        const verdict = verifyLedger(hashed, verifier)
        expect(verdict).toMatchObject({ valid: false, because: 'root-differs' })
        // the signed roots narrow it down to the batch the leaf came in with
        expect(!verdict.valid && verdict.firstBadLeaf).toBe(Math.floor(place / 10) * 10)
      })

      it('is found deleting, inserting and reordering', () => {
        const deleted = without(texts, place)
        const inserted = [...texts.slice(0, place), forged, ...texts.slice(place)]
        const next = texts[place + 1] ?? ''
        const swapped = withAt(withAt(texts, place, next), place + 1, texts[place] ?? '')
        for (const leaves of [deleted, inserted, swapped]) {
          expect(verifyLedger({ ...honest, leaves }, verifier)).toMatchObject({
            valid: false,
            firstBadLeaf: place,
          })
          const rebuilt = { ...honest, leaves, leafHashes: leaves.map((text) => leafHashOfText(text)) }
          expect(verifyLedger(rebuilt, verifier)).toMatchObject({
            valid: false,
            firstBadLeaf: Math.floor(place / 10) * 10,
          })
        }
      })

      it('is found cutting the tail, restoring an old backup and showing a second view, against a held checkpoint', () => {
        const cut = bundleOf(texts.slice(0, place))
        const held = [noteOver(texts)]
        expect(verifyLedger(cut, { ...verifier, held })).toEqual({
          valid: false,
          firstBadLeaf: place,
          because: 'shorter-than-seen-before',
        })
        const fork = bundleOf(withAt(texts, place, forged))
        expect(verifyLedger(fork, verifier)).toMatchObject({ valid: true })
        expect(verifyLedger(fork, { ...verifier, held })).toMatchObject({
          valid: false,
          because: 'differs-from-seen-before',
        })
      })
    },
  )

  it('believes no checkpoint of a stranger, of another ledger, or with a flipped letter', () => {
    const stranger = generateKeyPairSync('ed25519').privateKey
    const with_ = (checkpoints: readonly string[]) => verifyLedger({ ...honest, checkpoints }, verifier)
    expect(with_([noteOver(texts, stranger)])).toMatchObject({ because: 'checkpoint-not-signed' })
    expect(with_([noteOver(texts).replace('205', '204')])).toMatchObject({ because: 'checkpoint-not-signed' })
    expect(with_(['nonsense'])).toMatchObject({ because: 'checkpoint-malformed' })
    expect(with_([])).toMatchObject({ because: 'no-checkpoint' })
    expect(verifyLedger({ ...honest, origin: 'elsewhere' }, verifier)).toMatchObject({
      because: 'checkpoint-of-another-ledger',
    })
  })
})

describe(openCheckpoint, () => {
  it('reads back what was signed', () => {
    const opened = openCheckpoint(noteOver(texts), verifier.keys, verifier.verify)
    expect(opened).toMatchObject({ ok: true, value: { origin, size: 205 } })
  })
  it('refuses sizes and roots that are written otherwise', () => {
    const note = noteOver(texts)
    for (const bad of [
      note.replace('\n205\n', '\n0205\n'),
      note.replace('=\n', '\n'),
      note.trimEnd(),
      note.replace('— ', '- '),
    ])
      expect(parseCheckpoint(bad)).toMatchObject({ code: 'checkpoint-malformed' })
  })
})

describe(commitment, () => {
  it('opens with its own salt and value only', () => {
    const made = commitment('00ff', '370214198804120016')
    expect(opensCommitment(made, '00ff', '370214198804120016')).toBe(true)
    expect(opensCommitment(made, '00fe', '370214198804120016')).toBe(false)
    expect(opensCommitment(made, '00ff', '370214198804120017')).toBe(false)
  })
})
