/**
 * The ledger of tasks over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { untold } from '../board/board-routes.ts'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import { registerTask } from './register-task.ts'
import { decideAccountability, listsOf, moveTask, recurrence } from './task-commands.ts'
import { findTaskUnits } from './task-store.ts'
import { readLedger, readTaskPage } from './task-view.ts'

const turns = {
  'task-unknown': 404,
  'task-out-of-turn': 409,
  'other-duty-silent': 409,
  'closing-evidence-missing': 422,
  'company-not-heard': 409,
  'recurrence-too-late': 409,
  'due-day-passed': 422,
} as const

/** Answers the routes of the ledger. */
export function implementTaskRoutes(room: SupervisionRoom): void {
  implementReading(room)
  implementWork(room)
  implementChecks(room)
}

interface OfTask {
  readonly params: { readonly id: string }
}

function implementReading(room: SupervisionRoom): void {
  const { implement, database, clock } = room
  implement(
    contract.listTasks,
    ({ query, principal, language }) => readLedger(room, query, { principal, language, now: clock.now() }),
    untold,
  )
  implement(
    contract.readTask,
    ({ params, principal, language }) =>
      readTaskPage(room, params.id, { principal, language, now: clock.now() }),
    { ...untold, 'task-unknown': 404 },
    async ({ params }) => {
      const units = await findTaskUnits(database, params.id)
      return units && { authorities: [units.lead, ...units.answering] }
    },
  )
}

function implementWork(room: SupervisionRoom): void {
  const { implement, database } = room
  const answering = async ({ params }: OfTask) => {
    const units = await findTaskUnits(database, params.id)
    return units && { authorities: units.answering }
  }
  implement(
    contract.registerTask,
    (input) =>
      act(room, { name: 'supervision.register-task', subject: 'task', input }, (context) =>
        registerTask(room, context, input.body),
      ),
    {
      'territorial-duty-missing': 422,
      'departmental-duty-missing': 422,
      'duty-twice': 422,
      'unit-of-other-list': 422,
      'unit-unknown': 422,
      'source-unknown': 422,
      'due-day-passed': 422,
    },
  )
  implement(
    contract.reportTask,
    (input) =>
      act(room, { name: 'supervision.report-task', subject: input.params.id, input }, (context) =>
        moveTask(room, context, {
          taskId: input.params.id,
          words: input.body.words,
          act: (task) => ({ do: 'report', lists: listsOf(task, context) }),
        }),
      ),
    turns,
    answering,
  )
  implement(
    contract.requestTaskClosing,
    (input) =>
      act(room, { name: 'supervision.request-task-closing', subject: input.params.id, input }, (context) =>
        moveTask(room, context, {
          taskId: input.params.id,
          words: input.body.words,
          evidence: input.body.evidence,
          act: (_, on) => ({ do: 'request-closing', on, evidence: input.body.evidence }),
        }),
      ),
    turns,
    answering,
  )
}

function implementChecks(room: SupervisionRoom): void {
  implementVerification(room)
  implementClosing(room)
}

function implementVerification(room: SupervisionRoom): void {
  const { implement, database } = room
  implement(
    contract.verifyTask,
    (input) =>
      act(room, { name: 'supervision.verify-task', subject: input.params.id, input }, (context) =>
        moveTask(room, context, {
          taskId: input.params.id,
          words: input.body.words,
          act: () => ({ do: 'verify', passed: input.body.passed }),
        }),
      ),
    turns,
    async ({ params }: OfTask) => {
      const units = await findTaskUnits(database, params.id)
      return units && { authorities: [units.lead], proposedById: units.requestedBy }
    },
  )
  implement(
    contract.hearCompany,
    (input) =>
      act(room, { name: 'supervision.hear-company', subject: input.params.id, input }, (context) =>
        moveTask(room, context, {
          taskId: input.params.id,
          words: input.body.words,
          act: () => ({ do: 'hear-company', confirmed: input.body.passed }),
        }),
      ),
    turns,
  )
}

function implementClosing(room: SupervisionRoom): void {
  const { implement } = room
  implement(
    contract.closeTask,
    (input) =>
      act(room, { name: 'supervision.close-task', subject: input.params.id, input }, (context) =>
        moveTask(room, context, {
          taskId: input.params.id,
          words: input.body.words,
          act: (_, on) => ({ do: 'close', passed: input.body.passed, on }),
        }),
      ),
    turns,
  )
  implement(
    contract.reopenTask,
    (input) =>
      act(room, { name: 'supervision.reopen-task', subject: input.params.id, input }, (context) =>
        moveTask(room, context, {
          taskId: input.params.id,
          words: input.body.words,
          act: (_, on) => recurrence(room, on, input.body.dueOn),
        }),
      ),
    turns,
  )
  implement(
    contract.decideAccountability,
    (input) =>
      act(room, { name: 'supervision.decide-accountability', subject: input.params.id, input }, (context) =>
        decideAccountability(context, { draftId: input.params.id, ...input.body }),
      ),
    { 'accountability-unknown': 404, 'accountability-decided': 409 },
  )
}
