/**
 * The status of every refusal of a command on a case.
 */

import type { caseProblems } from '@guanjia/contract/cases'
import type { HttpStatus } from '../../platform/http/handler.ts'

type Code = (typeof caseProblems)[number]

const conflict = 409
const unfounded = 422

/** The table; a code without a row does not compile. */
export const caseProblemStatuses: Readonly<Record<Code, HttpStatus>> = {
  'calendar-not-published': 503,
  'dated-before-last-event': conflict,
  'case-opened-already': conflict,
  'case-not-opened': conflict,
  'case-received-already': conflict,
  'case-not-received': conflict,
  'case-not-accepted': conflict,
  'case-not-in-review': conflict,
  'case-ended': conflict,
  'case-suspended': conflict,
  'case-not-suspended': conflict,
  'case-changed-meanwhile': conflict,
  'accepted-by-silence': conflict,
  'notice-period-running': conflict,
  'gaps-missing': unfounded,
  'gap-not-of-service': unfounded,
  'gap-not-told-before': unfounded,
  'paper-from-register': unfounded,
  'correction-running': conflict,
  'correction-not-running': conflict,
  'correction-overdue': conflict,
  'correction-answered-already': conflict,
  'papers-missing': unfounded,
  'paper-may-not-follow': unfounded,
  'paper-not-awaited': unfounded,
  'authority-not-asked': unfounded,
  'opinion-given-already': conflict,
  'opinions-missing': conflict,
  'consultation-running': conflict,
  'consultation-unknown': 404,
  'joint-review-missing': conflict,
  'special-procedure-running': conflict,
  'special-procedure-unknown': unfounded,
  'reasons-missing': unfounded,
  'remedies-missing': unfounded,
  'proper-authority-missing': unfounded,
  'lateness-unexplained': unfounded,
  'limit-extended-already': conflict,
  'limit-over': conflict,
  'extension-too-long': unfounded,
  'expected-day-past': unfounded,
  'prerequisite-missing': conflict,
  'prerequisite-unknown': unfounded,
  'promise-unknown': unfounded,
  'promise-signed-already': conflict,
  'promise-excluded': 403,
  'promise-guard-not-met': conflict,
  'milestone-missing': unfounded,
  'decision-not-issued': conflict,
  'delivered-already': conflict,
  'duty-unknown': 404,
  'duty-not-open': conflict,
  'duty-unproven': unfounded,
  'duty-not-due': conflict,
  'duty-accepted-by-silence': conflict,
  'duty-extended-already': conflict,
  'duty-extension-too-long': unfounded,
  'rectification-running': conflict,
  'revocation-ground-missing': conflict,
  'revocation-proposed-already': conflict,
  'revocation-not-proposed': conflict,
  'second-officer-required': 403,
  'period-not-over': conflict,
  'calendar-unchanged': conflict,
}
