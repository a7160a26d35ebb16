/**
 * The duties of the callers of the matrix, and the authorities that they work for.
 */

import type { Role } from '@guanjia/core/access'
import type { Caller } from './callers.ts'

/** Duties by caller. */
export const dutiesOf: Partial<Record<Caller, readonly Role[]>> = {
  dismissed: ['registrar'],
  registrar: ['registrar'],
  lead: ['registrar-lead'],
  proposer: ['registrar-lead'],
  partial: ['registrar', 'registrar-lead'],
  involved: ['registrar', 'registrar-lead'],
  clerk: ['clerk'],
  operator: ['operator'],
  security: ['security-admin'],
  grantProposer: ['security-admin'],
  grantSubject: ['security-admin'],
  auditor: ['auditor'],
  editor: ['content-editor'],
  draftProposer: ['content-editor'],
  steward: ['steward'],
  otherSteward: ['steward'],
  stewardLead: ['steward-lead'],
  reviewer: ['reviewer'],
  coReviewer: ['reviewer'],
  otherReviewer: ['reviewer'],
  consultedReviewer: ['reviewer'],
  departmentHead: ['department-head'],
  dispatcher: ['dispatcher'],
  supervisor: ['supervisor'],
  orderIssuer: ['supervisor'],
  supervisorLead: ['supervisor-lead'],
  pauseAsker: ['supervisor-lead'],
  leadHandler: ['lead-handler'],
  reportedHandler: ['lead-handler'],
  leadKeeper: ['lead-keeper'],
  carrier: ['carrier'],
  otherCarrier: ['carrier'],
  partner: ['partner'],
  formerPartner: ['partner'],
  leader: ['leader'],
}

/** Authorities by caller. */
export const authoritiesOf: Partial<Record<Caller, readonly string[]>> = {
  reviewer: ['housing'],
  coReviewer: ['approval-service'],
  otherReviewer: ['water'],
  consultedReviewer: ['emergency'],
  departmentHead: ['housing'],
  reportedHandler: ['housing'],
  carrier: ['carrier:lanwan'],
  otherCarrier: ['carrier:zhongou'],
}
