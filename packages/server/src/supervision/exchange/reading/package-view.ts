/**
 * One package whole: every record and every field as it leaves, has left, or came in; and the files.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readImport, readPackage } from '@guanjia/contract/supervision'
import { may } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type ExchangeRecord, type ExchangeSchema, exchangeSchemas } from '@guanjia/core/supervision'
import { type Answer, answer } from '../../../platform/http/answer.ts'
import type { Language } from '../../board/light-words.ts'
import type { SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import type { Reader } from '../../tasks/task-view.ts'
import { fieldName } from '../exchange-content.ts'
import { parsePackageFile } from '../exchange-file.ts'
import { withheldNames } from './exchange-view.ts'
import { listImports, listPackages } from './package-rows.ts'

type Page = RouteOutput<typeof readPackage>
type ImportPage = RouteOutput<typeof readImport>

/** The preview of a draft, or the package as it left. */
export async function readPackagePage(
  room: SupervisionRoom,
  id: string,
  { principal, language }: Reader,
): Promise<Result<Page, 'package-unknown'>> {
  const [row] = await listPackages(room, language, id)
  const kept = await findPackage(room, id)
  if (row === undefined || kept === undefined) return refuse('package-unknown')
  const { schema, records, digest, drafted_by: proposedById } = kept
  const fields =
    room.exchange.agreements.find((one) => one.id === kept.agreement)?.outgoing?.fields ?? usedFields(records)
  return accept({
    row,
    content: {
      ...shownRecords(room, { schema, fields, records }, language),
      digest,
      keyId: keyOf(kept.file),
    },
    mayRelease: row.state === 'drafted' && may(principal, 'supervision.release-package', { proposedById }),
  })
}

function findPackage({ database }: SupervisionRoom, id: string) {
  return supervisionTables(database)
    .selectFrom('exchange_package')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

function keyOf(file: string | null): string | null {
  const parsed = file === null ? undefined : parsePackageFile(file)
  return parsed?.ok === true ? parsed.value.signature.keyId : null
}

interface Records {
  readonly schema: ExchangeSchema
  readonly fields: readonly string[]
  readonly records: readonly ExchangeRecord[]
}

/** The fields that records have, in the order of their schema. */
function usedFields(records: readonly ExchangeRecord[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))]
}

function shownRecords(room: SupervisionRoom, { schema, fields, records }: Records, language: Language) {
  const inOrder = [
    ...Object.keys(exchangeSchemas[schema]).filter((field) => fields.includes(field)),
    // whatever else got in is shown as well
    ...usedFields(records).filter((field) => !fields.includes(field)),
  ]
  return {
    fields: inOrder.map((field) => ({
      id: field,
      name: fieldName(room.exchange, { schema, field, language }),
    })),
    withheld: withheldNames(room, { schema, fields: inOrder }, language),
    records: [...records],
  }
}

/** A package that came in. */
export async function readImportPage(
  room: SupervisionRoom,
  id: string,
  { language }: Reader,
): Promise<Result<ImportPage, 'import-unknown'>> {
  const [row] = await listImports(room, language, id)
  const kept = await findImport(room, id)
  if (row === undefined || kept === undefined) return refuse('import-unknown')
  const { schema, records, digest, key_id: keyId } = kept
  const shown = shownRecords(room, { schema, fields: usedFields(records), records }, language)
  return accept({ row, content: { ...shown, digest, keyId } })
}

function findImport({ database }: SupervisionRoom, id: string) {
  return supervisionTables(database)
    .selectFrom('exchange_import')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The signed file of a package that left. */
export async function packageDownload(
  room: SupervisionRoom,
  id: string,
): Promise<Result<Answer<Buffer>, 'package-unknown' | 'package-not-released'>> {
  const kept = await findPackage(room, id)
  if (kept === undefined) return refuse('package-unknown')
  if (kept.file === null) return refuse('package-not-released')
  return accept(download(kept.file, `exchange-${kept.partner}-${kept.sequence}.json`))
}

/** The receipt for a package that came in. */
export async function receiptDownload(
  room: SupervisionRoom,
  id: string,
): Promise<Result<Answer<Buffer>, 'import-unknown'>> {
  const kept = await findImport(room, id)
  if (kept === undefined) return refuse('import-unknown')
  return accept(download(kept.receipt, `receipt-${kept.partner}-${kept.sequence}.json`))
}

function download(text: string, name: string): Answer<Buffer> {
  return answer(Buffer.from(text), {
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  })
}
