/**
 * A23, for the intake of leads: the server is asked far more than it can answer, and reports are taken all the while.
 */

import { fileByForm } from '../lead-secrecy/index.ts'
import { makeReader } from '../test-leads/index.ts'
import { intakePid, untilIntakeOpens } from './house-processes.ts'
import type { House } from './house-under-attack.ts'
import type { FaultVerdict } from './verdict.ts'

/** How much, how long. */
export interface OverloadOptions {
  readonly seconds: number
  /** requests of pages that wait at the server at once */
  readonly atOnce: number
}

const patienceMs = 10_000

/** Overloads the server; files at the intake. */
export async function overloadServer(
  house: House,
  { seconds, atOnce }: OverloadOptions,
): Promise<FaultVerdict> {
  const client = await house.connect()
  const url = `postgres://${client.user}:${client.password}@${client.host}:${client.port}/${client.database}`
  await makeReader(url)
  await makeReader(url, { office: 'keeper' })
  await client.end()
  const origin = await untilIntakeOpens(house)
  const until = performance.now() + seconds * 1_000
  const load = Promise.all(Array.from({ length: atOnce }, () => askForPages(house.origin, until)))
  const tries: number[] = []
  while (performance.now() < until) tries.push(await millisecondsToFile(origin))
  const answered = (await load).reduce((sum, count) => sum + count, 0)
  const late = tries.filter((milliseconds) => milliseconds > patienceMs).length
  return {
    id: 'A23',
    promise: `the intake takes reports while ${atOnce} requests at once overload the server`,
    faults: late === 0 ? [] : [`${late} of ${tries.length} reports were not taken within ${patienceMs} ms`],
    control: 'an intake that is halted',
    controlCaught: await isCaughtHalted(house, origin),
    seen: `${tries.length} reports, the slowest ${Math.round(Math.max(...tries))} ms; the server answered ${answered}`,
  }
}

/** How many pages were answered, or refused as too many. */
async function askForPages(origin: string, until: number): Promise<number> {
  let answered = 0
  while (performance.now() < until) {
    const response = await fetch(`${origin}/business`).catch(() => undefined)
    if (response === undefined) continue
    await response.arrayBuffer()
    answered += 1
  }
  return answered
}

/** Infinity where it was not taken in time. */
async function millisecondsToFile(origin: string): Promise<number> {
  const started = performance.now()
  const tooLate = new Promise<number>((resolve) => {
    setTimeout(() => resolve(Number.POSITIVE_INFINITY), patienceMs).unref()
  })
  const filed = fileByForm(origin).then(
    () => performance.now() - started,
    () => Number.POSITIVE_INFINITY,
  )
  return await Promise.race([filed, tooLate])
}

async function isCaughtHalted(house: House, origin: string): Promise<boolean> {
  const pid = intakePid(house.port)
  process.kill(pid, 'SIGSTOP')
  const milliseconds = await millisecondsToFile(origin)
  process.kill(pid, 'SIGCONT')
  return milliseconds > patienceMs
}
