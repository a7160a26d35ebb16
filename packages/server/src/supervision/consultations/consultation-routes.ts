/**
 * Joint consultations over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import {
  draftConclusion,
  enterConsultationTask,
  signConclusion,
  stateInConsultation,
} from './consult-commands.ts'
import { findConsultationPeople } from './consultation-store.ts'
import { conveneConsultation } from './convene-command.ts'
import { openPiece } from './open-piece.ts'
import { listAllConsultations } from './reading/consultation-list.ts'
import { openConsultationPaper } from './reading/consultation-paper.ts'
import { readConsultationPage } from './reading/consultation-view.ts'

const running = {
  'joint-consultation-unknown': 404,
  'consultation-over': 409,
  'consultation-concluded': 409,
} as const

interface OfConsultation {
  readonly params: { readonly id: string }
}

/** Answers the routes of consultations. */
export function implementConsultationRoutes(room: SupervisionRoom): void {
  implementReading(room)
  implementConvening(room)
  implementConsulting(room)
}

function implementReading(room: SupervisionRoom): void {
  const { implement, clock } = room
  const findPeople = ({ params }: OfConsultation) => findConsultationPeople(room, params.id)
  implement(
    contract.listConsultations,
    async (caller) => accept(await listAllConsultations(room, { ...caller, now: clock.now() })),
    {},
  )
  implement(
    contract.readConsultation,
    ({ params, ...caller }) => readConsultationPage(room, params.id, { ...caller, now: clock.now() }),
    { 'joint-consultation-unknown': 404 },
    findPeople,
  )
  implement(
    contract.openPiece,
    ({ params, principal, correlationId }) =>
      openPiece(room, {
        consultationId: params.id,
        place: Number(params.place),
        principal,
        correlationId,
      }),
    { 'joint-consultation-unknown': 404, 'piece-unknown': 404 },
    findPeople,
  )
  const render = openConsultationPaper(room)
  implement(contract.printConsultation, ({ params }) => render(params.id), {
    'joint-consultation-unknown': 404,
    'conclusion-not-signed': 409,
  })
}

function implementConvening(room: SupervisionRoom): void {
  room.implement(
    contract.conveneConsultation,
    (input) =>
      act(room, { name: 'supervision.convene-consultation', subject: 'consultation', input }, (context) =>
        conveneConsultation(room, context, input.body),
      ),
    {
      'consultation-subject-unknown': 422,
      'consultation-day-passed': 422,
      'consultation-member-unknown': 422,
      'one-department-only': 422,
      'consultation-evidence-missing': 422,
      'calendar-not-published': 409,
      'rule-not-in-force': 409,
    },
  )
}

function implementConsulting(room: SupervisionRoom): void {
  const { implement } = room
  const findPeople = ({ params }: OfConsultation) => findConsultationPeople(room, params.id)
  implement(
    contract.stateInConsultation,
    (input) =>
      act(room, { name: 'supervision.state-in-consultation', subject: input.params.id, input }, (context) =>
        stateInConsultation(room, context, { id: input.params.id, words: input.body.words }),
      ),
    { ...running, 'conclusion-drafted': 409 },
    findPeople,
  )
  implement(
    contract.draftConclusion,
    (input) =>
      act(room, { name: 'supervision.draft-conclusion', subject: input.params.id, input }, (context) =>
        draftConclusion(room, context, { id: input.params.id, ...input.body }),
      ),
    { ...running, 'statements-missing': 409, 'unit-unknown': 422 },
    findPeople,
  )
  implement(
    contract.signConclusion,
    (input) =>
      act(room, { name: 'supervision.sign-conclusion', subject: input.params.id, input }, (context) =>
        signConclusion(room, context, { id: input.params.id, revision: input.body.revision }),
      ),
    {
      ...running,
      'conclusion-not-drafted': 409,
      'conclusion-redrafted': 409,
      'evidence-not-seen': 409,
      'signed-already': 409,
    },
    findPeople,
  )
  implement(
    contract.enterConsultationTask,
    (input) =>
      act(room, { name: 'supervision.enter-consultation-task', subject: input.params.id, input }, (context) =>
        enterConsultationTask(room, context, { id: input.params.id, ...input.body }),
      ),
    {
      'joint-consultation-unknown': 404,
      'conclusion-not-signed': 409,
      'territorial-duty-missing': 422,
      'departmental-duty-missing': 422,
      'duty-twice': 422,
      'unit-of-other-list': 422,
      'unit-unknown': 422,
      'source-unknown': 422,
      'due-day-passed': 422,
    },
  )
}
