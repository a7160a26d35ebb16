export { type LeadDatabase, openLeadDatabase } from './store/lead-database.ts'
export type { LeadTables } from './store/lead-tables.ts'
