/**
 * A25: lives by many seeds, one of them with a death at every statement, and the control that has to be noticed.
 */

import type { FaultVerdict } from '../faults/index.ts'
import { type SimulationReport, simulateCrashes } from './simulation.ts'

/** How many lives, from which seed on. */
export interface CrashTrial {
  readonly seed: number
  readonly lives: number
  /** whether one more life dies at every statement of every step */
  readonly everywhere: boolean
}

/** Lives them one after the other. */
export async function tryCrashes({ seed, lives, everywhere }: CrashTrial): Promise<FaultVerdict> {
  const reports: SimulationReport[] = []
  for (let life = 0; life < lives; life += 1) reports.push(await simulateCrashes({ seed: seed + life }))
  if (everywhere) reports.push(await simulateCrashes({ seed: seed + lives, everywhere }))
  const controlCaught = await isTearingCaught(seed)
  const sum = (each: 'steps' | 'deaths' | 'statements') =>
    reports.reduce((total, report) => total + report[each], 0)
  const faults = reports.flatMap((report) => report.broken.map((what) => `seed ${report.seed}: ${what}`))
  if (sum('deaths') === 0) faults.push('the house never died')
  return {
    id: 'A25',
    promise: 'cases, projects and commitments are whole wherever the house dies, and go on',
    faults,
    control: 'what was done when the house died is committed',
    controlCaught,
    seen: `${reports.length} lives, ${sum('steps')} steps, ${sum('statements')} statements, ${sum('deaths')} deaths`,
  }
}

const controlLives = 5

/** A life may be torn where nothing was half done yet: of a few lives, one has to be caught. */
async function isTearingCaught(seed: number): Promise<boolean> {
  for (let life = 0; life < controlLives; life += 1) {
    const { broken } = await simulateCrashes({ seed: seed + life, torn: true })
    if (broken.length > 0) return true
  }
  return false
}
