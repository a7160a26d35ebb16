/**
 * Boxes of a mailbox: sealed to whoever holds the receipt, or to nobody. From outside they cannot be told apart.
 */

import { randomBytes, webcrypto } from 'node:crypto'
import type { MailboxBox } from '@guanjia/contract/leads/intake'
import { keyIdOf, makeKeyPair, type Reader, sealEnvelope } from '@guanjia/core/leads'

/** Seals bytes to a reporter as a message that was never kept. */
export async function sealBox(
  leadId: string,
  id: string,
  plain: Uint8Array<ArrayBuffer>,
  reader: Reader,
): Promise<MailboxBox> {
  const { content, wraps } = await sealEnvelope(webcrypto, { leadId, part: `message/${id}` }, plain, [reader])
  return { id, content, sealed: wraps[0]?.sealed ?? '' }
}

/** Somebody who does not exist: a key that nobody keeps, and a wrapped private key that is chance. */
export async function nobody(): Promise<Reader & { readonly wrappedKey: string }> {
  const { publicKey } = await makeKeyPair(webcrypto)
  return {
    keyId: await keyIdOf(webcrypto, publicKey),
    publicKey: Buffer.from(publicKey).toString('base64'),
    // nonce, PKCS #8 of a P-256 key, tag
    wrappedKey: randomBytes(12 + 138 + 16).toString('base64'),
  }
}
