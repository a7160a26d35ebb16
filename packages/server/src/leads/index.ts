export { type Intake, type IntakeOptions, openIntake } from './intake/intake.ts'
export { readIntakeScript } from './intake/intake-script.ts'
export { type LeadDatabase, openLeadDatabase } from './store/lead-database.ts'
export type { LeadTables } from './store/lead-tables.ts'
