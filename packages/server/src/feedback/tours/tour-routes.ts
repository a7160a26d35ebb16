/**
 * Tours over the wire: the desk that plans them, and the page of those who go.
 */

import * as contract from '@guanjia/contract/feedback'
import type { Resource } from '@guanjia/core/access'
import { accept, assert, refuse } from '@guanjia/core/kernel'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { actFor, issueProblemStatuses } from '../routes/issue-acts.ts'
import { noteVisit, recordHeard } from './heard-commands.ts'
import { openItineraryPaper } from './itinerary-paper.ts'
import { dropStop, openTour, planStop, toldElsewhere } from './tour-commands.ts'
import { findGoersOfStop } from './tour-people.ts'
import { findTour, readOwnStops, readTour, readTours, type TourRow } from './tour-reading.ts'

/** Answers the routes of tours. */
export function implementTourRoutes(ports: FeedbackPorts): void {
  implementReading(ports)
  implementPlanning(ports)
  implementGoing(ports)
}

interface OfId {
  readonly params: { readonly id: string }
}

/** The departments of a tour; a dispatcher reads all of them. */
function findDepartments({ database }: FeedbackPorts) {
  return async ({ params }: OfId): Promise<Resource | undefined> => {
    const tour = await findTour(database, params.id)
    return tour === undefined ? undefined : { authorities: tour.departments }
  }
}

async function getTour({ database }: FeedbackPorts, id: string): Promise<TourRow> {
  const tour = await findTour(database, id)
  assert(tour !== undefined, 'the tour was found a moment ago')
  return tour
}

function implementReading(ports: FeedbackPorts): void {
  const { implement } = ports
  const render = openItineraryPaper(ports)
  implement(contract.listTours, async ({ principal }) => accept(await readTours(ports, principal)), {})
  implement(
    contract.readTour,
    async ({ params, principal }) =>
      accept(await readTour(ports, await getTour(ports, params.id), principal)),
    {},
    findDepartments(ports),
  )
  implement(
    contract.printItinerary,
    async ({ params }) => accept(await render(await getTour(ports, params.id))),
    {},
    findDepartments(ports),
  )
}

function implementPlanning(ports: FeedbackPorts): void {
  const { implement, runCommand } = ports
  implement(
    contract.openTour,
    ({ principal, correlationId, key, bodyHash, body }) => {
      const id = ports.newId()
      const command = { name: 'feedback.open-tour', subject: id, legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        openTour(ports, context, { id, ...body }),
      )
    },
    { 'departments-too-few': 422, 'tour-ends-before-it-begins': 422, 'authority-not-listed': 422 },
  )
  implement(
    contract.planStop,
    ({ principal, correlationId, key, bodyHash, params, body }) => {
      const id = ports.newId()
      const command = { name: 'feedback.plan-stop', subject: id, legal: false }
      return runCommand(
        { ...command, principal, correlationId, key, bodyHash },
        (context) => planStop(ports, context, { id, tourId: params.id, ...body }),
        toldElsewhere,
      )
    },
    {
      'tour-unknown': 404,
      'place-missing': 422,
      'company-code-wrong': 422,
      'project-number-unknown': 422,
      'calendar-not-published': 503,
      'day-outside-tour': 422,
      'day-not-worked': 422,
      'nobody-goes': 422,
      'goer-of-no-department': 422,
      'goer-elsewhere': 409,
    },
  )
  implement(
    contract.dropStop,
    ({ principal, correlationId, key, bodyHash, params, body }) => {
      const command = { name: 'feedback.drop-stop', subject: params.id, legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        dropStop(context, { id: params.id, ...body }),
      )
    },
    { 'stop-unknown': 404, 'stop-visited': 409, 'stop-dropped': 409 },
  )
}

const closed = { 'stop-dropped': 409, 'stop-to-come': 409 } as const

function implementGoing(ports: FeedbackPorts): void {
  const { implement } = ports
  implement(
    contract.listOwnStops,
    async ({ principal }) =>
      principal.kind === 'person' ? accept(await readOwnStops(ports, principal)) : refuse('not-allowed'),
    {},
  )
  implement(
    contract.noteVisit,
    (input) => {
      const { id } = input.params
      return actFor(ports, { name: 'feedback.note-visit', subject: id, sent: input }, (context) =>
        noteVisit(ports, context, { id, ...input.body }),
      )
    },
    { ...closed, 'stop-noted-meanwhile': 409 },
    findGoersOf(ports),
  )
  implement(
    contract.recordHeard,
    (input) => {
      const { id: stopId } = input.params
      const [id, issueId] = [ports.newId(), ports.newId()]
      return actFor(ports, { name: 'feedback.record-heard', subject: stopId, sent: input }, (context) =>
        recordHeard(ports, context, { id, issueId, stopId, ...input.body }),
      )
    },
    {
      ...issueProblemStatuses,
      ...closed,
      'topic-not-listed': 422,
      'source-not-open-here': 422,
      'photo-not-kept': 422,
    },
    findGoersOf(ports),
  )
}

/** Who goes to a stop. */
function findGoersOf({ database }: FeedbackPorts) {
  return async ({ params }: OfId): Promise<Resource | undefined> => {
    const goerIds = await findGoersOfStop(database, params.id)
    return goerIds.length === 0 ? undefined : { goerIds }
  }
}
