/**
 * What browsers hear while a network is open: its owner and its stewards, of every new version and of every step that went
 * as planned.
 */

import { sql } from 'kysely'
import type { Ports } from '../../platform/ports.ts'
import type { ProjectsPorts } from '../projects-ports.ts'

const heard = ['projects.plan-made', 'projects.went-as-planned'] as const

/** Tells the browsers of those concerned. */
export function tellOfPlans({ outbox, live }: Pick<ProjectsPorts, 'outbox'> & Pick<Ports, 'live'>): void {
  for (const type of heard)
    outbox.on(
      type,
      async ({ subject: id }, tx) => {
        const { rows } = await sql<{ person: string }>`
          select owner_id as person from project where id = ${id}::uuid
          union select steward_id from stewardship where project_id = ${id}::uuid and to_at is null`.execute(
          tx,
        )
        await live.publish(tx, ...rows.map(({ person }) => ({ topic: `person:${person}`, type, id })))
      },
      `${type}-news`,
    )
}
