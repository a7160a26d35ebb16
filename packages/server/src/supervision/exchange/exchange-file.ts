/**
 * The file that carries a package or a receipt: what is said, and the signature over its canonical text.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type Canonical, canonicalJson, decodeBase64, encodeBase64 } from '@guanjia/core/ledger'
import {
  type ExchangePackage,
  type ExchangeReceipt,
  type ExchangeSignature,
  exchangeBytes,
  exchangeDigest,
  exchangeSchemaNames,
  mostRecords,
  packageFormat,
  receiptFormat,
} from '@guanjia/core/supervision'
import {
  array,
  enum as choice,
  int,
  iso,
  literal,
  object,
  type output,
  record,
  string,
  union,
  uuid,
} from 'zod'
import type { Signing } from '../../platform/signing/index.ts'

const name = string().regex(/^[\w-]{1,60}$/)
const digest = string().regex(/^[0-9a-f]{64}$/)
/** What canonical JSON can say. */
const text = string().regex(/^\P{Surrogate}*$/u)
const moment = iso.datetime()

const signature = object({
  algorithm: literal('Ed25519'),
  keyId: string().regex(/^[\w-]{1,64}$/),
  value: string().transform((value, { addIssue }) => {
    const bytes = decodeBase64(value)
    if (bytes?.length !== 64) addIssue('a signature of Ed25519 has 64 bytes')
    return bytes ?? new Uint8Array()
  }),
}).strict()

const packageFile = object({
  package: object({
    format: literal(packageFormat),
    id: uuid(),
    from: name,
    to: name,
    agreement: name,
    schema: choice(exchangeSchemaNames),
    sequence: int().min(1),
    releasedAt: moment,
    records: array(record(text.max(60), union([text, int()])))
      .min(1)
      .max(mostRecords),
  }).strict(),
  signature,
}).strict()

const receiptFile = object({
  receipt: object({
    format: literal(receiptFormat),
    package: uuid(),
    from: name,
    to: name,
    sequence: int().min(1),
    digest,
    records: int().min(1),
    receivedAt: moment,
  }).strict(),
  signature,
}).strict()

function signatureOf({
  signature: made,
}: {
  readonly signature: output<typeof signature>
}): ExchangeSignature {
  return { keyId: made.keyId, signature: made.value }
}

/** Something signed, not yet believed. */
interface SignedSaying<Said> {
  readonly said: Said
  readonly signature: ExchangeSignature
}

/** Reads a package. */
export function parsePackageFile(
  file: string,
): Result<SignedSaying<ExchangePackage>, 'exchange-file-malformed'> {
  const parsed = packageFile.safeParse(parsedJson(file))
  if (!parsed.success) return refuse('exchange-file-malformed')
  return accept({ said: parsed.data.package, signature: signatureOf(parsed.data) })
}

/** Reads a receipt. */
export function parseReceiptFile(
  file: string,
): Result<SignedSaying<ExchangeReceipt>, 'exchange-file-malformed'> {
  const parsed = receiptFile.safeParse(parsedJson(file))
  if (!parsed.success) return refuse('exchange-file-malformed')
  return accept({ said: parsed.data.receipt, signature: signatureOf(parsed.data) })
}

function parsedJson(file: string): unknown {
  try {
    return JSON.parse(file)
  } catch {
    return undefined
  }
}

/** A file with the digest of what was signed in it. */
export interface SealedFile {
  readonly file: string
  readonly digest: string
}

/** Signs what is said with the key of the zone; the file is canonical too, so that it is the same bytes each time. */
export async function sealedFile(
  signing: Signing,
  as: 'package' | 'receipt',
  said: ExchangePackage | ExchangeReceipt,
): Promise<SealedFile> {
  const { algorithm, keyId, signature: made } = await signing.sign('exchange', exchangeBytes({ ...said }))
  const file: Canonical = {
    [as]: { ...said },
    signature: { algorithm, keyId, value: encodeBase64(made) },
  }
  return { file: `${canonicalJson(file)}\n`, digest: exchangeDigest({ ...said }) }
}
