/**
 * Prints of licences: ordered with a code, made with it once, and a second time only for a reason.
 */

import { principalRef } from '@guanjia/core/access'
import { accept, type Refused, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { DuplicatePlace, LicenceCopy } from './licence-paper.ts'
import { findLicence, type LicenceTables, printedDuplicates } from './licence-store.ts'

function tables(context: CommandContext) {
  return context.tx.withTables<LicenceTables>()
}

/** An order to print. */
export interface PrintOrder {
  readonly id: string
  readonly number: string
  readonly copy: LicenceCopy
  readonly reason: string | undefined
  /** which duplicate; undefined for the next one */
  readonly place: number | undefined
  readonly codeHash: string
  readonly minutes: number
}

/** What is told to whoever ordered; the code itself is made from the id. */
export interface OrderedPrint {
  readonly id: string
  readonly expiresAt: string
}

/** Takes an order for one print. */
export async function orderPrint(
  context: CommandContext,
  order: PrintOrder,
): Promise<Result<OrderedPrint, 'licence-not-valid' | 'print-needs-reason' | 'duplicate-unknown'>> {
  const licence = await findLicence(tables(context), order.number)
  if (licence?.status !== 'valid') return refuse('licence-not-valid')
  const { duplicates } = licence
  if (order.place !== undefined && (order.copy === 'original' || order.place > duplicates))
    return refuse('duplicate-unknown', { duplicates })
  if (order.reason === undefined && (await wasPrinted(context, order, duplicates)))
    return refuse('print-needs-reason')
  const expiresAt = new Date(context.now.getTime() + order.minutes * 60_000)
  await tables(context)
    .insertInto('licence_print')
    .values({
      id: order.id,
      licence_number: order.number,
      copy: order.copy,
      place: order.place ?? null,
      ordered_by: principalRef(context.principal),
      ordered_at: context.now,
      code_hash: order.codeHash,
      expires_at: expiresAt,
      reason: order.reason ?? null,
      printed_at: null,
      device: null,
      paper_stock: null,
      paper_serial: null,
    })
    .execute()
  return accept({ id: order.id, expiresAt: expiresAt.toISOString() })
}

/** Whether what is ordered came out before: the original, this duplicate, or every one of them. */
async function wasPrinted(
  context: CommandContext,
  { number, copy, place }: PrintOrder,
  duplicates: number,
): Promise<boolean> {
  if (copy === 'duplicate') {
    const printed = await printedDuplicates(tables(context), number)
    return place === undefined ? nextDuplicate(printed, duplicates) === undefined : printed.has(place)
  }
  const earlier = await tables(context)
    .selectFrom('licence_print')
    .select('id')
    .where('licence_number', '=', number)
    .where('copy', '=', copy)
    .where('printed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return earlier !== undefined
}

/** The lowest duplicate that was not printed yet, or undefined. */
function nextDuplicate(printed: ReadonlySet<number>, duplicates: number): number | undefined {
  return Array.from({ length: duplicates }, (_, before) => before + 1).find((place) => !printed.has(place))
}

/** The code typed in, and the sheet in the printer. */
export interface PrintRequest {
  readonly codeHash: string
  readonly device: string
  readonly paperStock: string
  readonly paperSerial: string
}

/** What is to be printed. */
export interface PrintToMake {
  readonly number: string
  readonly copy: LicenceCopy
  /** which duplicate, and of how many; null for the original */
  readonly duplicate: DuplicatePlace | null
}

/** Refusals of a print. */
export type PrintRefusal =
  | 'licence-not-valid'
  | 'print-code-unknown'
  | 'print-needs-reason'
  | 'paper-serial-used'

/** Uses up a code. Of any number of requests with one code, one succeeds. */
export async function makePrint(
  context: CommandContext,
  request: PrintRequest,
): Promise<Result<PrintToMake, PrintRefusal>> {
  const { codeHash } = request
  const ordered = await tables(context)
    .selectFrom('licence_print')
    .select(['licence_number', 'copy', 'place'])
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
  const licence = ordered && (await findLicence(tables(context), ordered.licence_number))
  if (ordered === undefined || licence === undefined) return refuse('print-code-unknown')
  const place = ordered.copy === 'duplicate' ? await placeFor(context, ordered, licence.duplicates) : null
  const used = await tables(context)
    .updateTable('licence_print')
    .set({
      printed_at: context.now,
      place,
      device: request.device,
      paper_stock: request.paperStock,
      paper_serial: request.paperSerial,
    })
    .where('code_hash', '=', request.codeHash)
    .where('printed_at', 'is', null)
    .where('expires_at', '>', context.now)
    .returning(['id', 'licence_number', 'copy', 'reason'])
    .executeTakeFirst()
  if (used === undefined) return refuse('print-code-unknown')
  const { id, licence_number: number, copy, reason } = used
  if (licence.status !== 'valid') return refuse('licence-not-valid')
  const { device, paperStock, paperSerial } = request
  context.record({
    act: 'licence.printed',
    subject: number,
    body: { print: id, copy, place, device, paperStock, paperSerial, again: reason !== null },
  })
  const duplicate = place === null ? null : { place, of: licence.duplicates }
  return accept({ number, copy, duplicate })
}

/** The number a duplicate comes out under: the one ordered, else the next; the last once more where all were printed. */
async function placeFor(
  context: CommandContext,
  { licence_number: number, place }: { readonly licence_number: string; readonly place: number | null },
  duplicates: number,
): Promise<number> {
  if (place !== null) return place
  return nextDuplicate(await printedDuplicates(tables(context), number), duplicates) ?? duplicates
}

/** What a violated rule of the table means to whoever prints. */
export function printConflict(constraint: string): Refused<PrintRefusal> | undefined {
  if (constraint === 'licence_print_reprint_has_reason') return refuse('print-needs-reason')
  if (constraint === 'licence_print_sheet_once') return refuse('paper-serial-used')
  return undefined
}
