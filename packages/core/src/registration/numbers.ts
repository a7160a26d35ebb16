/**
 * Numbers with check characters: of subjects, of people, of cases.
 */

export {
  ageOn,
  checkIdentityNumber,
  type IdentityNumber,
  type IdentityNumberFinding,
  type IdentityNumberReason,
  type IdentityNumberVerdict,
  identityCheckCharacter,
  maskIdentityNumber,
  parseIdentityNumber,
} from '../access/index.ts'
export { caseNumber, isCaseNumber } from './numbers/case-number.ts'
export {
  allotUnifiedCode,
  type CodeAllotment,
  checkUnifiedCode,
  organisationCheckCharacter,
  type UnifiedCodeFinding,
  type UnifiedCodeReason,
  type UnifiedCodeVerdict,
  unifiedCodeCharacters,
  unifiedCodeCheckCharacter,
} from './numbers/unified-code.ts'
