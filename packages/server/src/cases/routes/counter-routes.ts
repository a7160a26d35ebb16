/**
 * Routes of the counter.
 */

import * as contract from '@guanjia/contract/cases'
import { accept, refuse } from '@guanjia/core/kernel'
import { type AccessTables, admitNamedPerson, keepPhoneToldInPerson } from '../../access/index.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { findNumberedCase, readCounterCases } from '../counter-list.ts'
import { createCase } from '../open-command.ts'
import { act, actOnCase, findCaseResource, idOf } from './case-acts.ts'
import { caseProblemStatuses } from './case-problems.ts'
import { takeBackNotice } from './notice-undo.ts'

/** Answers every route of the counter. */
export function implementCounterRoutes(ports: CasesPorts): void {
  const { implement } = ports
  implement(contract.listCounterCases, async () => accept({ cases: await readCounterCases(ports) }), {})
  implement(
    contract.findCaseByNumber,
    async ({ params }) => {
      const id = await findNumberedCase(ports, params.number)
      return id === undefined ? refuse('case-number-unknown') : accept({ id })
    },
    { 'case-number-unknown': 404 },
  )
  implement(
    contract.receiveAtCounter,
    (input) => {
      const id = ports.newId()
      const { service, applicant, papers, facts } = input.body
      return act(ports, { name: 'cases.receive-at-counter', id, input, legal: true }, async (context) => {
        const access = context.tx.withTables<AccessTables>()
        const applicantId = await admitNamedPerson(access, applicant, ports.newId())
        if (applicantId === idOf(input.principal)) return refuse('not-for-oneself')
        if (applicant.phone !== undefined) await keepPhoneToldInPerson(access, applicantId, applicant.phone)
        return createCase(ports, context, { id, service, applicantId, papers, facts })
      }) as never
    },
    { 'service-unknown': 404, 'not-for-oneself': 403 },
  )
  implementCheckRoutes(ports)
}

function implementCheckRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.requestCorrection,
    (input) =>
      actOnCase(ports, 'cases.request-correction', input, () => ({
        type: 'request-correction',
        correction: ports.newId(),
        gaps: input.body.gaps,
      })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.takeBackCorrection,
    (input) => {
      const { id } = input.params
      return act(ports, { name: 'cases.take-back-correction', id, input, legal: true }, (context) =>
        takeBackNotice(ports, context, { id, ...input.body }),
      )
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.acceptCase,
    (input) => actOnCase(ports, 'cases.accept', input, () => ({ type: 'accept', follow: input.body.follow })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.declineCase,
    (input) => {
      const { version: _version, ...said } = input.body
      return actOnCase(ports, 'cases.decline', input, () => ({ type: 'decline', ...said }))
    },
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.deliverDecision,
    (input) => actOnCase(ports, 'cases.deliver', input, () => ({ type: 'deliver', how: input.body.how })),
    caseProblemStatuses,
    owned,
  )
}
