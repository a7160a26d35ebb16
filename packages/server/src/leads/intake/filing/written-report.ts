/**
 * Takes in a report that is written down already, sealed as a form without scripts is.
 */

import { randomUUID, webcrypto } from 'node:crypto'
import {
  type Identity,
  identityText,
  type Report,
  reportText,
  sealEnvelope,
  sealSplit,
} from '@guanjia/core/leads'
import type { DatabaseAddress } from '../../../platform/database/database.ts'
import { openLeadDatabase } from '../../store/lead-database.ts'
import { readersOf } from '../../store/reader-keys.ts'
import { openReceipts } from '../../store/receipts.ts'
import { takeIn } from '../../store/taking-in.ts'
import { makeReporter } from './reporter.ts'

/** A report as it was written. */
export interface WrittenReport {
  readonly about: string
  readonly on: string
  readonly report: Report
  readonly identity: Identity | undefined
}

/** Takes it in with the rights of the intake; gives its id and the receipt code. */
export async function fileWritten(
  address: DatabaseAddress,
  { about, on, report, identity }: WrittenReport,
): Promise<{ readonly id: string; readonly code: string }> {
  await using database = openLeadDatabase({ ...address, connections: 1 })
  const id = randomUUID()
  const readers = await readersOf(database, about)
  const { code, lookup, keys } = await makeReporter()
  const bytes = (text: string) => new TextEncoder().encode(text)
  const place = { leadId: id, part: 'content' } as const
  const lead = {
    id,
    kind: identity === undefined ? ('anonymous' as const) : ('real-name' as const),
    about,
    sealedBy: 'server' as const,
    receivedOn: on,
    receiptHash: await (await openReceipts(database))(lookup),
    reporter: keys,
    envelope: await sealEnvelope(webcrypto, place, bytes(reportText(report)), readers.handlers),
    identity:
      identity &&
      (await sealSplit(webcrypto, { leadId: id, part: 'identity' }, bytes(identityText(identity)), readers)),
  }
  await takeIn(database, lead, randomUUID())
  return { id, code }
}
