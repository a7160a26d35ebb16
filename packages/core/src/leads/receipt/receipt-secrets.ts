/**
 * What follows from a receipt code: a word to look the lead up with, which the server hears, and the secret that opens the
 * reporter's private key, which it does not hear where the browser can calculate. Neither leads to the other.
 */

import { asciiBytes, type Bytes, hmac, type WebCrypto } from '../envelope/web-crypto.ts'

/** The two secrets of a code, 32 bytes each. */
export interface ReceiptSecrets {
  /** in hex, as it is sent */
  readonly lookup: string
  /** wraps the reporter's private key */
  readonly keySecret: Bytes
}

/** Derives both from a code as `parseReceiptCode` gives it; its 94 bits of chance need no stretching. */
export async function receiptSecrets(crypto: WebCrypto, code: string): Promise<ReceiptSecrets> {
  const bytes = asciiBytes(code)
  const lookup = await hmac(crypto, bytes, asciiBytes('guanjia-lead/1 lookup'))
  return {
    lookup: Array.from(lookup, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    keySecret: await hmac(crypto, bytes, asciiBytes('guanjia-lead/1 key')),
  }
}
