/**
 * Whether a package, or a receipt, that came in is believed. Judged in this order: is it for us, did a partner whose key we hold
 * sign it, have we had it before, was it agreed upon, is it the next one, does it say nothing but what was agreed.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { VerifySignature } from '../../ledger/index.ts'
import { agreementInForce, type ExchangeAgreement, type ExchangeFlow } from './exchange-agreement.ts'
import {
  type ExchangePackage,
  type ExchangeSignature,
  exchangeBytes,
  exchangeDigest,
  type Said,
  unlistedField,
} from './exchange-package.ts'
import { fieldKind, isOfKind } from './exchange-schema.ts'

/** A key of a partner that two people entered and nobody retired. */
export interface PartnerKey {
  readonly partner: string
  readonly keyId: string
  /** raw Ed25519 key, 32 bytes */
  readonly publicKey: Uint8Array
}

/** Who reads, and whose signatures are believed. */
export interface ExchangeReader {
  /** id of our own organisation */
  readonly own: string
  readonly keys: readonly PartnerKey[]
  readonly verify: VerifySignature
}

/** Why a signed file is not believed. */
export type ExchangeDoubt = 'package-not-for-us' | 'exchange-key-unknown' | 'exchange-signature-wrong'

/** Why a package is not taken in. */
export type PackageRefusal =
  | ExchangeDoubt
  | 'package-altered'
  | 'agreement-unknown'
  | 'agreement-not-in-force'
  | 'sequence-gap'
  | 'sequence-replayed'
  | 'field-not-allowed'
  | 'field-malformed'

/** What is known when a package comes in. */
export interface PackageQuestion extends ExchangeReader {
  readonly on: PlainDate
  readonly agreements: readonly ExchangeAgreement[]
  /** sequence number of the last package that was taken in from this sender; 0 where there was none */
  readonly last: number
  /** digest of the package of this sender and id that was taken in before */
  readonly earlier?: string | undefined
}

/** Whether somebody whose key we hold signed it, for us. */
export function believed(
  said: Said & { readonly from: string; readonly to: string },
  { keyId, signature }: ExchangeSignature,
  { own, keys, verify }: ExchangeReader,
): Result<undefined, ExchangeDoubt> {
  if (said.to !== own) return refuse('package-not-for-us', { to: said.to })
  const key = keys.find((one) => one.partner === said.from && one.keyId === keyId)
  if (key === undefined) return refuse('exchange-key-unknown', { key: keyId })
  const isSigned = verify(key.publicKey, exchangeBytes(said), signature)
  return isSigned ? accept(undefined) : refuse('exchange-signature-wrong')
}

/** Whether a package is taken in: `known` where the very same one was before, and nothing is to be done. */
export function packageVerdict(
  said: ExchangePackage,
  signature: ExchangeSignature,
  question: PackageQuestion,
): Result<'new' | 'known', PackageRefusal> {
  const honest = believed({ ...said }, signature, question)
  if (!honest.ok) return honest
  const { earlier, on } = question
  if (earlier !== undefined)
    return earlier === exchangeDigest({ ...said }) ? accept('known') : refuse('package-altered')
  const agreement = question.agreements.find(
    ({ id, partner, incoming }) =>
      id === said.agreement && partner === said.from && incoming?.schema === said.schema,
  )
  if (agreement?.incoming === undefined) return refuse('agreement-unknown')
  const holds = agreementInForce(agreement, on)
  if (!holds.ok) return holds
  const inTurn = nextInTurn(said.sequence, question.last)
  if (!inTurn.ok) return inTurn
  const sound = soundFields(said, agreement.incoming)
  return sound.ok ? accept('new') : sound
}

function nextInTurn(sequence: number, last: number): Result<undefined, 'sequence-gap' | 'sequence-replayed'> {
  if (sequence === last + 1) return accept(undefined)
  return refuse(sequence > last ? 'sequence-gap' : 'sequence-replayed', { sequence, expected: last + 1 })
}

/** Whether every field of a package stands on the list and holds what its schema says; the first that does not is named. */
export function soundFields(
  { records, schema }: Pick<ExchangePackage, 'records' | 'schema'>,
  { fields }: Pick<ExchangeFlow, 'fields'>,
): Result<undefined, 'field-not-allowed' | 'field-malformed'> {
  const outside = unlistedField(records, fields)
  if (outside !== undefined) return refuse('field-not-allowed', { field: outside })
  for (const [at, record] of records.entries())
    for (const [field, value] of Object.entries(record)) {
      const kind = fieldKind(schema, field)
      if (kind === undefined || !isOfKind(value, kind))
        return refuse('field-malformed', { field, place: at + 1 })
    }
  return accept(undefined)
}
