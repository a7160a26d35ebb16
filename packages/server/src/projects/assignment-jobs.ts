/**
 * Projects that found no steward are tried again, so that a full team or one on leave never leaves a project behind.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import { eachAlone } from '../platform/jobs/each-alone.ts'
import type { Ports } from '../platform/ports.ts'
import type { ProjectsRoom } from './projects-ports.ts'
import { assignStewards } from './stewardship-commands.ts'

const job = 'projects.assign-stewards'

/** Tries every quarter of an hour. */
export function handleAssignment(room: ProjectsRoom & Pick<Ports, 'jobs'>): void {
  room.jobs.handle(job, () => assignMissing(room))
  room.jobs.every(job, '*/15 * * * *')
}

/** Gives stewards to every active project without a primary one. */
export async function assignMissing(room: ProjectsRoom): Promise<void> {
  const { rows } = await sql<{ id: string; number: string; kind: string }>`
    select id, number, kind from project where state = 'active' and not exists (
      select from stewardship held where held.project_id = project.id and held.duty = 'primary' and held.to_at is null)
    order by created_at`.execute(room.database)
  await eachAlone(rows, async (project) => {
    const command = {
      name: job,
      subject: project.id,
      principal: systemPrincipal(job),
      correlationId: project.id,
      legal: false,
    }
    await room.runCommand(command, async (context) =>
      accept({ given: await assignStewards(room, context, project) }),
    )
  })
}
