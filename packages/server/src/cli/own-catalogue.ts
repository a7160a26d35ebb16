/**
 * The published versions of this house's catalogue, opened for reading alone.
 */

import { sql } from 'kysely'
import { type ExportedFile, findCatalogueFiles } from '../catalogue/index.ts'
import { readConfig } from '../config.ts'
import { openDatabaseToRead } from '../database-home.ts'
import { openDatabase } from '../platform/database/database.ts'

/** A version as files. */
export interface OwnVersion {
  readonly number: number
  readonly files: readonly ExportedFile[]
}

/** Reads a version, the newest where no number is given; undefined where there is none. */
export async function readOwnVersion(number: number | undefined): Promise<OwnVersion | undefined> {
  const { config, secrets } = readConfig(process.env, { demonstration: true })
  const home = await openDatabaseToRead(config, secrets)
  if (home === undefined) return undefined
  await using opened = openDatabase({ ...home.address, statementSeconds: 0 }, () => undefined)
  try {
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass('guanjia.catalogue_version') is not null as there`.execute(opened.database)
    return rows[0]?.there === true ? await findCatalogueFiles(opened.database, number) : undefined
  } finally {
    await home[Symbol.asyncDispose]()
  }
}
