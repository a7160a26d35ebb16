/**
 * One-time codes for printing a licence: twelve signs without look-alikes, read out or typed at a kiosk.
 *
 * A code is drawn from the platform's own signature over the order, so it can be told again to whoever repeats the same
 * request, and is stored nowhere: the table keeps its hash.
 */

import { createHash } from 'node:crypto'
import type { Signing } from '../../platform/signing/index.ts'

/** Crockford's base 32: no I, L, O, U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** The code of an order, XXXX-XXXX-XXXX: 60 bits. */
export async function printCode(signing: Signing, orderId: string): Promise<string> {
  const { signature } = await signing.sign('receipt', Buffer.from(`licence print code\n${orderId}`))
  const digest = createHash('sha256').update(signature).digest()
  const code = Array.from({ length }, (_, index) => signs.charAt((digest[index] ?? 0) & 31)).join('')
  return code.replace(/.{4}(?=.)/g, '$&-')
}

/** What is kept of a code; spaces, dashes, small letters and look-alikes make no difference. */
export function printCodeHash(code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return createHash('sha256').update(plain).digest('hex')
}
