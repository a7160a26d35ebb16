/**
 * Routes of the registrars' desk.
 */

import * as contract from '@guanjia/contract/registration'
import type { RouteInput } from '@guanjia/contract/route'
import { plainDate } from '@guanjia/core/calendar'
import { accept, refuse } from '@guanjia/core/kernel'
import { type CheckResult, runAutomatedDecision } from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { HandlerInput } from '../platform/http/handler.ts'
import { findEndedCorrection, findWaitingCorrection } from './afterwards/waiting-correction.ts'
import { readQueue, searchCases, viewApplication } from './application-queries.ts'
import { gatherFacts } from './decision-facts.ts'
import { claimApplication, handOverClaim, releaseClaim } from './desk/claim-commands.ts'
import { decideByHand } from './desk/decide-by-hand.ts'
import { openedBy } from './handed-in/paper-files.ts'
import { askLegalPersons } from './legal-persons/legal-person-register.ts'
import { readRegisterMemory } from './register/register-memory.ts'
import { type ApplicationParams, act, findOwner, idOf, loadRow } from './registration-acts.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { type ApplicationRow, registrationTables } from './registration-tables.ts'
import { keptPapers } from './signing/signing-papers.ts'

const desk = { 'application-not-with-officer': 409, 'claimed-by-other': 409 } as const

/** Answers every route of the registrars. */
export function implementOfficerRoutes(ports: RegistrationPorts): void {
  implementQueueRoutes(ports)
  implementDeskRoutes(ports)
}

function implementQueueRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  implement(contract.listQueue, async ({ principal }) => accept(await readQueue(ports, idOf(principal))), {})
  implement(
    contract.findCases,
    async ({ principal, query: { words } }) =>
      accept(await searchCases(ports, { words, officerId: idOf(principal) })),
    {},
  )
  implement(
    contract.readRegister,
    async ({ params: { code }, query: { on, knownOn } }) => {
      const today = dayOf(ports, ports.clock.now())
      return readRegisterMemory(ports, {
        code,
        on: plainDate(on ?? today),
        knownOn: plainDate(knownOn ?? today),
      })
    },
    { 'entity-unknown': 404 },
  )
  implement(contract.listRegistrars, async () => accept(await listRegistrars(ports)), {})
}

function implementDeskRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.reviewApplication,
    async ({ params, principal }) => {
      const row = await loadRow(ports, params.id)
      if (row.accepted_at === null) return refuse('application-not-with-officer')
      return accept(await review(ports, row, idOf(principal)))
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
    contract.releaseClaim,
    (input) =>
      act(ports, { name: 'registration.release', id: input.params.id, input, legal: true }, (context) =>
        releaseClaim(context, input.params.id),
      ),
    { ...desk, 'claim-missing': 409 },
    owned,
  )
  implement(
    contract.handOverClaim,
    (input) =>
      act(ports, { name: 'registration.hand-over', id: input.params.id, input, legal: true }, (context) =>
        handOverClaim(context, { id: input.params.id, to: input.body.to }),
      ),
    { ...desk, 'claim-missing': 409, 'registrar-unknown': 404 },
    owned,
  )
  implement(
    contract.decideApplication,
    (input) => decide(ports, input),
    {
      ...desk,
      'claim-missing': 409,
      'papers-unread': 409,
      'check-rejects': 422,
      'seat-taken': 409,
      'carrier-full': 409,
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
    decideByHand(ports, context, { id, legalPersons, ruling: input.body }),
  )
}

/** Everybody who decides registrations, for handing a case over. */
async function listRegistrars({ database }: RegistrationPorts) {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from role_grant g join person p on p.id = g.person_id
    where g.role in ('registrar', 'registrar-lead') and g.confirmed_at is not null and g.revoked_at is null
    order by p.name, p.id`.execute(database)
  return { registrars: rows }
}

async function review(ports: RegistrationPorts, row: ApplicationRow, officer: string) {
  const now = ports.clock.now()
  const legalPersons = await askLegalPersons(ports, row.answers)
  const papers = await keptPapers(ports, row)
  const trace = await ports.database
    .transaction()
    .execute(async (tx) =>
      runAutomatedDecision(
        await gatherFacts(ports, tx, { row, now, legalPersons, papers }),
        ports.content.checks,
      ),
    )
  const { referral_trace: referred } = row
  return {
    application: await viewApplication(ports, row),
    verdict: trace.verdict,
    correction: await findWaitingCorrection(ports, row),
    endedCorrection: await findEndedCorrection(ports, row.id),
    checks: trace.checks.map(checkView),
    opened: [...(await openedBy(registrationTables(ports.database), { id: row.id, officer }))],
    referral:
      referred === null
        ? null
        : { decidedAt: referred.decidedAt, digest: referred.digest, checks: referred.checks.map(checkView) },
  }
}

function checkView({ inputsDigest: _digest, ...check }: CheckResult) {
  return check
}
