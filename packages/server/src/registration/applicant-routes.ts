/**
 * Routes of those who set something up, and of those who sign.
 */

import * as contract from '@guanjia/contract/registration'
import { may } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import type { ApplicationDraft } from '@guanjia/core/registration'
import { applicationFaults, runAutomatedDecision } from '@guanjia/core/registration'
import { createApplication, saveAnswers, withdrawApplication } from './application-commands.ts'
import { listFor, readDecision, readEvents, viewApplication } from './application-queries.ts'
import { failedChecks } from './approval.ts'
import { gatherFacts } from './decision-facts.ts'
import { handedIn, paperViews } from './handed-in/handed-in.ts'
import { askLegalPersons } from './legal-persons/legal-person-register.ts'
import { reserveName } from './name-commands.ts'
import { nameView } from './name-view.ts'
import { type ApplicationParams, act, findOwner, findSigners, idOf, loadRow } from './registration-acts.ts'
import { applicationRules } from './registration-content.ts'
import { checksIn, type Language } from './registration-english.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { fileAddress, holdSeat, releaseSeat, reserveSeat } from './seat-commands.ts'
import { readLinks } from './signing/signing-links.ts'
import { papersOf } from './signing/signing-papers.ts'
import { readSigning, requestSignatures, signPapers } from './signing-commands.ts'
import { submitApplication, submitConflict } from './submit-command.ts'

const open = { 'application-not-open': 409 } as const
const seatProblems = {
  ...open,
  'seat-unknown': 404,
  'carrier-full': 409,
  'seat-taken': 409,
  'seat-frozen': 409,
  'seat-in-use': 409,
  'seat-not-yours': 409,
} as const
const signProblems = {
  'link-expired': 410,
  'documents-changed': 409,
  'application-not-in-signing': 409,
  'signer-not-named': 403,
  'identity-not-verified': 403,
} as const
const submitProblems = {
  'application-not-in-signing': 409,
  'answers-incomplete': 422,
  'signatures-missing': 409,
  'checks-waiting': 409,
  'seat-taken': 409,
  'name-taken': 409,
  'calendar-not-published': 503,
  'code-numbers-exhausted': 503,
} as const

/** Answers every route of the applicant's side. */
export function implementApplicantRoutes(ports: RegistrationPorts): void {
  implementDraftRoutes(ports)
  implementSeatRoutes(ports)
  implementSigningLinks(ports)
  implementSigningRoutes(ports)
  implementReadingRoutes(ports)
}

function implementDraftRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.createApplication,
    (input) => {
      const id = ports.newId()
      const opening = { id, ownerId: idOf(input.principal), ...input.body }
      return act(ports, { name: 'registration.create', id, input, legal: false }, (context) =>
        createApplication(ports, context, opening),
      )
    },
    { 'application-unknown': 404 },
  )
  implement(
    contract.saveAnswers,
    (input) =>
      act(ports, { name: 'registration.save', id: input.params.id, input, legal: false }, (context) =>
        saveAnswers(ports, context, {
          id: input.params.id,
          version: input.body.version,
          answers: input.body.answers as ApplicationDraft,
          language: input.language,
        }),
      ),
    { ...open, 'answers-changed-meanwhile': 409, 'kind-fixed': 422 },
    owned,
  )
  implement(
    contract.reserveName,
    async (input) => {
      const { name, pledged, accepted = [] } = input.body
      const wanted = { id: input.params.id, name, pledged, accepted }
      const kept = await act(
        ports,
        { name: 'registration.reserve-name', id: wanted.id, input, legal: false },
        (context) => reserveName(ports, context, wanted),
      )
      if (!kept.ok) return kept
      const { reserved, name: written, judged, suggestions, until, version } = kept.value
      const view = nameView(ports, judged, { suggestions, language: input.language })
      return accept({ reserved, name: written, until, version, ...view })
    },
    { ...open, 'pledge-missing': 422, 'name-taken': 409 },
    owned,
  )
  implement(
    contract.withdrawApplication,
    (input) =>
      act(ports, { name: 'registration.withdraw', id: input.params.id, input, legal: true }, (context) =>
        withdrawApplication(context, input.params.id),
      ),
    open,
    owned,
  )
}

function implementSeatRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.holdSeat,
    (input) =>
      act(ports, { name: 'registration.hold-seat', id: input.params.id, input, legal: false }, (context) =>
        holdSeat(ports, context, { id: input.params.id, code: input.body.code }),
      ),
    seatProblems,
    owned,
  )
  implement(
    contract.reserveSeat,
    (input) =>
      act(ports, { name: 'registration.reserve-seat', id: input.params.id, input, legal: true }, (context) =>
        reserveSeat(ports, context, input.params.id),
      ),
    seatProblems,
    owned,
  )
  implement(
    contract.releaseSeat,
    (input) =>
      act(ports, { name: 'registration.release-seat', id: input.params.id, input, legal: false }, (context) =>
        releaseSeat(context, input.params.id),
      ),
    seatProblems,
    owned,
  )
  implement(
    contract.fileAddress,
    (input) =>
      act(ports, { name: 'registration.file-address', id: input.params.id, input, legal: true }, (context) =>
        fileAddress(ports, context, { id: input.params.id, ...input.body }),
      ),
    seatProblems,
    owned,
  )
}

