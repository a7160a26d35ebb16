/**
 * Recording facts of nodes over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { untold } from '../board/board-routes.ts'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import { finishNode, nameCause, planNode, reportNodeProgress } from './node-commands.ts'
import { answerPause, askPause, endPause, findPausePeople } from './pause-commands.ts'

const unknown = { 'supervised-unknown': 404, 'node-unknown': 404 } as const
const open = { ...unknown, 'node-done': 409 } as const

/** Answers the routes of nodes and pauses. */
export function implementNodeRoutes(room: SupervisionRoom): void {
  implementFacts(room)
  implementPauses(room)
}

function implementFacts(room: SupervisionRoom): void {
  const { implement } = room
  implement(
    contract.planNode,
    (input) =>
      act(room, { name: 'supervision.plan-node', subject: input.params.id, input }, (context) =>
        planNode(room, context, { ...input.params, ...input.body }),
      ),
    { ...open, ...untold },
  )
  implement(
    contract.finishNode,
    (input) =>
      act(room, { name: 'supervision.finish-node', subject: input.params.id, input }, (context) =>
        finishNode(room, context, { ...input.params, ...input.body }),
      ),
    { ...open, ...untold, 'day-ahead': 422 },
  )
  implement(
    contract.reportNodeProgress,
    (input) =>
      act(room, { name: 'supervision.report-progress', subject: input.params.id, input }, (context) =>
        reportNodeProgress(room, context, { ...input.params, ...input.body }),
      ),
    { ...open, ...untold, 'day-ahead': 422, 'progress-reported': 409 },
  )
  implement(
    contract.nameCause,
    (input) =>
      act(room, { name: 'supervision.name-cause', subject: input.params.id, input }, (context) =>
        nameCause(room, context, { ...input.params, ...input.body }),
      ),
    { ...unknown, ...untold },
  )
}

function implementPauses(room: SupervisionRoom): void {
  const { implement, database } = room
  const findPeople = ({ params }: { readonly params: { readonly id: string } }) =>
    findPausePeople(database, params.id)
  implement(
    contract.askPause,
    (input) =>
      act(room, { name: 'supervision.ask-pause', subject: input.params.id, input }, (context) =>
        askPause(room, context, { ...input.params, ...input.body }),
      ),
    { ...open, 'pause-ends-before-it-begins': 422 },
  )
  implement(
    contract.answerPause,
    (input) =>
      act(room, { name: 'supervision.answer-pause', subject: input.params.id, input }, (context) =>
        answerPause(room, context, { pauseId: input.params.id, ...input.body }),
      ),
    { ...untold, 'pause-unknown': 404, 'pause-answered': 409, 'refusal-needs-reason': 422 },
    findPeople,
  )
  implement(
    contract.endPause,
    (input) =>
      act(room, { name: 'supervision.end-pause', subject: input.params.id, input }, (context) =>
        endPause(room, context, { pauseId: input.params.id, until: input.body.until }),
      ),
    { ...untold, 'pause-unknown': 404, 'pause-not-running': 409, 'pause-ends-before-it-begins': 422 },
    findPeople,
  )
}
