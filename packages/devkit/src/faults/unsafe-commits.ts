/**
 * The negative control of A1: with commits that do not wait for the disk the same check has to see a loss.
 */

import type { House } from './house-under-attack.ts'
import { rage, type Storm, startLoad } from './kill-storm.ts'
import type { Preparer } from './prepared-applications.ts'
import { countLost } from './registration-oracle.ts'
import type { FaultVerdict } from './verdict.ts'

/** Runs a storm with `synchronous_commit = off`; every kill should take PostgreSQL. */
export async function loseOnPurpose(
  house: House,
  preparer: Preparer,
  trial: Storm & { readonly clients: number; readonly applications: number },
): Promise<FaultVerdict> {
  const before = await house.connect()
  const prepared = [...(await preparer.prepare(before, trial.applications))]
  await before.query('alter role guanjia_app set synchronous_commit = off')
  // what has not been written yet stays in memory for as long as PostgreSQL allows
  await before.query(`alter system set wal_writer_delay = '10s'`)
  await before.query('select pg_reload_conf()')
  await before.end()
  await house.kill()
  await house.start()
  const load = startLoad(house, prepared, trial)
  await rage(house, trial)
  await load.stop()
  const client = await house.connect()
  try {
    const lost = await countLost(client, load.acknowledged)
    return {
      id: 'A1 off',
      promise: 'without waiting for the disk the check of A1 fails',
      faults: [],
      control: `synchronous_commit = off, ${trial.postmasterKills} kills of PostgreSQL`,
      controlCaught: lost > 0,
      seen: `${lost} of ${load.acknowledged.length} acknowledged registrations lost`,
    }
  } finally {
    await client.end()
  }
}
