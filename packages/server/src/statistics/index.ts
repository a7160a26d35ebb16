/** Published figures, computed from the register. */

export { countRegister, type Period } from './register-counts.ts'
export type { StatisticsPorts } from './statistics-ports.ts'
export { registerStatistics } from './statistics-routes.ts'