function implementSigningLinks(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.requestSignatures,
    async (input) => {
      const { id } = input.params
      const requested = await act(
        ports,
        { name: 'registration.request-signatures', id, input, legal: false },
        (context) => requestSignatures(ports, context, { id, ...input.body }),
      )
      if (!requested.ok) return requested as never
      // the links are no part of the kept answer: they are told again by whoever may ask
      return accept({
        ...requested.value,
        links: await readLinks(ports, {
          applicationId: id,
          readerId: idOf(input.principal),
          of: 'everybody',
        }),
      })
    },
    {
      ...open,
      'answers-incomplete': 422,
      'answers-changed-meanwhile': 409,
      'papers-changed-since-signing': 409,
    },
    owned,
  )
  implement(
    contract.listSigningLinks,
    async ({ params, principal }) => {
      const resource = (await owned({ params })) ?? {}
      const mayRenew = may(principal, 'registration.request-signatures', resource)
      const of = mayRenew ? 'everybody' : 'reader'
      const links = await readLinks(ports, { applicationId: params.id, readerId: idOf(principal), of })
      return accept({ links, mayRenew })
    },
    {},
    owned,
  )
}

function implementSigningRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  implement(
    contract.readSigning,
    (input) => readSigning(ports, input.params.token, ports.clock.now()),
    { 'link-expired': 410 },
    findSigners(ports),
  )
  implement(
    contract.signPapers,
    (input) =>
      act(ports, { name: 'registration.sign', id: 'signature', input, legal: true }, (context) =>
        signPapers(ports, context, {
          token: input.params.token,
          documentsDigest: input.body.documentsDigest,
        }),
      ),
    signProblems,
    findSigners(ports),
  )
  implement(
    contract.submitApplication,
    async (input) => {
      const { id } = input.params
      const legalPersons = await askLegalPersons(ports, (await loadRow(ports, id)).answers)
      return act(
        ports,
        { name: 'registration.submit', id, input, legal: true },
        (context) => submitApplication(ports, context, { id, legalPersons }),
        submitConflict,
      )
    },
    submitProblems,
    findOwner(ports),
  )
}

function implementReadingRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.listApplications,
    async ({ principal }) => accept(await listFor(ports, idOf(principal))),
    {},
  )
  implement(
    contract.readApplication,
    async ({ params, language }) =>
      accept(await viewApplication(ports, await loadRow(ports, params.id), language)),
    {},
    owned,
  )
  implement(
    contract.checkApplication,
    async ({ params, language }) => accept(await checkNow(ports, params, language)),
    {},
    owned,
  )
  implement(
    contract.readTimeline,
    async ({ params }) => accept(await readEvents(ports, await loadRow(ports, params.id))),
    {},
    owned,
  )
  implement(
    contract.readTrace,
    async ({ params }) => {
      const trace = await readDecision(ports, params.id)
      return trace === undefined ? refuse('not-decided-yet') : accept(trace)
    },
    { 'not-decided-yet': 409 },
    owned,
  )
}

/** Faults of the answers, and what the checks would say now. */
async function checkNow(ports: RegistrationPorts, { id }: ApplicationParams, language: Language) {
  const row = await loadRow(ports, id)
  const now = ports.clock.now()
  const rules = applicationRules(ports.content, dayOf(ports, now))
  const faults = applicationFaults(row.answers, rules, handedIn(ports, row))
  const papers = paperViews(ports, row, language)
  if (faults.length > 0) return { faults, papers, verdict: null, checks: [] }
  const legalPersons = await askLegalPersons(ports, row.answers)
  const deciding = { row, now, legalPersons, papers: papersOf(ports, row) }
  const trace = await ports.database
    .transaction()
    .execute(async (tx) => runAutomatedDecision(await gatherFacts(ports, tx, deciding), ports.content.checks))
  const checks = failedChecks(trace).filter(isForeseeable)
  return {
    faults,
    papers,
    verdict: foreseen(trace),
    checks: checksIn(language, ports.content.english, checks),
  }
}

/** Checks that wait for signatures say nothing about the answers. */
function isForeseeable({ id }: { readonly id: string }): boolean {
  return !['Q1', 'Q13', 'Q16'].includes(id)
}

function foreseen(trace: ReturnType<typeof runAutomatedDecision>): 'approve' | 'human' | 'reject' {
  const outcomes = trace.checks.filter(isForeseeable).map(({ outcome }) => outcome)
  if (outcomes.includes('reject')) return 'reject'
  return outcomes.includes('human') ? 'human' : 'approve'
}
