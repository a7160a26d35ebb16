/**
 * Lives of projects in a house that dies and is opened again, and what has to be true all the while.
 */

export { type CrashTrial, tryCrashes } from './crash-trial.ts'
export { type Simulation, type SimulationReport, simulateCrashes } from './simulation.ts'
