/**
 * Routes of the registrars' desk.
 */

import * as contract from '@guanjia/contract/registration'
import type { RouteInput } from '@guanjia/contract/route'
import type { Principal } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import { type CheckResult, runAutomatedDecision } from '@guanjia/core/registration'
import type { HandlerInput } from '../platform/http/handler.ts'
import { readQueue, searchCases, viewApplication } from './application-queries.ts'
import { gatherFacts } from './decision-facts.ts'
import { askLegalPersons } from './legal-persons/legal-person-register.ts'
import {
  claimApplication,
  confirmRevocation,
  correctLicence,
  decideByHand,
  proposeRevocation,
} from './officer-commands.ts'
import { type ApplicationParams, act, findOwner, loadRow } from './registration-acts.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import type { ApplicationRow } from './registration-tables.ts'

const desk = { 'application-not-with-officer': 409, 'claimed-by-other': 409 } as const

function idOf(principal: Principal): string {
  return principal.kind === 'person' ? principal.id : ''
}

/** Answers every route of the registrars. */
export function implementOfficerRoutes(ports: RegistrationPorts): void {
  implementDeskRoutes(ports)
  implementAfterwardsRoutes(ports)
}

function implementDeskRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(contract.listQueue, async ({ principal }) => accept(await readQueue(ports, idOf(principal))), {})
  implement(
    contract.findCases,
    async ({ principal, query: { words } }) =>
      accept(await searchCases(ports, { words, officerId: idOf(principal) })),
    {},
  )
  implement(
    contract.reviewApplication,
    async ({ params }) => {
      const row = await loadRow(ports, params.id)
      if (row.accepted_at === null) return refuse('application-not-with-officer')
      return accept(await review(ports, row))
    },
    { 'application-not-with-officer': 409 },
    owned,
  )
  implement(
    contract.claimApplication,
    (input) =>
      act(ports, { name: 'registration.claim', id: input.params.id, input, legal: true }, (context) =>
        claimApplication(context, input.params.id),
      ),
    desk,
    owned,
  )
  implement(
    contract.decideApplication,
    (input) => decide(ports, input),
    {
      ...desk,
      'claim-missing': 409,
      'check-rejects': 422,
      'seat-taken': 409,
      'name-taken': 409,
      'code-numbers-exhausted': 503,
    },
    owned,
  )
}

type DecideInput = HandlerInput<
  ApplicationParams,
  undefined,
  RouteInput<typeof contract.decideApplication>['body']
>

async function decide(ports: RegistrationPorts, input: DecideInput) {
  const { id } = input.params
  const legalPersons = await askLegalPersons(ports, (await loadRow(ports, id)).answers)
  return act(ports, { name: 'registration.decide', id, input, legal: true }, (context) =>
    decideByHand(ports, context, { id, legalPersons, ...input.body }),
  )
}

async function review(ports: RegistrationPorts, row: ApplicationRow) {
  const now = ports.clock.now()
  const legalPersons = await askLegalPersons(ports, row.answers)
  const trace = await ports.database
    .transaction()
    .execute(async (tx) =>
      runAutomatedDecision(await gatherFacts(ports, tx, { row, now, legalPersons }), ports.content.checks),
    )
  const { referral_trace: referred } = row
  return {
    application: await viewApplication(ports, row),
    verdict: trace.verdict,
    checks: trace.checks.map(checkView),
    referral:
      referred === null
        ? null
        : { decidedAt: referred.decidedAt, digest: referred.digest, checks: referred.checks.map(checkView) },
  }
}

function checkView({ inputsDigest: _digest, ...check }: CheckResult) {
  return check
}

function implementAfterwardsRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.correctLicence,
    (input) =>
      act(ports, { name: 'registration.correct', id: input.params.id, input, legal: true }, (context) =>
        correctLicence(ports, context, { id: input.params.id, ...input.body }),
      ),
    { 'application-not-approved': 409 },
    owned,
  )
  implement(
    contract.proposeRevocation,
    (input) =>
      act(
        ports,
        { name: 'registration.propose-revocation', id: input.params.id, input, legal: true },
        (context) => proposeRevocation(context, { id: input.params.id, reason: input.body.reason }),
      ),
    { 'application-not-approved': 409 },
    owned,
  )
  implement(
    contract.confirmRevocation,
    (input) =>
      act(
        ports,
        { name: 'registration.confirm-revocation', id: input.params.id, input, legal: true },
        (context) => confirmRevocation(ports, context, input.params.id),
      ),
    { 'revocation-not-proposed': 409, 'second-officer-required': 403 },
    owned,
  )
}
