/**
 * Routes of what comes after the decision.
 */

import * as contract from '@guanjia/contract/cases'
import { plainDate } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import type { CasesPorts } from '../cases-ports.ts'
import { readDuties } from '../department-duties.ts'
import { actOnCase, findCaseResource } from './case-acts.ts'
import { caseProblemStatuses } from './case-problems.ts'
import { authoritiesOf } from './department-routes.ts'

/** Answers the routes of duties and revocations. */
export function implementDutyRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.listDuties,
    async ({ principal }) => accept({ duties: await readDuties(ports, authoritiesOf(principal)) }),
    {},
  )
  implement(
    contract.returnDuty,
    (input) => {
      const { duty, reasons } = input.body
      return actOnCase(ports, 'cases.return-duty', input, () => ({ type: 'return-duty', duty, reasons }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.extendDuty,
    (input) => {
      const { duty, due, reason } = input.body
      return actOnCase(ports, 'cases.extend-duty', input, () => ({
        type: 'extend-duty',
        duty,
        due: plainDate(due),
        reason,
      }))
    },
    caseProblemStatuses,
    owned,
  )
  implementRevocationRoutes(ports)
}

function implementRevocationRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.proposeCaseRevocation,
    (input) => {
      const { ground, reasons } = input.body
      return actOnCase(ports, 'cases.propose-revocation', input, () => ({
        type: 'propose-revocation',
        ground,
        reasons,
      }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.dropCaseRevocation,
    (input) =>
      actOnCase(ports, 'cases.drop-revocation', input, () => ({
        type: 'drop-revocation',
        reason: input.body.reason,
      })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.confirmCaseRevocation,
    (input) => actOnCase(ports, 'cases.confirm-revocation', input, () => ({ type: 'confirm-revocation' })),
    caseProblemStatuses,
    owned,
  )
}
