/**
 * Routes of the departments.
 */

import * as contract from '@guanjia/contract/cases'
import type { Principal } from '@guanjia/core/access'
import { plainDate } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { readApprovals } from '../approvals/approval-routes.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { readDepartmentCases } from '../department-list.ts'
import { actOnCase, findCaseResource, idOf } from './case-acts.ts'
import { caseProblemStatuses } from './case-problems.ts'
import { implementDelayRoutes } from './delay-routes.ts'

/** The authorities that somebody works for. */
export function authoritiesOf(principal: Principal): readonly string[] {
  return principal.kind === 'person' ? principal.authorities : []
}

/** Answers every route of the departments up to the decision. */
export function implementDepartmentRoutes(ports: CasesPorts): void {
  ports.implement(
    contract.listDepartmentCases,
    async ({ principal }) => {
      const approvals = await readApprovals(ports, idOf(principal))
      return accept({ cases: await readDepartmentCases(ports, principal), approvals })
    },
    {},
  )
  implementReviewRoutes(ports)
  implementConsultationRoutes(ports)
  implementDelayRoutes(ports)
  implementDecisionRoutes(ports)
}

function implementReviewRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.requestReviewCorrection,
    (input) =>
      actOnCase(ports, 'cases.request-review-correction', input, () => ({
        type: 'request-correction',
        correction: ports.newId(),
        gaps: input.body.gaps,
      })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.takeBackReviewCorrection,
    (input) =>
      actOnCase(ports, 'cases.take-back-review-correction', input, () => ({
        type: 'take-back-correction',
        reason: input.body.reason,
      })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.giveOpinion,
    (input) =>
      actOnCase(ports, 'cases.give-opinion', input, () => {
        const { authority, opinion, reasons, conditions } = input.body
        // nobody speaks for an authority they do not work for
        const own = authoritiesOf(input.principal).includes(authority) ? authority : ''
        return { type: 'give-opinion', authority: own, opinion, reasons, conditions }
      }),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.holdJointReview,
    (input) => {
      const { attended, conclusion } = input.body
      return actOnCase(ports, 'cases.hold-joint-review', input, () => ({
        type: 'hold-joint-review',
        attended,
        conclusion,
      }))
    },
    caseProblemStatuses,
    owned,
  )
}

function implementConsultationRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.openConsultation,
    (input) => {
      const { asked, question, due } = input.body
      return actOnCase(ports, 'cases.open-consultation', input, () => ({
        type: 'open-consultation',
        consultation: ports.newId(),
        asked,
        question,
        due: plainDate(due),
      }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.answerConsultation,
    (input) => {
      const { consultation, answer } = input.body
      return actOnCase(ports, 'cases.answer-consultation', input, () => ({
        type: 'answer-consultation',
        consultation,
        answer,
      }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.closeConsultation,
    (input) => {
      const { consultation, reason } = input.body
      return actOnCase(ports, 'cases.close-consultation', input, () => ({
        type: 'close-consultation',
        consultation,
        reason,
      }))
    },
    caseProblemStatuses,
    owned,
  )
}

function implementDecisionRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.supplyPrerequisite,
    (input) => {
      const { requirement, proof } = input.body
      return actOnCase(ports, 'cases.supply-prerequisite', input, () => ({
        type: 'supply-prerequisite',
        service: requirement,
        proof,
      }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.issueDecision,
    (input) => {
      const { version: _version, conditions, milestones, ...said } = input.body
      return actOnCase(ports, 'cases.issue-decision', input, () => ({
        type: 'issue-decision',
        decision: ports.newId(),
        ...said,
        conditions: conditions.map(({ what, due }) => ({ id: ports.newId(), what, due: plainDate(due) })),
        milestones: milestones.map(({ promise, due }) => ({ promise, due: plainDate(due) })),
      }))
    },
    caseProblemStatuses,
    owned,
  )
}
