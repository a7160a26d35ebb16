/**
 * Routes of what makes a case take longer: special procedures, the one extension, a suspension.
 */

import * as contract from '@guanjia/contract/cases'
import { plainDate } from '@guanjia/core/calendar'
import type { CasesPorts } from '../cases-ports.ts'
import { actOnCase, findCaseResource } from './case-acts.ts'
import { caseProblemStatuses } from './case-problems.ts'

/** Answers the routes that hold a clock or lengthen it. */
export function implementDelayRoutes(ports: CasesPorts): void {
  implementSpecialProcedureRoutes(ports)
  implementExtensionRoute(ports)
  implementSuspensionRoutes(ports)
}

function implementSpecialProcedureRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.startSpecialProcedure,
    (input) => {
      const { kind, reason } = input.body
      return actOnCase(ports, 'cases.start-special-procedure', input, () => ({
        type: 'start-special-procedure',
        procedure: ports.newId(),
        kind,
        reason,
      }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.endSpecialProcedure,
    (input) => {
      const { procedure, outcome } = input.body
      return actOnCase(ports, 'cases.end-special-procedure', input, () => ({
        type: 'end-special-procedure',
        procedure,
        outcome,
      }))
    },
    caseProblemStatuses,
    owned,
  )
}

function implementExtensionRoute(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.extendLimit,
    (input) => {
      const { workingDays, reason } = input.body
      return actOnCase(ports, 'cases.extend-limit', input, () => ({
        type: 'extend-limit',
        workingDays,
        reason,
      }))
    },
    caseProblemStatuses,
    owned,
  )
}

function implementSuspensionRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.suspendCase,
    (input) => {
      const { ground, reason, expected } = input.body
      return actOnCase(ports, 'cases.suspend', input, () => ({
        type: 'suspend',
        suspension: ports.newId(),
        ground,
        reason,
        expected: expected === null ? null : plainDate(expected),
      }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.resumeCase,
    (input) => actOnCase(ports, 'cases.resume', input, () => ({ type: 'resume', reason: input.body.reason })),
    caseProblemStatuses,
    owned,
  )
}
