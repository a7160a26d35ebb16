/**
 * What was agreed with a partner organisation: which fields of which records leave for it and come in from it, to what end,
 * from when until when.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { ExchangeSchema } from './exchange-schema.ts'

/** Records of one schema, and the fields of it that may go this way: nothing else does. */
export interface ExchangeFlow {
  readonly schema: ExchangeSchema
  readonly fields: readonly string[]
}

/** An agreement with one partner for one purpose. */
export interface ExchangeAgreement {
  readonly id: string
  readonly partner: string
  /** first and last day on which it holds */
  readonly from: PlainDate
  readonly until: PlainDate
  readonly outgoing?: ExchangeFlow | undefined
  readonly incoming?: ExchangeFlow | undefined
}

/** Whether an agreement holds on a day; refused with its days where it does not. */
export function agreementInForce(
  { from, until }: Pick<ExchangeAgreement, 'from' | 'until'>,
  on: PlainDate,
): Result<undefined, 'agreement-not-in-force'> {
  return from <= on && on <= until ? accept(undefined) : refuse('agreement-not-in-force', { from, until })
}
