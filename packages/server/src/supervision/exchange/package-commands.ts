/**
 * What leaves: put together by the list of the agreement, looked at, let go by a second person.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  agreementInForce,
  type ExchangeRecord,
  exchangeDigest,
  listedFields,
  mostRecords,
  packageFormat,
  soundFields,
} from '@guanjia/core/supervision'
import type { Selectable } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { LightRefusal } from '../nodes/light-look.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import type { AgreementContent } from './exchange-content.ts'
import { type SealedFile, sealedFile } from './exchange-file.ts'
import { exchangeRows } from './exchange-rows.ts'
import type { ExchangeTables, PackageState } from './exchange-tables.ts'

type PackageRow = Selectable<ExchangeTables['exchange_package']>
type FieldRefusal = 'field-not-allowed' | 'field-malformed'
type SendingRefusal = 'agreement-unknown' | 'agreement-not-in-force' | 'agreement-sends-nothing'

/** Puts a package together; nothing of it leaves yet. */
export async function draftPackage(
  room: SupervisionRoom,
  context: CommandContext,
  agreementId: string,
): Promise<
  Result<
    { id: string; records: number },
    SendingRefusal | FieldRefusal | LightRefusal | 'nothing-to-send' | 'records-too-many'
  >
> {
  const sending = sendingAgreement(room, context, agreementId)
  if (!sending.ok) return sending
  const { partner, outgoing } = sending.value
  const rows = await exchangeRows(room, outgoing.schema, partner)
  if (!rows.ok) return rows
  const records = rows.value
    .map((row) => listedFields(row, outgoing.fields))
    .filter((record) => Object.keys(record).length > 0)
  if (records.length === 0) return refuse('nothing-to-send')
  if (records.length > mostRecords)
    return refuse('records-too-many', { count: records.length, most: mostRecords })
  const sound = soundFields({ records, schema: outgoing.schema }, outgoing)
  if (!sound.ok) return sound
  const id = room.newId()
  await keepDraft(context, { id, agreement: sending.value, records })
  const { record, emit } = context
  const digest = exchangeDigest({ records })
  record({
    act: 'supervision.package-drafted',
    subject: id,
    body: { partner, agreement: agreementId, records: records.length, digest },
  })
  emit({ type: 'supervision.exchange-moved', subject: id, body: { act: 'draft' } })
  return accept({ id, records: records.length })
}

type Sending = AgreementContent & { readonly outgoing: NonNullable<AgreementContent['outgoing']> }

function sendingAgreement(
  room: SupervisionRoom,
  { now }: CommandContext,
  agreementId: string,
): Result<Sending, SendingRefusal> {
  const agreement = room.exchange.agreements.find(({ id }) => id === agreementId)
  if (agreement === undefined) return refuse('agreement-unknown')
  const holds = agreementInForce(agreement, dayOf(room, now))
  if (!holds.ok) return holds
  const { outgoing } = agreement
  return outgoing === undefined ? refuse('agreement-sends-nothing') : accept({ ...agreement, outgoing })
}

interface Draft {
  readonly id: string
  readonly agreement: Sending
  readonly records: readonly ExchangeRecord[]
}

async function keepDraft(context: CommandContext, { id, agreement, records }: Draft): Promise<void> {
  await supervisionTables(context.tx)
    .insertInto('exchange_package')
    .values({
      id,
      partner: agreement.partner,
      agreement: agreement.id,
      schema: agreement.outgoing.schema,
      records: JSON.stringify(records),
      record_count: records.length,
      state: 'drafted',
      drafted_by: personOf(context),
      drafted_at: context.now,
    })
    .execute()
}

async function lockDraft(
  { tx }: CommandContext,
  id: string,
): Promise<Result<PackageRow, 'package-unknown' | 'package-not-drafted'>> {
  const row = await supervisionTables(tx)
    .selectFrom('exchange_package')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return refuse('package-unknown')
  return row.state === 'drafted' ? accept(row) : refuse('package-not-drafted')
}

/** Lets a package go: what was previewed, held against the list once more, numbered and signed. */
export async function releasePackage(
  room: SupervisionRoom,
  context: CommandContext,
  id: string,
): Promise<
  Result<
    { id: string; sequence: number; digest: string },
    'package-unknown' | 'package-not-drafted' | 'agreement-unknown' | 'agreement-not-in-force' | FieldRefusal
  >
> {
  const found = await lockDraft(context, id)
  if (!found.ok) return found
  const row = found.value
  const sending = sendingAgreement(room, context, row.agreement)
  // an agreement that sends nothing any more is no ground to send
  if (!sending.ok)
    return sending.code === 'agreement-not-in-force'
      ? refuse(sending.code, sending.because)
      : refuse('agreement-unknown')
  const sound = soundFields(row, sending.value.outgoing)
  if (!sound.ok) return sound
  const sequence = (await lastSequence(context, row.partner)) + 1
  const sealed = await seal(room, context, { row, sequence })
  await supervisionTables(context.tx)
    .updateTable('exchange_package')
    .set({
      state: 'released',
      released_by: personOf(context),
      released_at: context.now,
      sequence,
      digest: sealed.digest,
      file: sealed.file,
    })
    .where('id', '=', id)
    .execute()
  const { digest } = sealed
  context.record({
    act: 'supervision.package-released',
    subject: id,
    body: { partner: row.partner, agreement: row.agreement, sequence, records: row.record_count, digest },
  })
  context.emit({ type: 'supervision.exchange-moved', subject: id, body: { act: 'release' } })
  return accept({ id, sequence, digest })
}

/** Two who release at once get the same number, and the constraint lets one of them try again. */
async function lastSequence({ tx }: CommandContext, partner: string): Promise<number> {
  const last = await supervisionTables(tx)
    .selectFrom('exchange_package')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('partner', '=', partner)
    .executeTakeFirst()
  return last?.sequence ?? 0
}

function seal(
  { signing, exchange }: SupervisionRoom,
  { now }: CommandContext,
  { row, sequence }: { readonly row: PackageRow; readonly sequence: number },
): Promise<SealedFile> {
  const { id, partner: to, agreement, schema, records } = row
  return sealedFile(signing, 'package', {
    format: packageFormat,
    id,
    from: exchange.own,
    to,
    agreement,
    schema,
    sequence,
    releasedAt: now.toISOString(),
    records,
  })
}

/** Throws a draft away. */
export async function discardPackage(
  context: CommandContext,
  id: string,
): Promise<Result<{ state: PackageState }, 'package-unknown' | 'package-not-drafted'>> {
  const found = await lockDraft(context, id)
  if (!found.ok) return found
  const { tx, now, record, emit } = context
  await supervisionTables(tx)
    .updateTable('exchange_package')
    .set({ state: 'discarded', discarded_by: personOf(context), discarded_at: now })
    .where('id', '=', id)
    .execute()
  record({ act: 'supervision.package-discarded', subject: id, body: { partner: found.value.partner } })
  emit({ type: 'supervision.exchange-moved', subject: id, body: { act: 'discard' } })
  return accept({ state: 'discarded' })
}

/** Who put a package together; undefined where there is none. */
export async function findPackagePeople({ database }: SupervisionRoom, id: string) {
  const row = await supervisionTables(database)
    .selectFrom('exchange_package')
    .select('drafted_by')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { proposedById: row.drafted_by }
}
