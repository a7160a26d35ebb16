/**
 * Keeps the dates and open gates of every project's newest plan where lists can read them: as its steps stand, also where
 * what happened was as planned and made no new version.
 */

import { type OpenGate, openGates } from '@guanjia/core/projects'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { eachAlone } from '../../platform/jobs/each-alone.ts'
import { readKeptPlan } from '../plans/kept-plan.ts'
import type { ProjectsRoom } from '../projects-ports.ts'

const job = 'projects.keep-gates'

/** Follows the versions of plans; once an hour what was missed is made up. */
export function followPlans(room: ProjectsRoom): void {
  const { outbox, jobs } = room
  outbox.on('projects.plan-made', (event, tx) => keepGates(room, tx, event.subject), 'projects:gates')
  outbox.on(
    'projects.went-as-planned',
    (event, tx) => keepGates(room, tx, event.subject),
    'projects:gates-as-planned',
  )
  jobs.handle(job, () => keepMissing(room))
  jobs.every(job, '50 * * * *')
}

async function keepMissing(room: ProjectsRoom): Promise<void> {
  const { database } = room
  const { rows } = await sql<{ id: string }>`
    select plan.project_id as id from project_plan plan left join project_forecast kept using (project_id)
    group by plan.project_id, kept.version having max(plan.version) > coalesce(kept.version, 0)`.execute(
    database,
  )
  await eachAlone(rows, ({ id }) => database.transaction().execute((tx) => keepGates(room, tx, id)))
}

/** Replaces what is kept of a project by its newest plan. */
async function keepGates(room: ProjectsRoom, tx: Database, projectId: string): Promise<void> {
  const kept = await readKeptPlan({ ...room, database: tx }, projectId, {})
  if (!kept.ok) {
    if (kept.code === 'plan-not-made') return
    throw new Error(`the gates of a plan are not kept: ${kept.code}`)
  }
  const { row, plan } = kept.value
  const gates = openGates(plan)
  await sql`
    insert into project_forecast (project_id, version, permit_on, end_on)
    values (${projectId}, ${row.version}, ${plan.dates?.permit ?? null}, ${plan.dates?.end ?? row.start_on})
    on conflict (project_id) do update set version = excluded.version, permit_on = excluded.permit_on,
      end_on = excluded.end_on`.execute(tx)
  await sql`delete from project_gate where project_id = ${projectId}`.execute(tx)
  if (gates.length === 0) return
  await sql`
    insert into project_gate (project_id, step, name, lane, is_begun, start_on, end_on, late_on, days, float)
    select ${projectId}::uuid, gate.* from jsonb_to_recordset(${JSON.stringify(gates.map(rowOf))}::jsonb)
      as gate (step text, name jsonb, lane text, is_begun boolean, start_on date, end_on date, late_on date,
        days int, float int)`.execute(tx)
}

function rowOf({ step, name, lane, isBegun, startOn, endOn, lateOn, days, float }: OpenGate) {
  return {
    step,
    name,
    lane,
    is_begun: isBegun,
    start_on: startOn,
    end_on: endOn,
    late_on: lateOn,
    days,
    float,
  }
}
