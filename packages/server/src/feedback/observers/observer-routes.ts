/**
 * Observers over the wire: the desk that appoints them, and their own page.
 */

import * as contract from '@guanjia/contract/feedback'
import type { Principal } from '@guanjia/core/access'
import { accept, assert } from '@guanjia/core/kernel'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { actFor, issueProblemStatuses } from '../routes/issue-acts.ts'
import { appoint, endTerm } from './appointment-commands.ts'
import { fileFinding } from './finding-command.ts'
import { openObserverLetter } from './observer-letter.ts'
import { readAlike, readObservers, readOwnFindings, readOwnObserver } from './observer-reading.ts'
import { findAppointment, findServing, type NamedTerm, namedTerms } from './observer-terms.ts'

/** Answers the routes of observers. */
export function implementObserverRoutes(ports: FeedbackPorts): void {
  implementAppointing(ports)
  implementLetter(ports)
  implementObserving(ports)
}

function implementAppointing(ports: FeedbackPorts): void {
  const { implement } = ports
  implement(contract.listObservers, async () => accept(await readObservers(ports)), {})
  implement(
    contract.appointObserver,
    (input) => {
      const id = ports.newId()
      return actFor(ports, { name: 'feedback.appoint-observer', subject: id, sent: input }, (context) =>
        appoint(ports, context, { id, ...input.body }),
      )
    },
    { 'identity-number-wrong': 422, 'observer-serves-already': 409, 'observer-places-taken': 409 },
  )
  implement(
    contract.endObserverTerm,
    (input) => {
      const { id } = input.params
      return actFor(ports, { name: 'feedback.end-observer-term', subject: id, sent: input }, (context) =>
        endTerm(ports, context, { id, reason: input.body.reason }),
      )
    },
    { 'observer-term-over': 409 },
    async ({ params }) => ((await findTerm(ports, params.id)) === undefined ? undefined : {}),
  )
}

function implementLetter(ports: FeedbackPorts): void {
  const render = openObserverLetter(ports)
  ports.implement(
    contract.readObserverLetter,
    async ({ params }) => {
      const term = await findTerm(ports, params.id)
      assert(term !== undefined, 'the term was found a moment ago')
      return accept(await render(term))
    },
    {},
    async ({ params }) => {
      const term = await findTerm(ports, params.id)
      return term === undefined ? undefined : { ownerId: term.person_id }
    },
  )
}

function findTerm({ database }: FeedbackPorts, id: string): Promise<NamedTerm | undefined> {
  return namedTerms(database).where('observer_term.id', '=', id).executeTakeFirst()
}

/** The term by which a request was let in. */
export async function ownTerm(ports: FeedbackPorts, principal: Principal): Promise<NamedTerm> {
  const id = principal.kind === 'person' ? principal.id : ''
  const term = await findServing(ports.database, id, dayOf(ports, ports.clock.now()))
  assert(term !== undefined, 'whoever was let in has a term')
  return term
}

function implementObserving(ports: FeedbackPorts): void {
  const { implement } = ports
  const appointed = findAppointment(ports)
  implement(
    contract.readOwnObserver,
    async ({ principal }) => accept(await readOwnObserver(ports, await ownTerm(ports, principal))),
    {},
    appointed,
  )
  implement(
    contract.listOwnFindings,
    async ({ principal }) => {
      const { person_id } = await ownTerm(ports, principal)
      return accept({ findings: await readOwnFindings(ports, person_id) })
    },
    {},
    appointed,
  )
  implement(
    contract.fileFinding,
    async (input) => {
      const id = ports.newId()
      const term = await ownTerm(ports, input.principal)
      return actFor(ports, { name: 'feedback.file-finding', subject: id, sent: input }, (context) =>
        fileFinding(ports, context, { ...input.body, id, term, activityId: null, recordedBy: null }),
      )
    },
    { ...issueProblemStatuses, 'topic-not-listed': 422, 'source-not-open-here': 422, 'photo-not-kept': 422 },
    appointed,
  )
  implement(
    contract.listLikeFindings,
    async ({ query }) => accept({ issues: await readAlike(ports, query.words) }),
    {},
    appointed,
  )
}
