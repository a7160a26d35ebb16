/**
 * A14: PostgreSQL is shut down at once under load, again and again; the server stays, and soon answers again.
 */

import type { Draw } from '../name-generator.ts'
import { type House } from './house-under-attack.ts'
import { type Load, pause, startLoad } from './kill-storm.ts'
import type { Preparer } from './prepared-applications.ts'
import { faultsOfRegister, noticesDeletion } from './registration-oracle.ts'
import { clientFaults, ledgerFaults } from './server-kills.ts'
import type { FaultVerdict } from './verdict.ts'

/** How hard to try. */
export interface RestartTrial {
  readonly restarts: number
  readonly clients: number
  readonly applications: number
  readonly draw: Draw
}

const soonMs = 5_000

/** Restarts PostgreSQL under a started house. */
export async function restartDatabase(
  house: House,
  preparer: Preparer,
  trial: RestartTrial,
): Promise<FaultVerdict> {
  const before = await house.connect()
  const prepared = [...(await preparer.prepare(before, trial.applications))]
  await before.end()
  const load = startLoad(house, prepared, trial)
  const waits: number[] = []
  for (let restart = 0; restart < trial.restarts; restart += 1) {
    await pause(400 + trial.draw(600))
    waits.push(await restartOnce(house, load))
  }
  await pause(300)
  await load.stop()
  const client = await house.connect()
  try {
    const faults = [...(await faultsOfRegister(client, load.acknowledged)), ...clientFaults(house, load)]
    faults.push(
      ...waits.filter((wait) => wait > soonMs).map((wait) => `first answer after ${Math.round(wait)} ms`),
    )
    if (!house.isUp()) faults.push('the server did not survive')
    if (prepared.length === 0) faults.push('the applications ran out')
    faults.push(...(await ledgerFaults(house)))
    return {
      id: 'A14',
      promise: `${trial.restarts} × immediate restart of PostgreSQL under load: server stays, answers within 5 s, nothing lost`,
      faults,
      control: 'one acknowledged licence deleted',
      controlCaught: await noticesDeletion(client, load.acknowledged),
      seen: `${load.acknowledged.length} acknowledged, slowest first answer ${Math.round(Math.max(...waits))} ms`,
    }
  } finally {
    await client.end()
  }
}

const patienceMs = 60_000

/** Milliseconds from the database being ready to the first acknowledged registration. */
async function restartOnce(house: House, load: Load): Promise<number> {
  // what pg_ctl stop -m immediate sends; the server's guard starts it again
  house.killPostmaster('SIGQUIT')
  await pause(50)
  await untilDatabaseAnswers(house)
  const ready = performance.now()
  const known = load.acknowledged.length
  while (load.acknowledged.length === known) {
    if (performance.now() - ready > patienceMs) throw new Error('nothing is acknowledged any more')
    await pause(10)
  }
  return performance.now() - ready
}

async function untilDatabaseAnswers(house: House): Promise<void> {
  const started = performance.now()
  while (performance.now() - started < patienceMs) {
    const client = await house.connect().catch(() => undefined)
    if (client !== undefined) {
      await client.end()
      return
    }
    await pause(20)
  }
  throw new Error('PostgreSQL does not come back')
}
