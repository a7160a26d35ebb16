/**
 * The staff accounts of a demonstration, made once however many servers open at the same moment.
 */

import { sql } from 'kysely'
import { type AccessTables, type DemonstrationAccount, openSecretSeal } from './access/index.ts'
import { admitDemonstrationStaff, readDemonstrationPeople } from './demonstration/people.ts'
import type { Ports } from './platform/ports.ts'

const demonstrationLock = 4_720_318_002

/** Makes the accounts that are missing, and gives all of them to be shown. */
export function prepareDemonstration(ports: Ports): Promise<readonly DemonstrationAccount[]> {
  const seal = openSecretSeal(ports.keysFolder)
  const people = readDemonstrationPeople(ports.contentFolder)
  return ports.database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${demonstrationLock})`.execute(connection)
    try {
      const [now, makeId] = [ports.clock.now(), ports.newId]
      return await admitDemonstrationStaff(connection.withTables<AccessTables>(), people, {
        now,
        newId: makeId,
        seal,
      })
    } finally {
      await sql`select pg_advisory_unlock(${demonstrationLock})`.execute(connection)
    }
  })
}
