/**
 * The partners of a demonstration: each has a key made for the play, and signs what the script says it sends.
 */

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { encodeBase64 } from '@guanjia/core/ledger'
import { exchangeBytes } from '@guanjia/core/supervision'
import { keyThumbprint } from '../../platform/signing/index.ts'

/** What a package or a receipt says: values of the script, or of an earlier answer. */
type Said = Readonly<Record<string, string | number>>

/** A partner that signs. */
export interface PlayedPartner {
  /** raw key in base64 */
  readonly publicKey: string
  readonly file: (as: string, said: Said) => string
}

/** Partners by id; their keys live as long as the play. */
export function playedPartners(): (id: string) => PlayedPartner {
  const known = new Map<string, PlayedPartner>()
  return (id) => {
    const partner = known.get(id) ?? playedPartner(generateKeyPairSync('ed25519').privateKey)
    known.set(id, partner)
    return partner
  }
}

function playedPartner(privateKey: KeyObject): PlayedPartner {
  const raw = Buffer.from(String(privateKey.export({ format: 'jwk' }).x), 'base64url')
  return {
    publicKey: encodeBase64(raw),
    file: (as, said) => {
      const value = encodeBase64(sign(null, exchangeBytes(said), privateKey))
      return JSON.stringify({
        [as]: said,
        signature: { algorithm: 'Ed25519', keyId: keyThumbprint(raw), value },
      })
    },
  }
}
