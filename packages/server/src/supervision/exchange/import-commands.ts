/**
 * What comes in: packages of partners and their receipts, believed whole or not at all.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type ExchangePackage,
  exchangeDigest,
  type PackageRefusal,
  packageVerdict,
  type ReceiptRefusal,
  receiptFormat,
  receiptVerdict,
} from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import { verifyEd25519 } from '../../platform/signing/index.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { parsePackageFile, parseReceiptFile, sealedFile } from './exchange-file.ts'
import { believedKeys } from './partner-keys.ts'

/** What became of a package that came in. */
export interface TakenPackage {
  readonly id: string
  readonly state: 'new' | 'known'
  readonly sequence: number
  readonly records: number
}

/** Takes a package in; one that was taken in before changes nothing. */
export async function importPackage(
  room: SupervisionRoom,
  context: CommandContext,
  file: string,
): Promise<Result<TakenPackage, 'exchange-file-malformed' | PackageRefusal>> {
  const parsed = parsePackageFile(file)
  if (!parsed.ok) return parsed
  const { said, signature } = parsed.value
  const earlier = await findImport(context, said)
  const verdict = packageVerdict(said, signature, {
    ...(await readerOf(room, context)),
    on: dayOf(room, context.now),
    agreements: room.exchange.agreements,
    last: await lastImported(context, said.from),
    earlier: earlier?.digest,
  })
  if (!verdict.ok) return verdict
  const digest = exchangeDigest({ ...said })
  const { from: partner, sequence } = said
  const records = said.records.length
  if (earlier !== undefined) {
    // that it was shown again stands in the ledger, and that is all
    context.record({
      act: 'supervision.package-shown-again',
      subject: earlier.id,
      body: { partner, sequence, digest },
    })
    return accept({ id: earlier.id, state: 'known', sequence, records })
  }
  const id = await keepImport(room, context, { said, file, digest, keyId: signature.keyId })
  context.record({
    act: 'supervision.package-imported',
    subject: id,
    body: { partner, agreement: said.agreement, package: said.id, sequence, records, digest },
  })
  context.emit({ type: 'supervision.exchange-moved', subject: id, body: { act: 'import' } })
  return accept({ id, state: 'new', sequence, records })
}

async function readerOf({ exchange }: SupervisionRoom, { tx }: CommandContext) {
  return { own: exchange.own, keys: await believedKeys(tx), verify: verifyEd25519 }
}

function findImport({ tx }: CommandContext, { from, id }: ExchangePackage) {
  return supervisionTables(tx)
    .selectFrom('exchange_import')
    .select(['id', 'digest'])
    .where('partner', '=', from)
    .where('package_id', '=', id)
    .executeTakeFirst()
}

async function lastImported({ tx }: CommandContext, partner: string): Promise<number> {
  const last = await supervisionTables(tx)
    .selectFrom('exchange_import')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('partner', '=', partner)
    .executeTakeFirst()
  return last?.sequence ?? 0
}

interface Believed {
  readonly said: ExchangePackage
  readonly file: string
  readonly digest: string
  readonly keyId: string
}

/** Keeps it with the receipt that its sender is to have. */
async function keepImport(
  room: SupervisionRoom,
  context: CommandContext,
  { said, file, digest, keyId }: Believed,
): Promise<string> {
  const id = room.newId()
  const { from: partner, agreement, schema, sequence, records } = said
  const receipt = await sealedFile(room.signing, 'receipt', {
    format: receiptFormat,
    package: said.id,
    from: room.exchange.own,
    to: partner,
    sequence,
    digest,
    records: records.length,
    receivedAt: context.now.toISOString(),
  })
  await supervisionTables(context.tx)
    .insertInto('exchange_import')
    .values({
      id,
      partner,
      package_id: said.id,
      agreement,
      schema,
      sequence,
      records: JSON.stringify(records),
      record_count: records.length,
      digest,
      key_id: keyId,
      file,
      receipt: receipt.file,
      imported_by: personOf(context),
      imported_at: context.now,
    })
    .execute()
  return id
}

/** Takes the receipt of a partner; one that was taken before stays as it is. */
export async function takeReceipt(
  room: SupervisionRoom,
  context: CommandContext,
  file: string,
): Promise<Result<{ id: string; receivedAt: string }, 'exchange-file-malformed' | ReceiptRefusal>> {
  const parsed = parseReceiptFile(file)
  if (!parsed.ok) return parsed
  const { said, signature } = parsed.value
  const { tx, record, emit } = context
  const sent = await supervisionTables(tx)
    .selectFrom('exchange_package')
    .select(['id', 'partner', 'sequence', 'digest', 'received_at'])
    .where('id', '=', said.package)
    .forUpdate()
    .executeTakeFirst()
  const verdict = receiptVerdict(said, signature, {
    ...(await readerOf(room, context)),
    sent:
      sent === undefined
        ? undefined
        : { ...sent, to: sent.partner, sequence: sent.sequence ?? 0, digest: sent.digest ?? '' },
  })
  if (!verdict.ok) return verdict
  if (sent === undefined) return refuse('receipt-of-nothing')
  const receivedAt = sent.received_at ?? new Date(said.receivedAt)
  if (sent.received_at === null) {
    await supervisionTables(tx)
      .updateTable('exchange_package')
      .set({ receipt: file, received_at: receivedAt, receipt_taken_by: personOf(context) })
      .where('id', '=', sent.id)
      .execute()
    emit({ type: 'supervision.exchange-moved', subject: sent.id, body: { act: 'receipt' } })
  }
  const { partner, sequence, digest } = sent
  record({ act: 'supervision.receipt-taken', subject: sent.id, body: { partner, sequence, digest } })
  return accept({ id: sent.id, receivedAt: receivedAt.toISOString() })
}
