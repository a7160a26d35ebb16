/**
 * `npm run test:faults`: every fault trial at full length, each with its negative control.
 *
 * `node tools/faults.ts [SEED] [A1,A2,…]` repeats a run or a part of it.
 */

import { inspect } from 'node:util'
import { isSteady, machineLine, probeMachine } from '../packages/devkit/src/bench/index.ts'
import { tryCrashes } from '../packages/devkit/src/crash-simulator/index.ts'
import {
  attackLedger,
  buildHouse,
  crowdLedger,
  type FaultVerdict,
  type House,
  holds,
  keepSecrets,
  killServers,
  loseOnPurpose,
  openPreparer,
  overloadServer,
  type Preparer,
  raceForNames,
  raceForSeats,
  repeatKeys,
  restartDatabase,
} from '../packages/devkit/src/faults/index.ts'
import { type Draw, seededDraw } from '../packages/devkit/src/name-generator.ts'
import openTestRun from '../packages/devkit/src/postgres-global-setup.ts'

type Trial = (house: House, preparer: Preparer, draw: Draw) => Promise<FaultVerdict>
/** A trial that builds its own houses, in one process with them. */
type Simulated = (seed: number) => Promise<FaultVerdict>

const storm = { clients: 8, livesFor: [300, 1_000] as const }

/** By number; each on a house of its own. */
const trials: Readonly<Record<string, Trial>> = {
  A1: (house, preparer, draw) =>
    killServers(house, preparer, { ...storm, kills: 100, postmasterKills: 4, applications: 60_000, draw }),
  'A1-off': (house, preparer, draw) =>
    loseOnPurpose(house, preparer, { ...storm, kills: 4, postmasterKills: 4, applications: 20_000, draw }),
  A2: (house, preparer, draw) => raceForSeats(house, preparer, { rounds: 20, draw }),
  A3: (house, preparer) => raceForNames(house, preparer),
  A8: (house) => keepSecrets(house, { reports: 100, looks: 60 }),
  A11: async (house, preparer, draw) => {
    await repeatKeys(house, preparer, 40)
    return attackLedger(house, { places: 100, draw })
  },
  'A11-crowd': (house, _preparer, draw) => crowdLedger(house, { writers: 32, leaves: 100_000, draw }),
  A14: (house, preparer, draw) =>
    restartDatabase(house, preparer, { restarts: 10, clients: 8, applications: 20_000, draw }),
  A18: (house, preparer) => repeatKeys(house, preparer, 20),
  A23: (house) => overloadServer(house, { seconds: 45, atOnce: 300 }),
}

/** Trials whose house has the intake of leads beside it. */
const withIntake: readonly string[] = ['A8', 'A23']

/** In houses of their own, over one PostgreSQL for all of them. */
const simulated: Readonly<Record<string, Simulated>> = {
  A25: (seed) => tryCrashes({ seed, lives: 20, everywhere: true }),
}

async function run(id: string, seed: number): Promise<FaultVerdict> {
  try {
    return await (simulated[id] === undefined ? inHouse(id, seed) : inTestRun(simulated[id], seed))
  } catch (error) {
    const fault = inspect(error)
    return { id, promise: 'the trial runs', faults: [fault], control: '', controlCaught: false, seen: '' }
  }
}

async function inHouse(id: string, seed: number): Promise<FaultVerdict> {
  const trial = trials[id]
  if (trial === undefined) throw new Error(`there is no trial ${id}: ${known.join(', ')}`)
  const house = await buildHouse({ leads: withIntake.includes(id) })
  const draw = seededDraw(seed)
  try {
    await house.start()
    return await trial(house, openPreparer(draw), draw)
  } finally {
    await house.close()
  }
}

async function inTestRun(trial: Simulated, seed: number): Promise<FaultVerdict> {
  const close = openTestRun()
  try {
    return await trial(seed)
  } finally {
    close()
  }
}

function print(verdict: FaultVerdict, seconds: number): void {
  const { id, promise, faults, control, controlCaught, seen } = verdict
  console.log(
    `${holds(verdict) ? 'ok  ' : 'FAIL'} ${id.padEnd(7)}${seconds.toFixed(0).padStart(4)} s  ${promise}`,
  )
  if (seen !== '') console.log(`                   ${seen}`)
  console.log(`                   control (${control}): ${controlCaught ? 'caught' : 'NOT CAUGHT'}`)
  for (const fault of faults.slice(0, 20)) console.log(`       - ${fault}`)
  if (faults.length > 20) console.log(`       - and ${faults.length - 20} more`)
}

const seed = Number(process.argv[2] ?? Date.now() % 1_000_000)
const known = [...Object.keys(trials), ...Object.keys(simulated)]
const wanted = process.argv[3]?.split(',') ?? known
const unknown = wanted.filter((id) => !known.includes(id))
if (unknown.length > 0) {
  console.error(`there is no trial ${unknown.join(', ')}: ${known.join(', ')}`)
  process.exit(2)
}
console.log(`seed ${seed}; the same again: node tools/faults.ts ${seed}`)
const before = probeMachine()
console.log(`before: ${Math.round(before.syncedWrites)} synced writes/s; ${machineLine()}`)
let [passed, failed] = [0, 0]
for (const id of wanted) {
  const started = performance.now()
  const verdict = await run(id, seed)
  print(verdict, (performance.now() - started) / 1000)
  if (holds(verdict)) passed += 1
  else failed += 1
}
const after = probeMachine()
const isVoid = !isSteady(before, after)
console.log(`\nafter:  ${Math.round(after.syncedWrites)} synced writes/s; ${machineLine()}`)
// the promises hold on any machine; the seconds that are printed count on a steady one alone
if (isVoid) console.log('the machine changed by more than twice: the durations above do not count')
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
