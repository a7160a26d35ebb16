/**
 * What `npm run bench` measures besides the small benches of each capability.
 */

export { isSteady, machineLine, type Probe, probeMachine } from './machine.ts'
export { benchRegistrations, type RegistrationFigures } from './registration-bench.ts'
