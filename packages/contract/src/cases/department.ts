/**
 * The departments: opinions at the same time, consultations, steps outside the office, the decision.
 */

import { array, enum as choice, int, iso, object, string } from 'zod'
import { defineRoute } from '../route.ts'
import { approvalOrder } from './approvals.ts'
import { caseCommand, day, partId, reason } from './case-parts.ts'
import { caseEntry } from './counter.ts'

/** A case in the list of a department. */
const departmentEntry = caseEntry.extend({
  acceptedFrom: iso.date().nullable(),
  /** what the reader's authority owes it now */
  asked: choice(['answer', 'opinion', 'decision', 'delivery', 'revocation', 'nothing']),
  /** code of why it cannot be approved without a second look; null where it can */
  obstacle: string().nullable(),
})

/** Cases of one's own authorities. */
export const listDepartmentCases = defineRoute({
  id: 'cases.list-department',
  method: 'GET',
  path: '/api/department/cases',
  action: 'case.list-department',
  summary:
    'Cases of the authorities that whoever asks works for, by remaining time, and their orders to approve',
  response: object({ cases: array(departmentEntry), approvals: array(approvalOrder) }),
})

/** Asks for a correction in the review. */
export const requestReviewCorrection = caseCommand({
  id: 'cases.request-review-correction',
  path: '/api/cases/:id/review/correction',
  action: 'case.review',
  summary: 'Asks for a correction in the review; it holds the committed clock and not the statutory one',
  body: { gaps: array(object({ requirement: partId, what: reason })).max(60) },
})

/** Takes that request back. */
export const takeBackReviewCorrection = caseCommand({
  id: 'cases.take-back-review-correction',
  path: '/api/cases/:id/review/correction/withdrawal',
  action: 'case.review',
  summary: 'Takes a request for correction in the review back; within ten seconds nobody has been told of it',
  body: { reason },
})

/** Gives an opinion. */
export const giveOpinion = caseCommand({
  id: 'cases.give-opinion',
  path: '/api/cases/:id/opinions',
  action: 'case.review',
  summary: 'Gives the opinion of one’s own authority, with reasons',
  body: {
    authority: partId,
    opinion: choice(['agree', 'agree-with-conditions', 'disagree']),
    reasons: reason,
    conditions: array(reason).max(20),
  },
})

/** Asks another authority. */
export const openConsultation = caseCommand({
  id: 'cases.open-consultation',
  path: '/api/cases/:id/consultations',
  action: 'case.review',
  summary: 'Asks another authority a question, with a day to answer by',
  body: { asked: partId, question: reason, due: day },
})

/** Answers a question. */
export const answerConsultation = caseCommand({
  id: 'cases.answer-consultation',
  path: '/api/cases/:id/consultations/answer',
  action: 'case.answer-consultation',
  summary: 'Answers the question of another authority',
  body: { consultation: partId, answer: reason },
})

/** Closes a question. */
export const closeConsultation = caseCommand({
  id: 'cases.close-consultation',
  path: '/api/cases/:id/consultations/closing',
  action: 'case.review',
  summary: 'Closes a question without an answer, with the reason',
  body: { consultation: partId, reason },
})

/** Records a joint sitting. */
export const holdJointReview = caseCommand({
  id: 'cases.hold-joint-review',
  path: '/api/cases/:id/joint-review',
  action: 'case.decide',
  summary: 'Records the joint sitting of all reviewing authorities',
  body: { attended: array(partId).max(30), conclusion: reason },
})

/** Starts a special procedure. */
export const startSpecialProcedure = caseCommand({
  id: 'cases.start-special-procedure',
  path: '/api/cases/:id/special-procedures',
  action: 'case.review',
  summary: 'Starts a step outside the office whose time does not count; the applicant is told for how long',
  body: { kind: partId, reason },
})

/** Ends a special procedure. */
export const endSpecialProcedure = caseCommand({
  id: 'cases.end-special-procedure',
  path: '/api/cases/:id/special-procedures/end',
  action: 'case.review',
  summary: 'Ends a special procedure with its outcome; the clock runs on from the next day',
  body: { procedure: partId, outcome: reason },
})

/** Records the result of an earlier service. */
export const supplyPrerequisite = caseCommand({
  id: 'cases.supply-prerequisite',
  path: '/api/cases/:id/prerequisites',
  action: 'case.review',
  summary: 'Records where the result of an earlier service was found',
  body: { requirement: partId, proof: reason },
})

/** Decides. */
export const issueDecision = caseCommand({
  id: 'cases.issue-decision',
  path: '/api/cases/:id/decision',
  action: 'case.decide',
  summary:
    'Grants or refuses, with reasons and basis; a refusal names the remedies, a late decision says why',
  body: {
    outcome: choice(['granted', 'refused']),
    reasons: reason,
    basis: reason,
    remedies: reason.nullable(),
    lateBecause: reason.nullable(),
    conditions: array(object({ what: reason, due: day })).max(20),
    milestones: array(object({ promise: partId, due: day })).max(20),
  },
})

/** Suspends the case. */
export const suspendCase = caseCommand({
  id: 'cases.suspend',
  path: '/api/cases/:id/suspension',
  action: 'case.suspend',
  summary:
    'The head of the authority lets the case rest, with ground and reasons; it holds the committed clock and not the statutory one',
  body: {
    ground: choice(['decision-awaited', 'applicant-asked', 'force-majeure', 'named-by-law']),
    reason,
    /** the day until which it is likely to last; null where nobody can say */
    expected: day.nullable(),
  },
})

/** Takes a suspended case up again. */
export const resumeCase = caseCommand({
  id: 'cases.resume',
  path: '/api/cases/:id/suspension/end',
  action: 'case.suspend',
  summary: 'Takes a suspended case up again, with the reason; the clock runs on from the next day',
  body: { reason },
})

/** Extends the limit. */
export const extendLimit = caseCommand({
  id: 'cases.extend-limit',
  path: '/api/cases/:id/extension',
  action: 'case.extend',
  summary: 'The head of the authority extends the limit, once, with the reason',
  body: { workingDays: int().min(1).max(30), reason },
})
