/**
 * Numbers with check characters: of subjects, of people, of cases.
 */

export {
  ageOn,
  allotUnifiedCode,
  type CodeAllotment,
  checkIdentityNumber,
  checkUnifiedCode,
  type IdentityNumber,
  type IdentityNumberFinding,
  type IdentityNumberReason,
  type IdentityNumberVerdict,
  identityCheckCharacter,
  maskIdentityNumber,
  organisationCheckCharacter,
  parseIdentityNumber,
  type UnifiedCodeFinding,
  type UnifiedCodeReason,
  type UnifiedCodeVerdict,
  unifiedCodeCharacters,
  unifiedCodeCheckCharacter,
} from '../access/index.ts'
export { caseNumber, isCaseNumber } from './numbers/case-number.ts'
