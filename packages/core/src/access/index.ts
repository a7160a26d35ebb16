export {
  ageOn,
  checkIdentityNumber,
  foldIdentityNumber,
  type IdentityNumber,
  type IdentityNumberFinding,
  type IdentityNumberReason,
  type IdentityNumberVerdict,
  identityCheckCharacter,
  maskIdentityNumber,
  parseIdentityNumber,
} from './identity-number.ts'
export {
  type Action,
  isAction,
  isConcerned,
  isHidden,
  may,
  mayEver,
  permissions,
} from './permission.ts'
export type { Resource } from './predicate.ts'
export {
  type Anonymous,
  type Assurance,
  anonymous,
  type Delegation,
  type Membership,
  type Person,
  type Principal,
  principalRef,
  type Role,
  roles,
  type System,
  systemPrincipal,
} from './principal.ts'
export {
  failuresBeforeRest,
  isSessionLive,
  restAfterFailures,
  type SessionLimits,
  type SessionTimes,
  sessionLimits,
} from './session-life.ts'
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
} from './unified-code.ts'
