/**
 * The projects of an owner: where each stands, and what comes next.
 */

import type { listProjects as listProjectsRoute } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { sql } from 'kysely'
import { laneName } from './board/risk-view.ts'
import { listProjects } from './project-queries.ts'
import type { ProjectsRoom } from './projects-ports.ts'

type Own = RouteOutput<typeof listProjectsRoute>['projects'][number]
type OwnPlan = NonNullable<Own['plan']>
type Language = 'zh-CN' | 'en'

interface PlanState {
  readonly id: string
  readonly version: number
  readonly permit: string | null
  readonly end: string | null
  readonly step: string | null
  readonly name: Readonly<Record<string, string>> | null
  readonly lane: string | null
  readonly isBegun: boolean | null
  readonly by: string | null
}

/** An owner's projects, in the reader's language. */
export async function listOwnProjects(
  room: ProjectsRoom,
  { ownerId, language }: { readonly ownerId: string; readonly language: Language },
): Promise<Own[]> {
  const { database, content } = room
  const projects = await listProjects(database, { ownerId })
  const states = new Map((await planStates(room, ownerId)).map((state) => [state.id, state]))
  return projects.map((project) => {
    const state = states.get(project.id)
    return {
      ...project,
      kindName: content.kinds.find(({ id }) => id === project.kind)?.name[language] ?? project.kind,
      plan: state === undefined ? null : planView(room, state, language),
    }
  })
}

/** Newest versions, each with the gate that may wait least; what is the owner's turn before what is not. */
async function planStates({ database }: ProjectsRoom, ownerId: string): Promise<PlanState[]> {
  const { rows } = await sql<PlanState>`
    select project.id, plan.version, forecast.permit_on::text as permit, forecast.end_on::text as "end",
      gate.step, gate.name, gate.lane, gate.is_begun as "isBegun", gate.late_on::text as by
    from project
    join lateral (select max(version) as version from project_plan where project_id = project.id) plan
      on plan.version is not null
    left join project_forecast forecast on forecast.project_id = project.id
    left join lateral (select * from project_gate where project_id = project.id
      order by late_on, (lane = 'applicant') desc, step limit 1) gate on true
    where project.owner_id = ${ownerId}`.execute(database)
  return rows
}

function planView(room: ProjectsRoom, state: PlanState, language: Language): OwnPlan {
  const { version, permit, end, step, name, lane, isBegun, by } = state
  if (step === null || lane === null || by === null) return { version, permit, end, next: null }
  const next = {
    step,
    name: name?.[language] ?? name?.['zh-CN'] ?? step,
    who: laneName(room, lane, language),
    // what was not begun waits for whoever has to file it
    isMine: lane === 'applicant' || isBegun === false,
    by,
  }
  return { version, permit, end, next }
}
