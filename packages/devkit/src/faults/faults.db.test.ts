import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededDraw } from '../name-generator.ts'
import {
  attackLedger,
  buildHouse,
  crowdLedger,
  type FaultVerdict,
  type House,
  killServers,
  openPreparer,
  raceForNames,
  raceForSeats,
  repeatKeys,
  restartDatabase,
} from './index.ts'

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)
const draw = seededDraw(seed)
const preparer = openPreparer(draw)
const patience = 240_000
let house: House

beforeAll(async () => {
  house = await buildHouse()
  await house.start()
}, patience)

afterAll(() => house.close(), patience)

function expectHeld({ faults, controlCaught }: FaultVerdict): void {
  expect({ seed, faults, controlCaught }).toEqual({ seed, faults: [], controlCaught: true })
}

// the trials run in this order on one house: the race for seats takes the constraints away and comes last
describe('a house under attack', () => {
  it(
    'loses nothing and does nothing twice when it is killed twenty times, once with PostgreSQL',
    async () => {
      const storm = { kills: 20, postmasterKills: 1, livesFor: [200, 700], draw } as const
      expectHeld(await killServers(house, preparer, { ...storm, clients: 8, applications: 4_000 }))
    },
    patience,
  )

  it(
    'carries out a key once, whoever repeats it',
    async () => {
      expectHeld(await repeatKeys(house, preparer, 1))
    },
    patience,
  )

  it(
    'gives a name of each kind of conflict to one of thirty-two',
    async () => {
      expectHeld(await raceForNames(house, preparer))
    },
    patience,
  )

  it(
    'raises no false alarm over its ledger while thirty-two write at once',
    async () => {
      expectHeld(await crowdLedger(house, { writers: 32, leaves: 3_200, draw }))
    },
    patience,
  )

  it(
    'outlives its database, answers within five seconds, loses nothing',
    async () => {
      const trial = { restarts: 2, clients: 8, applications: 2_000, draw }
      expectHeld(await restartDatabase(house, preparer, trial))
    },
    patience,
  )

  it(
    'cannot hide what an administrator writes into its ledger',
    async () => {
      expectHeld(await attackLedger(house, { places: 1, draw }))
    },
    patience,
  )

  it(
    'gives the last ten seats to ten of sixty-four',
    async () => {
      if (!house.isUp()) await house.start()
      expectHeld(await raceForSeats(house, preparer, { rounds: 1, draw }))
    },
    patience,
  )
})
