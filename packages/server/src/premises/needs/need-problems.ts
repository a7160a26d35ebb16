/**
 * What each refusal of a command on a need means on the wire.
 */

import type { needProblems } from '@guanjia/contract/premises'
import type { HttpStatus } from '../../platform/http/handler.ts'

const conflict = 409
const unfounded = 422

/** The status of every refusal; a code without a row does not compile. */
export const needProblemStatuses: Readonly<Record<(typeof needProblems)[number], HttpStatus>> = {
  'calendar-not-published': 503,
  'need-changed-meanwhile': conflict,
  'need-filed-already': conflict,
  'need-not-filed': conflict,
  'need-dated-before-last-event': conflict,
  'need-over': conflict,
  'need-transferred-already': conflict,
  'need-not-transferred': conflict,
  'need-received-already': conflict,
  'need-not-received': conflict,
  'candidates-missing': unfounded,
  'room-not-proposed': unfounded,
  'viewing-not-arranged': conflict,
  'viewing-recorded-already': conflict,
  'room-not-viewed': conflict,
  'need-not-leased': conflict,
  'need-reason-missing': unfounded,
}
