/**
 * The development driver of signing: Ed25519 keys in a folder, one file a key, made at the first start.
 *
 * `licence-1.pem`, `licence-2.pem`, …: the highest number signs, the others only verify. A key is retired by adding the
 * next number; none is ever removed, since what it signed must stay checkable.
 */

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '@guanjia/core/kernel'
import { readOrCreateSecret, readSecret } from './key-file.ts'
import { type PublicSigningKey, type Signing, type SigningPurpose, signingPurposes } from './signing.ts'

interface HeldKey {
  readonly public: PublicSigningKey
  readonly private: KeyObject
}

/** The public keys of a purpose in a folder, oldest first; nothing is made where there are none. */
export function readPublicKeys(folder: string, purpose: SigningPurpose): readonly PublicSigningKey[] {
  return existsSync(folder) ? keysIn(folder, purpose).map((key) => key.public) : []
}

/** Opens the folder; makes it, and the first key of each purpose, where they are missing. */
export function openKeyFolder(folder: string): Signing {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const held = signingPurposes.flatMap((purpose) => readKeys(folder, purpose))
  const current = new Map(held.flatMap((key) => (key.public.current ? [[key.public.purpose, key]] : [])))
  const keyFor = (purpose: SigningPurpose): HeldKey => {
    const key = current.get(purpose)
    assert(key !== undefined, `there is a key for ${purpose}`)
    return key
  }
  return {
    sign: async (purpose, message) => {
      const key = keyFor(purpose)
      const { algorithm, keyId } = key.public
      return { algorithm, keyId, signature: sign(null, message, key.private) }
    },
    currentKey: (purpose) => keyFor(purpose).public,
    publicKeys: () => held.map((key) => key.public),
  }
}

function readKeys(folder: string, purpose: SigningPurpose): readonly HeldKey[] {
  readOrCreateSecret(join(folder, `${purpose}-1.pem`), newKey)
  return keysIn(folder, purpose)
}

function keysIn(folder: string, purpose: SigningPurpose): readonly HeldKey[] {
  const numbers = readdirSync(folder)
    .flatMap((file) => new RegExp(`^${purpose}-(\\d+)\\.pem$`).exec(file)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other)
  return numbers.map((number) => {
    const secret = readSecret(join(folder, `${purpose}-${number}.pem`))
    return heldKey(purpose, createPrivateKey(secret), number === numbers.at(-1))
  })
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

function heldKey(purpose: SigningPurpose, key: KeyObject, current: boolean): HeldKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  assert(key.asymmetricKeyType === 'ed25519', `the ${purpose} key is an Ed25519 key`)
  const publicKey = Buffer.from(x, 'base64url')
  return {
    public: { purpose, algorithm: 'Ed25519', keyId: keyThumbprint(publicKey), publicKey, current },
    private: key,
  }
}

/** The first 66 bits of the RFC 7638 thumbprint of a raw key: enough to tell keys apart, short enough for a QR code. */
export function keyThumbprint(publicKey: Buffer): string {
  const members = `{"crv":"Ed25519","kty":"OKP","x":"${publicKey.toString('base64url')}"}`
  return createHash('sha256').update(members).digest('base64url').slice(0, 11)
}
