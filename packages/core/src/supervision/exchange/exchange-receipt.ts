/**
 * A receipt: the receiver of a package says which bytes it has taken in, and signs that.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { ExchangeSignature } from './exchange-package.ts'
import { believed, type ExchangeDoubt, type ExchangeReader } from './package-verdict.ts'

/** The version of the form that is written and read. */
export const receiptFormat = 'guanjia-exchange-receipt/1'

/** What is signed. */
export interface ExchangeReceipt {
  readonly format: typeof receiptFormat
  /** id of the package */
  readonly package: string
  /** who received it, and who had sent it */
  readonly from: string
  readonly to: string
  readonly sequence: number
  /** of the package that was received, see `exchangeDigest` */
  readonly digest: string
  readonly records: number
  /** UTC */
  readonly receivedAt: string
}

/** A package that was released. */
export interface SentPackage {
  readonly to: string
  readonly sequence: number
  readonly digest: string
}

/** Why a receipt is not believed. */
export type ReceiptRefusal = ExchangeDoubt | 'receipt-of-nothing' | 'receipt-differs'

/** Whether a receipt is one of a package that left, over the same bytes. */
export function receiptVerdict(
  said: ExchangeReceipt,
  signature: ExchangeSignature,
  reader: ExchangeReader & { readonly sent: SentPackage | undefined },
): Result<undefined, ReceiptRefusal> {
  const honest = believed({ ...said }, signature, reader)
  if (!honest.ok) return honest
  const { sent } = reader
  if (sent === undefined || sent.to !== said.from) return refuse('receipt-of-nothing')
  const isSame = sent.digest === said.digest && sent.sequence === said.sequence
  return isSame ? accept(undefined) : refuse('receipt-differs')
}
