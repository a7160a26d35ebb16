/**
 * The hall's own calls over the wire.
 */

import * as contract from '@guanjia/contract/counters'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Ports } from '../platform/ports.ts'
import { makeCall } from './outreach-commands.ts'
import type { OutreachContent } from './outreach-content.ts'

/** What this room needs of the platform, and of the room above that knows whom to call. */
export interface CountersPorts
  extends Pick<
    Ports,
    'implement' | 'database' | 'clock' | 'runCommand' | 'outbox' | 'zone' | 'newId' | 'contentFolder' | 'live'
  > {
  /** the contact given with a filed address */
  readonly findFilingContact: (
    tx: Database,
    subject: string,
  ) => Promise<{ readonly name: string; readonly phone: string } | undefined>
}

type Task = RouteOutput<typeof contract.listOutreach>['tasks'][number]

interface TaskRow extends Omit<Task, 'raisedAt' | 'dueAt' | 'overdue'> {
  readonly raisedAt: Date
  readonly dueAt: Date
}

/** Answers the routes of the calls. */
export function implementOutreachRoutes(ports: CountersPorts, content: OutreachContent): void {
  const { implement, runCommand } = ports
  implement(contract.listOutreach, async () => accept({ tasks: await listTasks(ports) }), {})
  implement(
    contract.recordCall,
    ({ params, body, principal, correlationId, key, bodyHash }) =>
      runCommand(
        {
          name: 'counters.record-call',
          subject: params.id,
          principal,
          correlationId,
          key,
          bodyHash,
          legal: false,
        },
        (context) => makeCall(context, content, { taskId: params.id, ...body }),
      ),
    { 'outreach-unknown': 404, 'outreach-closed': 409 },
  )
}

/** Open tasks by their due moment, then those closed of late. */
async function listTasks({ database, clock }: CountersPorts): Promise<Task[]> {
  const { rows } = await sql<TaskRow>`
    select task.id, task.company, task.contact_name as "contactName", task.contact_phone as "contactPhone",
      task.place, task.matters, task.script, task.state, task.raised_at as "raisedAt", task.due_at as "dueAt",
      task.due_because as "dueBecause",
      (select coalesce(jsonb_agg(jsonb_build_object('attempt', call.attempt, 'answered', call.answered,
          'note', call.note, 'at', to_char(call.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by call.attempt), '[]')
       from outreach_call as call where call.task_id = task.id) as calls
    from outreach_task as task
    order by task.state <> 'open', case when task.state = 'open' then task.due_at end, task.closed_at desc
    limit 200`.execute(database)
  const now = clock.now()
  return rows.map((row) => ({
    ...row,
    raisedAt: row.raisedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    overdue: row.state === 'open' && row.calls.length === 0 && row.dueAt < now,
  }))
}
