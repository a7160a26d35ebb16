/**
 * A1: what was acknowledged is there, once, however often the server and PostgreSQL are killed.
 */

import type { House } from './house-under-attack.ts'
import { type Load, pause, rage, type Storm, startLoad } from './kill-storm.ts'
import type { Preparer } from './prepared-applications.ts'
import { faultsOfRegister, noticesDeletion } from './registration-oracle.ts'
import type { FaultVerdict } from './verdict.ts'

/** How hard to try. */
export interface KillTrial extends Storm {
  readonly clients: number
  readonly applications: number
}

/** Runs the storm on a started house. */
export async function killServers(house: House, preparer: Preparer, trial: KillTrial): Promise<FaultVerdict> {
  const before = await house.connect()
  const prepared = [...(await preparer.prepare(before, trial.applications))]
  await before.end()
  const load = startLoad(house, prepared, trial)
  await rage(house, trial)
  await pause(300)
  await load.stop()
  const client = await house.connect()
  try {
    const faults = [...(await faultsOfRegister(client, load.acknowledged)), ...clientFaults(house, load)]
    faults.push(...(await ledgerFaults(house)))
    if (prepared.length === 0) faults.push('the applications ran out before the storm did')
    const controlCaught = await noticesDeletion(client, load.acknowledged)
    return {
      id: 'A1',
      promise: `${trial.kills} × kill -9, ${trial.postmasterKills} with PostgreSQL: nothing lost, nothing twice`,
      faults,
      control: 'one acknowledged licence deleted',
      controlCaught,
      seen: `${load.acknowledged.length} acknowledged, ${load.replayed()} replayed, ${load.retries()} retries`,
    }
  } finally {
    await client.end()
  }
}

/** What the clients themselves have seen go wrong. */
export function clientFaults(house: House, load: Load): readonly string[] {
  const faults = load.differing.map((key) => `the key ${key} was answered in two ways`)
  if (house.ownExits() > 0) faults.push(`the server ended by itself ${house.ownExits()} times`)
  if (load.acknowledged.length === 0) faults.push('nothing was acknowledged')
  return faults
}

/** What the offline check of the ledger says; it waits for the sequencer first. */
export async function ledgerFaults(house: House): Promise<readonly string[]> {
  await untilSequenced(house)
  const { code, out } = await house.cli('ledger', 'verify', '--json')
  return code === 0 && out.includes('"valid":true') ? [] : [`ledger verify: ${out.slice(0, 300)}`]
}

const patienceMs = 30_000

/** Waits until every leaf stands in the tree and a checkpoint is signed over all of them. */
export async function untilSequenced(house: House): Promise<void> {
  const client = await house.connect()
  try {
    for (let waited = 0; waited < patienceMs; waited += 200) {
      const { rows } = await client.query(`
        select (select count(*) from ledger_leaf) as leaves, (select max(size) from ledger_checkpoint) as size`)
      if (rows[0].leaves === rows[0].size) return
      await pause(200)
    }
    throw new Error('the sequencer does not come to an end')
  } finally {
    await client.end()
  }
}
