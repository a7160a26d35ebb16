/** Published figures, computed from the register. */

export { countRegister, type Period } from './register-counts.ts'
export { registerStatistics, type StatisticsPorts } from './statistics-routes.ts'
