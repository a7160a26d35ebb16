/**
 * Company names: reading, judging, comparing, reserving.
 */

export { type CompanyName, parseCompanyName } from './names/company-name.ts'
export type {
  ComparisonRule,
  LegalityRule,
  Mark,
  NameContent,
  NamePeriod,
  SubjectKind,
} from './names/name-content.ts'
export type { NameEffect, NameFinding } from './names/name-finding.ts'
export { foldName } from './names/name-fold.ts'
export { type NameFacts, nameLegality } from './names/name-legality.ts'
export { type CharacterTables, compileNameTables, type NameTables } from './names/name-tables.ts'
