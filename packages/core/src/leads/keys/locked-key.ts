/**
 * The private key of a handler or keeper as the server stores it: locked once under the owner's passphrase, and once under a
 * recovery code that stands on a printed sheet in somebody else's safe. The server has both locks and neither key to them; the
 * sheet opens nothing without the owner's log-in, which alone is given the lock.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import { decodeBase64, encodeBase64 } from '../../ledger/index.ts'
import { keyIdOf, type Opener } from '../envelope/envelope.ts'
import { makeKeyPair } from '../envelope/hybrid-sealing.ts'
import { asciiBytes, type Bytes, hmac, randomBytes, type WebCrypto } from '../envelope/web-crypto.ts'
import { unwrapPrivateKey, wrapPrivateKey } from '../envelope/wrapped-key.ts'
import { codeChanceBytes, parseReceiptCode, receiptCode } from '../receipt/receipt-code.ts'
import { type PassphraseCost, parsePassphrase, passphraseSecret, presentCost } from './passphrase.ts'

/** A private key under its owner's passphrase. */
export interface PassphraseLock extends PassphraseCost {
  /** Base64 */
  readonly salt: string
  /** see `wrapPrivateKey` */
  readonly wrapped: string
}

/** A key as it is stored. */
export interface LockedKey {
  readonly keyId: string
  /** uncompressed P-256 point in Base64 */
  readonly publicKey: string
  readonly lock: PassphraseLock
  /** the private key under the code of the recovery sheet */
  readonly recovery: string
}

/** A new key: what is stored, what opens leads now, and the code that is printed once and stored nowhere. */
export interface NewKey {
  readonly locked: LockedKey
  readonly opener: Opener
  readonly recoveryCode: string
}

/** Makes a pair of keys and locks the private one twice. */
export async function makeLockedKey(
  crypto: WebCrypto,
  typed: string,
): Promise<Result<NewKey, 'passphrase-short'>> {
  const phrase = parsePassphrase(typed)
  if (!phrase.ok) return phrase
  const pair = await makeKeyPair(crypto)
  const keyId = await keyIdOf(crypto, pair.publicKey)
  const publicKey = encodeBase64(pair.publicKey)
  const recoveryCode = newCode(crypto)
  const secret = await recoverySecret(crypto, recoveryCode)
  const locked = {
    keyId,
    publicKey,
    lock: await lockWith(crypto, phrase.value, pair.privateKey),
    recovery: await wrapPrivateKey(crypto, secret, pair.privateKey),
  }
  return accept({ locked, opener: { keyId, publicKey, privateKey: pair.privateKey }, recoveryCode })
}

/** Locks a private key under a passphrase: a new one, or the same key under another phrase. */
async function lockWith(crypto: WebCrypto, phrase: string, privateKey: Bytes): Promise<PassphraseLock> {
  const salt = randomBytes(crypto, 16)
  const secret = passphraseSecret(phrase, salt, presentCost)
  return {
    ...presentCost,
    salt: encodeBase64(salt),
    wrapped: await wrapPrivateKey(crypto, secret, privateKey),
  }
}

/** Opens a key with its owner's passphrase. */
export async function unlockKey(
  crypto: WebCrypto,
  { keyId, publicKey, lock }: Pick<LockedKey, 'keyId' | 'publicKey' | 'lock'>,
  typed: string,
): Promise<Result<Opener, 'passphrase-wrong'>> {
  const salt = decodeBase64(lock.salt)
  const phrase = parsePassphrase(typed)
  if (salt === undefined || !phrase.ok) return refuse('passphrase-wrong')
  const secret = passphraseSecret(phrase.value, salt, lock)
  const privateKey = await unwrapPrivateKey(crypto, secret, lock.wrapped)
  return privateKey === undefined ? refuse('passphrase-wrong') : accept({ keyId, publicKey, privateKey })
}

/** Why a key was not given a new passphrase. */
export type RecoveryRefusal = 'recovery-code-wrong' | 'passphrase-short'

/** Opens a key with the code of its sheet and locks it under a new passphrase; the code stays what it is. */
export async function relockKey(
  crypto: WebCrypto,
  { recovery }: Pick<LockedKey, 'recovery'>,
  { code, passphrase }: { readonly code: string; readonly passphrase: string },
): Promise<Result<PassphraseLock, RecoveryRefusal>> {
  const phrase = parsePassphrase(passphrase)
  if (!phrase.ok) return phrase
  const read = parseReceiptCode(code)
  if (!read.ok) return refuse('recovery-code-wrong')
  const privateKey = await unwrapPrivateKey(crypto, await recoverySecret(crypto, read.value), recovery)
  return privateKey === undefined
    ? refuse('recovery-code-wrong')
    : accept(await lockWith(crypto, phrase.value, privateKey))
}

function newCode(crypto: WebCrypto): string {
  for (;;) {
    const code = receiptCode(randomBytes(crypto, codeChanceBytes))
    if (code !== undefined) return code
  }
}

/** A code of 94 bits needs no stretching. */
function recoverySecret(crypto: WebCrypto, code: string): Promise<Bytes> {
  return hmac(crypto, asciiBytes(code), asciiBytes('guanjia-lead/1 recovery'))
}
