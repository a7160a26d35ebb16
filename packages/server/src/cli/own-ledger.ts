/**
 * The ledger of this house, opened for reading alone, and the keys that its own folder and its zone name.
 */

import type { LedgerBundle } from '@guanjia/core/ledger'
import { sql } from 'kysely'
import { readConfig } from '../config.ts'
import { openDatabaseToRead } from '../database-home.ts'
import { exportLedger, type LedgerTables, ledgerFileText } from '../ledger/index.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { readPublicKeys } from '../platform/signing/index.ts'
import { readZoneContent } from '../platform/zone-content.ts'

/** The ledger of this house. */
export interface OwnLedger extends AsyncDisposable {
  readonly bundle: () => Promise<LedgerBundle>
  /** the file to hand out, piece by piece */
  readonly fileText: () => AsyncGenerator<string>
  readonly count: () => Promise<{ readonly leaves: number }>
}

function settings() {
  const { config, secrets } = readConfig(process.env, { demonstration: true })
  return { config, secrets, zone: readZoneContent(config.contentFolder) }
}

/** Opens it; undefined where this house was never started. */
export async function openOwnLedger(): Promise<OwnLedger | undefined> {
  const { config, secrets, zone } = settings()
  const home = await openDatabaseToRead(config, secrets)
  if (home === undefined) return undefined
  const opened = openDatabase({ ...home.address, statementSeconds: 0 }, () => undefined)
  const close = async () => {
    await opened[Symbol.asyncDispose]()
    await home[Symbol.asyncDispose]()
  }
  if (!(await holdsLedger(opened.database))) {
    await close()
    return undefined
  }
  const ledger = opened.database.withTables<LedgerTables>()
  const origin = zone.ledgerOrigin
  const keys = ownLedgerKeys().map((publicKey) => ({ name: origin, publicKey }))
  return {
    bundle: () => exportLedger(ledger, origin),
    fileText: () => ledgerFileText(ledger, { origin, keys }),
    count: async () => {
      const { rows } = await sql<{ leaves: number }>`
        select coalesce(max(size), 0) as leaves from ledger_checkpoint`.execute(ledger)
      return rows[0] ?? { leaves: 0 }
    },
    [Symbol.asyncDispose]: close,
  }
}

async function holdsLedger(database: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('guanjia.ledger_checkpoint') is not null as there`.execute(database)
  return rows[0]?.there === true
}

/** The public keys of the ledger in the folder of this house. */
export function ownLedgerKeys(): readonly Uint8Array[] {
  return readPublicKeys(settings().config.keysFolder, 'ledger').map(({ publicKey }) => publicKey)
}

/** The public keys, Base64, that somebody has pinned in the zone. */
export function pinnedLedgerKeys(): readonly string[] {
  return settings().zone.ledgerKeys
}
