/**
 * Company names: reading, judging, comparing, keeping, suggesting.
 */

export { type CompanyName, parseCompanyName } from './names/company-name.ts'
export { type NameCheck, type NameParts, nameCheckCommand, nameParseCommand } from './names/name-answer.ts'
export {
  judgeName,
  type NameAvailability,
  type NameVerdict,
  type NameWish,
} from './names/name-availability.ts'
export type {
  ComparisonRule,
  LegalityRule,
  Mark,
  NameContent,
  NamePeriod,
  SubjectKind,
} from './names/name-content.ts'
export type { NameEffect, NameFinding } from './names/name-finding.ts'
export { foldName, writtenName } from './names/name-fold.ts'
export {
  type ConflictQuery,
  compileNameIndex,
  type NameConflict,
  type NameIndex,
  type RegisterName,
} from './names/name-index.ts'
export { type ConflictKeys, conflictKeys } from './names/name-keys.ts'
export { type NameFacts, nameLegality } from './names/name-legality.ts'
export { type NameLikeness, nameLikeness, relations } from './names/name-likeness.ts'
export { type NameStatus, periodEnd, protectedUntil } from './names/name-period.ts'
export { suggestNames } from './names/name-suggestion.ts'
export { type CharacterTables, compileNameTables, type NameTables } from './names/name-tables.ts'
