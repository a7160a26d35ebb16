/**
 * Answers and figures for everybody, and the tasks that recurring issues raise.
 */

import * as contract from '@guanjia/contract/feedback'
import { accept } from '@guanjia/core/kernel'
import { finishTask } from '../commands/improvement-commands.ts'
import { authorityNamed, type FeedbackPorts } from '../feedback-ports.ts'
import { topicNamed } from '../reading/issue-lists.ts'
import { figuresOf, readAnswers } from '../reading/public-answers.ts'
import { feedbackTables } from '../store/feedback-tables.ts'

const mostTasks = 200

/** Answers the routes for everybody and those of improvements. */
export function implementPublicRoutes(ports: FeedbackPorts): void {
  const { implement } = ports
  const figures = figuresOf(ports)
  implement(
    contract.listAnswers,
    async ({ query }) => accept({ answers: await readAnswers(ports, query) }),
    {},
  )
  implement(contract.readVoiceFigures, async () => accept(await figures()), {})
  implement(
    contract.listImprovements,
    async () => accept({ atLeast: ports.content.recurrence.atLeast, tasks: await readTasks(ports) }),
    {},
  )
  implement(
    contract.finishImprovement,
    ({ params, body, principal, correlationId, key, bodyHash }) =>
      ports.runCommand(
        {
          name: 'feedback.finish-improvement',
          subject: params.id,
          principal,
          correlationId,
          key,
          bodyHash,
          legal: false,
        },
        (context) => finishTask(ports, context, { id: params.id, measure: body.measure }),
      ),
    { 'improvement-done-already': 409 },
    async ({ params }) => {
      const task = await feedbackTables(ports.database)
        .selectFrom('improvement_task')
        .select('lead')
        .where('id', '=', params.id)
        .executeTakeFirst()
      return task === undefined ? undefined : { authorities: [task.lead] }
    },
  )
}

async function readTasks(ports: FeedbackPorts) {
  const rows = await feedbackTables(ports.database)
    .selectFrom('improvement_task')
    .selectAll()
    .orderBy('done_on', (order) => order.desc().nullsFirst())
    .orderBy('raised_on', 'desc')
    .limit(mostTasks)
    .execute()
  return rows.map(({ id, topic, lead, issues, raised_on, done_on, measure }) => ({
    id,
    topic: topicNamed(ports, topic),
    lead: authorityNamed(ports, lead),
    issues,
    raisedOn: raised_on,
    doneOn: done_on,
    measure,
  }))
}
